/// A part of a summary that is shown whole or not at all.
struct SummaryPart {
    let text: String
    /// Mermaid, which GitHub's comments show as well, but mail and other places do not.
    let isPicture: Bool

    init(text: String, isPicture: Bool) {
        self.text = text
        self.isPicture = isPicture
    }

    init(_ text: String) {
        self.init(text: text, isPicture: false)
    }
}

extension SummaryPart {
    struct Room {
        /// In UTF-16 units, which no way of counting characters exceeds.
        var characters: Int
        var bytes: Int

        /// A comment on GitHub holds 65,536 characters, and a variable of a process on Linux 128 KiB. What people put around
        /// it needs room as well.
        /// https://www.man7.org/linux/man-pages/man2/execve.2.html (MAX_ARG_STRLEN)
        static let comment = Room(characters: 60_000, bytes: 120_000)
    }

    /// Those that there is room for, and a word on the others.
    static func fitting(_ parts: [SummaryPart], _ room: Room) -> [SummaryPart] {
        let note = SummaryPart("*What is too long for this place stands in the job's summary.*")
        var left = room
        left.take(note)
        let kept = parts.filter { left.take($0) }
        return kept.count < parts.count ? kept + [note] : kept
    }
}

extension SummaryPart.Room {
    /// - Returns: `false` where there is too little.
    @discardableResult
    fileprivate mutating func take(_ part: SummaryPart) -> Bool {
        let separator = 2
        let (characters, bytes) = (part.text.utf16.count + separator, part.text.utf8.count + separator)
        guard characters <= self.characters, bytes <= self.bytes else { return false }
        self.characters -= characters
        self.bytes -= bytes
        return true
    }
}
