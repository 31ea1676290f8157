/// What is told: words of ours, and between them what others supplied (a user, a function, AWS). Of secrets only the
/// latter is freed, so that a variable that holds `name` or `1024` takes no word and no number from a sentence.
///
/// A literal is ours. What is put into one has to say whose it is: `"\(ours: alias.name): \(supplied: reason)"`.
package struct Wording: Sendable, Equatable {
    private enum Piece: Sendable, Equatable {
        case ours(String)
        case supplied(String)
        /// Only its strings are supplied: AWS names the members, and what is no text is a size or a time.
        case json(JSONValue)
    }

    private var pieces: [Piece]

    package static func ours(_ text: String) -> Wording { Wording(pieces: [.ours(text)]) }
    package static func supplied(_ text: String) -> Wording { Wording(pieces: [.supplied(text)]) }
    package static func json(_ value: JSONValue) -> Wording { Wording(pieces: [.json(value)]) }

    /// The whole as text.
    /// - Parameter redact: takes the secrets out of a text.
    package func text(redacting redact: (String) -> String) -> String {
        pieces.map { piece in
            switch piece {
            case .ours(let text): text
            case .supplied(let text): redact(text)
            case .json(let value): value.mapStrings(redact).text
            }
        }.joined()
    }

    /// The same with other words of ours.
    package func mapOurs(_ change: (String) -> String) -> Wording {
        Wording(pieces: pieces.map { if case .ours(let text) = $0 { .ours(change(text)) } else { $0 } })
    }

    package var isEmpty: Bool { pieces.allSatisfy { $0 == .ours("") || $0 == .supplied("") } }

    package static func + (one: Wording, other: Wording) -> Wording { Wording(pieces: one.pieces + other.pieces) }
}

extension [Wording] {
    package func joined(separator: String) -> Wording {
        guard let first else { return "" }
        return dropFirst().reduce(first) { $0 + .ours(separator) + $1 }
    }
}

extension Wording: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) {
        self = .ours(text)
    }

    package init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.wording
    }

    /// It takes no `String` that does not say whose it is.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var wording = Wording(pieces: [])

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { appendInterpolation(ours: text) }
        }

        package mutating func appendInterpolation(ours text: String) {
            wording.pieces.append(.ours(text))
        }

        package mutating func appendInterpolation(supplied text: String) {
            wording.pieces.append(.supplied(text))
        }

        package mutating func appendInterpolation(_ inner: Wording) {
            wording.pieces += inner.pieces
        }

        package mutating func appendInterpolation(_ number: Int) {
            appendInterpolation(ours: "\(number)")
        }
    }
}
