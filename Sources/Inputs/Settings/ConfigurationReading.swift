import AWSCore
import Engine

/// Takes the members of the input `configuration` one by one, and collects everything that is wrong with them.
struct ConfigurationReading {
    private let document: JSONText
    private var given = GivenConfiguration()
    private var mistakes: [JSONText.Mistake] = []

    init(_ document: JSONText) {
        self.document = document
    }

    func result() throws(Complaint) -> GivenConfiguration {
        guard mistakes.isEmpty else { throw Complaint(reasons: document.reasons(mistakes)) }
        return given
    }

    mutating func take(_ name: String, _ node: JSONNode) {
        let (name, node) = Self.asTaken(name, node)
        guard let node, !node.isEmptyObject else { return }
        if case .null = node.content { return }
        switch name {
        case "Environment": takeVariables(node)
        case "Tags": given.tags = texts(of: node, called: name, Tags.mistakes)
        case "Architectures":
            given.architectures = read(node, name, .oneArchitecture)?.strings
        case "PackageType": given.packageType = read(node, name, .text(.oneOf(["Zip", "Image"])))?.string
        case "CodeSigningConfigArn": given.codeSigningConfigArn = read(node, name, .text(.codeSigningConfigARN))?.string
        case "FunctionName", "FunctionArn": takeFunction(name, node)
        case _ where Self.noSettings.contains(name): given.leftOut.append(name)
        case _ where ConfigurationMember.isAWSsOwn(name) || Self.ofOtherTools.contains(name): break
        default: takeMember(ConfigurationMember(rawValue: name), node)
        }
    }

    /// Requests take them, but they say what to do, not what the function is to be.
    private static let noSettings: Set<String> = ["Code", "CodeSha256", "DryRun", "Publish", "PublishTo", "RevisionId"]

    /// Libraries put them beside AWS's answer.
    private static let ofOtherTools: Set<String> = ["ResponseMetadata", "$metadata"]
}

extension ConfigurationReading {
    /// What AWS shows otherwise than it takes it, as it takes it, and without nulls: to AWS they are not there. A variable's
    /// or a tag's is a mistake.
    private static func asTaken(_ name: String, _ node: JSONNode) -> (String, JSONNode?) {
        let node = name == "Environment" ? node.withoutNullMembers : name == "Tags" ? node : node.withoutNulls
        return switch name {
        case "ImageConfigResponse": ("ImageConfig", node.member("ImageConfig"))
        case "SnapStart": (name, node.without("OptimizationStatus"))
        case "VpcConfig": (name, node.without("VpcId"))
        case "Environment": (name, node.without("Error"))
        case "Layers": (name, node.withElements(by: "Arn"))
        default: (name, node)
        }
    }

    private mutating func takeMember(_ member: ConfigurationMember, _ node: JSONNode) {
        let name = member.rawValue
        guard given.members[member] == nil else { return mistakes.append((node, "\(name) is there a second time")) }
        if let known = ConfigurationInputs.members.first(where: { $0.name == member }) {
            let node = known.shape.withoutEmpties(node)
            given.members[member] = node.isEmptyObject ? nil : read(node, name, known.shape)
        } else if name == "Configuration" {
            mistakes.append((node, "this is what get-function shows: give its Configuration alone"))
        } else if let meant = Self.names.first(where: { !member.isKnown && $0.lowercased() == name.lowercased() }) {
            mistakes.append((node, "\(name.quoted) is written \(meant)"))
        } else {
            if !member.isKnown { given.strangers.append(name) }
            given.members[member] = read(node, name, .other { _ in nil })
        }
        noteStrangers(in: member, node)
    }

    /// AWS lets names that it does not know pass, so one that it has but for its case is no setting of tomorrow.
    private mutating func noteStrangers(in member: ConfigurationMember, _ node: JSONNode) {
        for stranger in given.members[member].map(member.strangers) ?? [] {
            if let meant = stranger.meant {
                let name = stranger.path.split(separator: ".").last.map(String.init) ?? stranger.path
                mistakes.append((node, "\(name.quoted) in \(member.rawValue) is written \(meant)"))
            } else {
                given.strangers.append(stranger.path)
            }
        }
    }

    private static let names =
        ConfigurationMember.allKnown.map(\.rawValue) + noSettings
        + ["Tags", "Architectures", "PackageType", "CodeSigningConfigArn", "FunctionName", "FunctionArn"]

    /// The value, if it is of this shape; what is not known of it is let through.
    private mutating func read(_ node: JSONNode, _ name: String, _ shape: JSONShape) -> JSONValue? {
        let wrong = shape.mistakesOfKnown(in: node, called: name)
        mistakes += wrong
        guard wrong.isEmpty else { return nil }
        do throws(JSONMistake) {
            return try node.value(.exact)
        } catch {
            mistakes.append((JSONNode(offset: error.offset, content: .null), error.what))
            return nil
        }
    }

    private mutating func takeVariables(_ node: JSONNode) {
        guard let variables = node.member("Variables"), node.members?.count == 1 else {
            mistakes.append(
                (node, #"Environment must be {"Variables":{"NAME":"value"}}, with nothing beside Variables"#))
            return
        }
        given.variables = texts(of: variables, called: "Variables", EnvironmentVariables.mistakes)?.mapValues(
            Secret.init)
    }

    private mutating func texts(
        of node: JSONNode, called name: String, _ check: (NamedTexts) -> [JSONText.Mistake]
    ) -> [String: String]? {
        let texts = NamedTexts(node, called: name)
        let wrong = texts.mistakes + check(texts)
        mistakes += wrong
        return wrong.isEmpty ? texts.byName : nil
    }

    private mutating func takeFunction(_ name: String, _ node: JSONNode) {
        guard let text = read(node, name, .text(.anything))?.string else { return }
        do throws(Complaint) {
            given.functions.append((name, try FunctionName(shown: text)))
        } catch {
            mistakes += error.reasons.map { (node, "\(name) \($0)") }
        }
    }
}

extension JSONValue {
    fileprivate var strings: [String]? { array?.compactMap(\.string) }
}

extension JSONShape {
    /// A function has one; that there are none is no setting.
    fileprivate static let oneArchitecture = JSONShape.whole(.list(of: .text(.architecture), atMost: 1)) { content in
        guard case .list(let nodes) = content, nodes.isEmpty else { return nil }
        return "is empty: give x86_64 or arm64, or leave it out"
    }
}
