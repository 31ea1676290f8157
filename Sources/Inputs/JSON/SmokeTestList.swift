import AWSCore
import Deployment

/// What the input `smoke-test-payload` holds: an event, or a list of tests.
///
/// An event may be any JSON, a list of objects, too. A list in which any element has both `name` and `payload` is one of
/// tests, and then has to be right throughout: a misspelt test must not pass as part of an event. Whoever means such a
/// list as an event makes it the `payload` of a test.
enum SmokeTestList {
    /// - Parameter defaults: what a test is that says nothing else.
    static func read(_ text: String, _ defaults: SmokeTest) throws(Complaint) -> [SmokeTest] {
        let document = try JSONText(text)
        guard case .list(let nodes) = document.root.content, nodes.contains(where: isTest) else {
            var test = defaults
            test.payload = try document.value()
            return [test]
        }
        let mistakes = shape.mistakes(of: document.root, called: "the value") + contradictions(nodes)
        guard mistakes.isEmpty else { throw Complaint(reasons: document.reasons(mistakes)) }
        return try nodes.map { node throws(Complaint) in try test(node, document, defaults) }
    }

    private static func isTest(_ node: JSONNode) -> Bool {
        member("name", of: node) != nil && member("payload", of: node) != nil
    }

    private static let shape = JSONShape.list(
        of: .object([
            .required("name", .text(.testName)),
            .required("payload", .other { _ in nil }),
            .optional("expect", .other { _ in nil }),
            .optional("expect-error", .text(.notEmpty)),
            .optional("timeout", .other(mistake: timeoutMistake)),
        ]), atMost: 50)

    private static func timeoutMistake(_ content: JSONContent) -> String? {
        do throws(Complaint) {
            _ = try timeout(content)
            return nil
        } catch {
            return error.reasons.first
        }
    }

    private static func timeout(_ content: JSONContent) throws(Complaint) -> Duration {
        switch content {
        case .number(let text), .text(let text): try Duration(waitInput: text)
        default: throw Complaint("must be a number of seconds or a text such as \"5m\", not \(content.kind)")
        }
    }

    private static func contradictions(_ nodes: [JSONNode]) -> [JSONText.Mistake] {
        var names: Set<String> = []
        return nodes.flatMap { node -> [JSONText.Mistake] in
            var mistakes: [JSONText.Mistake] = []
            if case .text(let name)? = member("name", of: node)?.content, !names.insert(name).inserted {
                mistakes.append((node, "the name \(name.quoted) is there a second time"))
            }
            if member("expect", of: node) != nil, member("expect-error", of: node) != nil {
                mistakes.append((node, "a test cannot have both expect and expect-error"))
            }
            return mistakes
        }
    }

    /// Of an element without mistakes.
    private static func test(
        _ node: JSONNode, _ document: JSONText, _ defaults: SmokeTest
    ) throws(Complaint) -> SmokeTest {
        var test = defaults
        if case .text(let name)? = member("name", of: node)?.content { test.name = name }
        if let payload = member("payload", of: node) { test.payload = try document.value(of: payload) }
        if let expected = member("expect", of: node) {
            test.criterion = .answer(try document.value(of: expected))
        } else if case .text(let text)? = member("expect-error", of: node)?.content {
            test.criterion = .error(containing: text)
        }
        if let given = member("timeout", of: node) { test.timeout = try timeout(given.content) }
        return test
    }

    private static func member(_ name: String, of node: JSONNode) -> JSONNode? {
        guard case .object(let members) = node.content else { return nil }
        return members.first { $0.name == name }?.value
    }
}

extension TextRule {
    fileprivate static let testName = TextRule(wanted: "a name of 1 to 64 characters on one line") { text in
        (1...64).contains(text.unicodeScalars.count) && text.contains { !$0.isWhitespace }
            && text.unicodeScalars.allSatisfy(isShown)
    }

    fileprivate static let notEmpty = TextRule(wanted: "a text that is not empty") { !$0.isEmpty }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
