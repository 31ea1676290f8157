import AWSCore
import Deployment
import Engine

/// What the input `configuration` holds: settings by AWS's names, as UpdateFunctionConfiguration and CreateFunction take
/// them, or as GetFunctionConfiguration shows them.
struct GivenConfiguration {
    var members: [ConfigurationMember: JSONValue] = [:]
    var variables: [String: Secret]?
    var tags: [String: String]?
    var architectures: [String]?
    var packageType: String?
    var codeSigningConfigArn: String?
    /// The function that it is said to be of, under the member's name.
    var functions: [(member: String, name: FunctionName)] = []
    /// What is no setting of a function, though a request takes it.
    var leftOut: [String] = []
    /// What nobody here knows, as in `LoggingConfig.Colour`.
    var strangers: [String] = []
}

extension GivenConfiguration {
    init(input text: String) throws(Complaint) {
        let document = try Self.document(text)
        var reading = ConfigurationReading(document)
        guard let members = document.root.members else {
            throw Complaint("must be a JSON object such as {\"MemorySize\":256}, not \(document.root.content.kind)")
        }
        for (name, node) in members { reading.take(name, node) }
        self = try reading.result()
    }

    /// The JSON, once it is rendered.
    static func document(_ text: String) throws(Complaint) -> JSONText {
        let templates = LambrollTemplate.reasons(in: text)
        guard templates.isEmpty else { throw Complaint(reasons: templates) }
        return try JSONText(text)
    }

    /// Everything in the text that may be a variable's value, whatever else is wrong with it.
    static func secrets(in text: String) -> [String] {
        do throws(Complaint) {
            return try JSONText(text).root.member("Environment")?.without("Error").texts ?? []
        } catch {
            return []  // what is no JSON is told without any of it
        }
    }
}

extension GivenConfiguration {
    /// Somebody else's settings are not what anybody means.
    func check(isOf function: FunctionName, in region: String?, _ inspection: inout Inspection) {
        for (member, name) in functions where !name.isSame(as: function, in: region) {
            let here = region.map { "\(function.text) in \($0)" } ?? function.text
            inspection.note(
                \ConfigurationInputs.configuration,
                "has \(member) \(name.text.quoted), but this deployment is to \(here): give the settings of that one, or "
                    + "leave \(member) out")
        }
    }
}

extension JSONNode {
    fileprivate var texts: [String] {
        switch content {
        case .text(let text), .number(let text): [text]
        case .list(let nodes): nodes.flatMap(\.texts)
        case .object(let members): members.flatMap(\.value.texts)
        case .null, .bool: []
        }
    }
}
