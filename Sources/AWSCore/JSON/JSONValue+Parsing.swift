extension JSONValue {
    /// Reads one JSON text that a program wrote; `nil` when it is none. Where the mistake is helps nobody: the author of
    /// an answer cannot be asked to mend it.
    package init?(parsing text: [UInt8]) {
        guard String(validating: text, as: UTF8.self) != nil else { return nil }
        var parser = JSONParser(text, repeatedNames: .lastCounts)
        do throws(JSONMistake) {
            self = try parser.document().value(.nearest)
        } catch {
            return nil
        }
    }
}

extension JSONNode {
    package enum Numbers {
        /// A number that we cannot hold as it was written is a mistake, for it would be sent as another one.
        case exact
        /// A whole number that is too large is taken for the nearest that a double can hold.
        case nearest
    }

    package func value(_ numbers: Numbers) throws(JSONMistake) -> JSONValue {
        switch content {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .text(let text): return .string(text)
        case .number(let digits): return try number(digits, numbers)
        case .list(let nodes):
            var values: [JSONValue] = []
            for node in nodes { values.append(try node.value(numbers)) }
            return .array(values)
        case .object(let members):
            var values = [String: JSONValue](minimumCapacity: members.count)
            for member in members { values[member.name] = try member.value.value(numbers) }
            return .object(values)
        }
    }

    private func number(_ digits: String, _ numbers: Numbers) throws(JSONMistake) -> JSONValue {
        if let number = Int(digits) { return .integer(number) }
        let isWhole = digits.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard numbers == .nearest || !isWhole, let number = Double(digits), number.isFinite else {
            throw JSONMistake(offset: offset, what: "this number is too large")
        }
        return .number(number)
    }
}
