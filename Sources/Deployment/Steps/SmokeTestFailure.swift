import AWSCore
import AWSServices

package enum SmokeTestFailure: Sendable, Equatable {
    /// The function itself failed.
    case functionError(kind: String, InvocationResult)
    case notJSON(InvocationResult)
    /// The first place where the answer is not what was expected.
    case unexpected(Mismatch, InvocationResult)

    /// `nil`: the test passed.
    init?(of result: InvocationResult, expected: JSONValue?) {
        if let kind = result.functionError {
            self = .functionError(kind: kind, result)
            return
        }
        guard let expected else { return nil }
        guard let answer = JSONValue(parsing: result.payload) else {
            self = .notJSON(result)
            return
        }
        guard let mismatch = Mismatch(of: answer, expected: expected, at: "$") else { return nil }
        self = .unexpected(mismatch, result)
    }
}

/// Where an answer does not contain what was expected.
package struct Mismatch: Sendable, Equatable {
    /// As in `$.body.items[0]`.
    package let path: String
    package let expected: JSONValue
    /// `nil`: there is nothing at that place.
    package let found: JSONValue?

    /// Objects member by member, arrays element by element; what the answer has beyond that is its own affair.
    package init?(of found: JSONValue?, expected: JSONValue, at path: String) {
        switch (expected, found) {
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
    /// 1 and 1.0 are the same number.
    fileprivate func isSame(as other: JSONValue) -> Bool {
        switch (self, other) {
        case (.integer(let one), .number(let two)), (.number(let two), .integer(let one)): Double(one) == two
        default: self == other
        }
    }
}
