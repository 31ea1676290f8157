import AWSCore
import Fuzzing
import Testing

@testable import Inputs

/// JSON as people write it: what is valid is read as it was meant, all else is refused with its place.
@Suite struct JSONFuzzTests {
    @Test func whatIsWrittenInAnyWayIsReadAsItWasMeant() throws {
        for one in Campaign("valid JSON", cases: 3_000, filter: "JSONFuzzTests") {
            var dice = one.dice
            let value = dice.anyJSON(depth: 4)
            let text = dice.written(value)
            #expect(try JSONText(text).value() == value, "\(text), \(one)")
            #expect(JSONValue(parsing: Array(text.utf8)) == value, "\(text), \(one)")
        }
    }

    @Test func whatIsSpoiltIsRefusedWithItsPlaceOrRead() {
        for one in Campaign("spoilt JSON", cases: 5_000, filter: "JSONFuzzTests") {
            var dice = one.dice
            let text = dice.mutated(dice.written(dice.anyJSON(depth: 4)), words: Dice.tokens)
            do throws(Complaint) {
                _ = try JSONText(text).value()
            } catch {
                #expect(error.reasons.count == 1, "\(text), \(one)")
                #expect(error.reasons.first?.contains("line ") == true, "\(text): \(error), \(one)")
            }
        }
    }

    @Test func aPieceOfAValueOrMoreThanOneIsRefused() {
        for one in Campaign("pieces of JSON", cases: 500, filter: "JSONFuzzTests") {
            var dice = one.dice
            let text = Array(dice.written(.array([dice.anyJSON(depth: 3)])).utf8)
            // Without the blanks at the end, which may be missing.
            let whole = text.prefix(1 + (text.lastIndex(of: UInt8(ascii: "]")) ?? 0))
            let piece = String(decoding: whole.prefix(dice.below(whole.count)), as: UTF8.self)
            let more =
                String(decoding: text, as: UTF8.self) + dice.pick(["1", "]", "{}", ",", "null", "\0", "\u{A0}", "x"])
            for wrong in [piece, more] {
                #expect(throws: Complaint.self, "\(wrong), \(one)") { try JSONText(wrong) }
            }
        }
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":[", "[[],"])
    func noDepthEndsTheStack(opening: String) {
        let text = String(repeating: opening, count: 100_000)
        #expect(throws: Complaint.self) { try JSONText(text) }
        #expect(JSONValue(parsing: Array(text.utf8)) == nil)
    }
}

extension Dice {
    fileprivate static let tokens = [
        "{", "}", "[", "]", "\"", ":", ",", "null", "tru", "\\u", "\\ud800", "\\udc00", "\\u0000", "01", "1.", ".5",
        "1e",
        "1e999", "-", "+1", "NaN", "Infinity", "'", "//", "/**/", "\u{FEFF}", "\u{A0}", "\n", "\t", "\\x", "\0",
        String(repeating: "[", count: 3_000), "99999999999999999999", "\"a\":1,\"a\":2",
    ]

    fileprivate mutating func anyJSON(depth: Int) -> JSONValue {
        switch below(depth > 0 ? 9 : 6) {
        case 0: return .null
        case 1: return .bool(chance(50))
        case 2: return .integer(Int(truncatingIfNeeded: next() >> UInt64(below(64))))
        case 3: return .number((Double(below(1_000_000)) + 0.5) / 1024)
        case 4...5: return .string(anyText(upTo: 12))
        case 6: return .array((0..<below(5)).map { _ in anyJSON(depth: depth - 1) })
        default:
            // Numbered, since no name may come twice.
            let names = (0..<below(5)).map { "\($0)" + anyText(upTo: 4) }
            return .object(
                Dictionary(names.map { ($0, anyJSON(depth: depth - 1)) }) { first, _ in first })
        }
    }

    /// The value in one of the ways it may be written.
    fileprivate mutating func written(_ value: JSONValue) -> String {
        let text =
            switch value {
            case .string(let text): quoted(text)
            case .array(let elements): "[" + elements.map { written($0) }.joined(separator: ",") + blanks() + "]"
            case .object(let members):
                "{"
                    + members.sorted { $0.key < $1.key }.map {
                        blanks() + quoted($0.key) + blanks() + ":" + written($0.value)
                    }
                    .joined(separator: ",") + blanks() + "}"
            default: value.text
            }
        return blanks() + text + blanks()
    }

    private mutating func blanks() -> String {
        chance(80) ? "" : pick([" ", "\n", "\t", "\r\n", "  "])
    }

    private mutating func quoted(_ text: String) -> String {
        let mustBeEscaped = Set("\"\\".utf16)
        var written = ""
        for scalar in text.unicodeScalars {
            let units = Array(String(scalar).utf16)
            if units.contains(where: { $0 < 0x20 || mustBeEscaped.contains($0) }) || chance(20) {
                for unit in units { written += "\\u" + String(String(Int(unit) + 0x10000, radix: 16).dropFirst()) }
            } else {
                written.unicodeScalars.append(scalar)
            }
        }
        return "\"" + written + "\""
    }
}
