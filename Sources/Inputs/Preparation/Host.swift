/// The machine the program runs on, as far as this action needs it.
package protocol Host: Sendable {
    var environment: [String: String] { get }

    /// Appends to a file that the runner made, or makes it.
    func append(_ text: String, toFileAt path: String) throws(HostFailure)

    /// The content of an ordinary file.
    /// - Throws: also for a file that is larger.
    func read(fileAt path: String, bytesAtMost most: Int) throws(HostFailure) -> [UInt8]

    /// What a program, found on the PATH, writes to its output. It is ended when the time is over.
    /// - Throws: also where it ends with another exit code than 0.
    func run(_ command: [String], within time: Duration) async throws(HostFailure) -> [UInt8]

    /// A text that nobody can guess, of letters and digits.
    func randomToken() -> String
}

package struct HostFailure: Error, Equatable {
    package let reason: String
    /// The beginning of what a program said of its failure. There may be secrets in it.
    package var said = ""

    package init(reason: String) {
        self.reason = reason
    }
}
