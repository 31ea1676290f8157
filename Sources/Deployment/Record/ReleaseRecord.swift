import AWSServices

/// What a release leaves at the end of a description, for later runs and for people:
/// `main | 1a2b3c4 [lockstep run 1a2b3c4d/123.2 after 41]` of a version, `[lockstep 42 run 1a2b3c4d/123.2 after 41]` of an
/// alias. It is all that is known of the past, for Lambda itself does not remember where an alias pointed before.
package struct ReleaseRecord: Sendable, Equatable {
    /// The version that an alias's record speaks of: once the alias points elsewhere, the record is history.
    package var version: VersionNumber?
    /// The run that published the version, or moved the alias.
    package var run: WorkflowRun?
    /// Where the alias pointed before.
    package var previous: VersionNumber?
    /// What AWS itself made different between the version and `$LATEST`; `nil`: nothing.
    package var apart: VersionsApart?

    package init(version: VersionNumber?, run: WorkflowRun?, previous: VersionNumber?, apart: VersionsApart?) {
        self.version = version
        self.run = run
        self.previous = previous
        self.apart = apart
    }
}

private let opening = "[lockstep"
/// AWS's limit for a description.
private let longest = 256

extension ReleaseRecord {
    private var marker: String {
        var words: [String] = []
        if let version { words.append("\(version)") }
        if let run { words.append("run \(run.text)") }
        if let previous { words.append("after \(previous)") }
        if let apart { words.append("apart \(apart.digest)") }
        return words.isEmpty ? "" : "\(opening) \(words.joined(separator: " "))]"
    }

    /// The text with this record at its end, and with no other. Together they have at most 256 characters: the text is cut,
    /// never the record.
    package func written(after text: String) -> String {
        let marker = marker
        var text = text
        while let (_, rest) = Self.split(text) { text = rest }
        guard !marker.isEmpty else { return text.cut(to: longest) }
        let human = text.cut(to: longest - marker.utf16.count - 1)
        return human.isEmpty ? marker : "\(human) \(marker)"
    }

    /// The record at the end of a description; `nil`: there is none.
    package init?(in description: String) {
        guard let (record, _) = Self.split(description) else { return nil }
        self = record
    }

    /// What people wrote of a description.
    package static func humanText(of description: String) -> String {
        split(description)?.rest ?? description
    }

    private static func split(_ description: String) -> (record: ReleaseRecord, rest: String)? {
        guard description.last == "]", let start = description.lastIndex(of: "[") else { return nil }
        let inside = description[start...].dropLast()
        var words = inside.split(separator: " ", omittingEmptySubsequences: false)[...]
        guard words.popFirst() == opening[...], !words.isEmpty, let record = ReleaseRecord(words: words) else {
            return nil
        }
        var rest = description[..<start]
        if rest.last == " " { rest.removeLast() }
        return (record, String(rest))
    }

    private init?(words: ArraySlice<Substring>) {
        self.init(version: nil, run: nil, previous: nil, apart: nil)
        var words = words
        if let first = words.first, let version = VersionNumber(String(first)) {
            self.version = version
            words.removeFirst()
        }
        while let name = words.popFirst() {
            guard let value = words.popFirst() else { return nil }
            guard read(name, value) else { return nil }
        }
    }

    /// - Returns: `false` for a word that no record has, or has twice.
    private mutating func read(_ name: Substring, _ value: Substring) -> Bool {
        switch name {
        case "run" where run == nil:
            run = WorkflowRun(text: value)
            return run != nil
        case "after" where previous == nil:
            previous = VersionNumber(String(value))
            return previous != nil
        case "apart"
        where apart == nil && value.utf8.count == VersionsApart.length && value.utf8.allSatisfy(isHexadecimal):
            apart = VersionsApart(digest: String(value))
            return true
        default: return false
        }
    }
}

extension String {
    /// Whole characters, as AWS counts them: where a symbol counts as two for some and as one for others, it is taken as two.
    package func cut(to most: Int) -> String {
        var room = most
        return String(
            prefix { character in
                room -= character.utf16.count
                return room >= 0
            })
    }
}
