/// Where the story is told, line by line.
package protocol Console: Sendable {
    func write(_ line: String)
}
