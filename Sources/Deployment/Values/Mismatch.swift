import AWSCore

/// Where an answer does not contain what was expected.
package struct Mismatch: Sendable, Equatable {
    /// As in `$.body.items[0]`.
    package let path: String
    package let expected: JSONValue
    /// `nil`: there is nothing at that place.
    package let found: JSONValue?

    /// The first place where `answer` is not as expected; `nil`: it is.
    ///
    /// What API Gateway is answered has its body as a text. Where `expected` says what is in the body, and the text is
    /// JSON, that is what is compared.
    package init?(ofAnswer answer: JSONValue, expected: JSONValue) {
        self.init(of: answer.withBodyRead(for: expected), expected: expected, at: "$")
    }

    /// Objects member by member, arrays element by element; what the answer has beyond that is its own affair.
    private init?(of found: JSONValue?, expected: JSONValue, at path: String) {
        switch (expected, found) {
        case (.string("*"), .some): return nil
        case (.object(let members), .object(let standing)):
            let names = members.keys.sorted()
            let mismatches = names.lazy.compactMap { name in
                members[name].flatMap { Mismatch(of: standing[name], expected: $0, at: "\(path).\(name)") }
            }
            guard let first = mismatches.first else { return nil }
            self = first
        case (.array(let elements), .array(let standing)):
            let mismatches = elements.indices.lazy.compactMap { index in
                Mismatch(
                    of: index < standing.count ? standing[index] : nil, expected: elements[index],
                    at: "\(path)[\(index)]")
            }
            guard let first = mismatches.first else { return nil }
            self = first
        default:
            if let found, found.isSame(as: expected) { return nil }
            self.init(path: path, expected: expected, found: found)
        }
    }

    private init(path: String, expected: JSONValue, found: JSONValue?) {
        self.path = path
        self.expected = expected
        self.found = found
    }
}

extension JSONValue {
    /// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-output-format
    fileprivate func withBodyRead(for expected: JSONValue) -> JSONValue {
        guard case .object(var members) = self, case .string(let written)? = members["body"],
            expected["body"]?.isContainer == true
        else { return self }
        let isEncoded = members["isBase64Encoded"] == .bool(true)
        let text = isEncoded ? decodedBase64(written) : written
        guard let text, let body = JSONValue(parsing: Array(text.utf8)) else { return self }
        members["body"] = body
        return .object(members)
    }

    private var isContainer: Bool { object != nil || array != nil }

    /// 1 and 1.0 are the same number.
    fileprivate func isSame(as other: JSONValue) -> Bool {
        switch (self, other) {
        case (.integer(let one), .number(let two)), (.number(let two), .integer(let one)): Int(exactly: two) == one
        default: self == other
        }
    }
}
