/// Where the story is told, line by line.
package protocol Console: Sendable {
    func write(_ line: String)

    /// What was asked for, in full: apart from the story where there is another way for it.
    /// - Returns: `false`: nobody reads it any more.
    @discardableResult func write(result: String) -> Bool

    /// What is going on, in place of what was said so before, until the next line of the story takes its place.
    func show(live line: String)

    /// The window has another size.
    func redraw()

    var looks: Looks { get }
}

/// How the story may look.
package struct Looks: Sendable, Equatable {
    package let hasColours: Bool
    /// Whether a line can be written over.
    package let hasLiveLine: Bool

    package static let plain = Looks(hasColours: false, hasLiveLine: false)

    package init(hasColours: Bool, hasLiveLine: Bool) {
        self.hasColours = hasColours
        self.hasLiveLine = hasLiveLine
    }

    /// - Parameter isTerminal: whether somebody sees the story as it is told, and not a file or another program.
    ///
    /// Sources: https://no-color.org, https://bixense.com/clicolors
    package init(_ environment: [String: String], isTerminal: Bool) {
        func isSet(_ variable: String) -> Bool { !(environment[variable] ?? "").isEmpty }
        let isDumb = environment["TERM"] == "dumb"
        let isForced = isSet("CLICOLOR_FORCE") && environment["CLICOLOR_FORCE"] != "0"
        let isFit = isTerminal && !isDumb && environment["CLICOLOR"] != "0"
        self.init(hasColours: !isSet("NO_COLOR") && (isForced || isFit), hasLiveLine: isTerminal && !isDumb)
    }
}

/// For consoles with one way only, and nothing to look at.
extension Console {
    @discardableResult package func write(result: String) -> Bool {
        write(result)
        return true
    }
    package func show(live line: String) {}
    package func redraw() {}
    package var looks: Looks { .plain }
}
