/// A pattern for a path, or for a piece of one, with `*`, `**`, `?` and `[...]`, as git reads them.
///
/// All ways through the pattern are followed at once: the time grows with the product of both lengths, whatever they hold.
/// Source: https://git-scm.com/docs/gitignore#_pattern_format
struct Wildcards: Sendable, Equatable {
    private enum Step: Equatable {
        case byte(UInt8)
        case oneOf(ByteSet)
        /// Any number of bytes, slashes among them only if it says so; together with the slash that follows it may also
        /// stand for nothing (`**/`).
        case some(withSlashes: Bool, mayTakeSlashAlong: Bool)
    }

    private let steps: [Step]

    /// - Returns: nil for a pattern that matches nothing: one that ends within a class, or with a backslash.
    init?(_ pattern: ArraySlice<UInt8>) {
        var steps: [Step] = []
        var rest = pattern
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "*"): steps.append(Self.stars(in: pattern, &rest))
            case UInt8(ascii: "?"): steps.append(.oneOf(.allButSlash))
            case UInt8(ascii: "["):
                guard let set = ByteSet(class: &rest) else { return nil }
                steps.append(.oneOf(set))
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst() else { return nil }
                steps.append(.byte(escaped))
            default: steps.append(.byte(byte))
            }
        }
        self.steps = steps
    }

    /// Two stars or more are more than one only where they are all there is between two slashes.
    private static func stars(in pattern: ArraySlice<UInt8>, _ rest: inout ArraySlice<UInt8>) -> Step {
        let first = rest.startIndex - 1
        rest = rest.drop { $0 == UInt8(ascii: "*") }
        let isFirst = first == pattern.startIndex || pattern[first - 1] == UInt8(ascii: "/")
        let slashFollows = rest.first == UInt8(ascii: "/")
        let isLast = rest.isEmpty || slashFollows || rest.starts(with: Array("\\/".utf8))
        let isMore = rest.startIndex - first > 1 && isFirst && isLast
        return .some(withSlashes: isMore, mayTakeSlashAlong: isMore && slashFollows)
    }

    func matches(_ text: ArraySlice<UInt8>) -> Bool {
        var here = [Bool](repeating: false, count: steps.count + 1)
        var next = here
        enter(0, &here)
        for byte in text {
            for place in steps.indices where here[place] { go(from: place, over: byte, &next) }
            swap(&here, &next)
            for place in next.indices { next[place] = false }
        }
        return here[steps.count]
    }

    private func go(from place: Int, over byte: UInt8, _ next: inout [Bool]) {
        switch steps[place] {
        case .byte(let wanted): if byte == wanted { enter(place + 1, &next) }
        case .oneOf(let set): if set.contains(byte) { enter(place + 1, &next) }
        case .some(let withSlashes, _):
            guard withSlashes || byte != UInt8(ascii: "/") else { return }
            next[place] = true
            enter(place + 1, &next)
        }
    }

    /// To come to stars is to be behind them as well, for they may stand for nothing.
    private func enter(_ place: Int, _ places: inout [Bool]) {
        places[place] = true
        guard place < steps.count, case .some(_, let mayTakeSlashAlong) = steps[place] else { return }
        enter(place + 1, &places)
        if mayTakeSlashAlong { enter(place + 2, &places) }
    }
}
