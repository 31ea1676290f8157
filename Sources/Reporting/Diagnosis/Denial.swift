import AWSCore
import Inputs

/// What AWS says of why it denies something: most of its services name the kind of policy, but only one kind even where more
/// of them deny it.
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
struct Denial: Equatable {
    enum Source: String, CaseIterable {
        case identity = "identity-based policy"
        case resource = "resource-based policy"
        case boundary = "permissions boundary"
        case session = "session policy"
        case serviceControl = "service control policy"
        case resourceControl = "resource control policy"
        case endpoint = "VPC endpoint policy"
    }

    /// `nil`: AWS does not say.
    let source: Source?
    /// A statement forbids it, which no other can allow.
    let isExplicit: Bool
    /// The ARN of what was to be used, or `*`; `nil`: AWS does not say.
    let resource: String?

    init(message: String) {
        let explicit = message.firstRange(of: "with an explicit deny in ")
        let implicit = message.firstRange(of: "because no ")
        let reason = (explicit ?? implicit).map { message[$0.upperBound...] } ?? ""
        source = Source.allCases.first { source in
            [source.rawValue, "a \(source.rawValue)", "an \(source.rawValue)"].contains(where: reason.hasPrefix)
        }
        isExplicit = explicit != nil
        let resource = message.firstRange(of: "on resource: ").map { message[$0.upperBound...].prefix { $0 != " " } }
        self.resource = resource.map(String.init).flatMap { $0 == "*" || ARN($0) != nil ? $0 : nil }
    }
}

extension Denial {
    /// What to change, and where.
    /// - Parameter action: that is missing; it may be more than one.
    func advice(_ action: Wording) -> Wording {
        let verb: Wording = isExplicit ? "forbids" : "does not allow"
        let place: Wording
        switch source {
        case .identity where isExplicit:
            place = "a policy of the deploying role itself \(verb) it: remove the Deny statement, or narrow it"
        case nil where isExplicit: place = "a policy \(verb) it, and AWS does not say which"
        case .identity, nil: return "The credentials lack a permission: allow \(action)"
        case .resource:
            place =
                "the policy of the resource itself \(verb) it, or the resource does not exist: check its ARN, and that its owner "
                + "admits the deploying role"
        case .boundary: place = "the permissions boundary of the deploying role \(verb) it: change the boundary as well"
        case .session:
            place =
                "the session policy \(verb) it, with which the role was assumed (inline-session-policy or managed-session-policies "
                + "of aws-actions/configure-aws-credentials)"
        case .serviceControl, .resourceControl:
            place =
                "a \(ours: source?.rawValue ?? "") of the organization \(verb) it: only those who administer the organization can "
                + "change that"
        case .endpoint: place = "the policy of the VPC endpoint on the way to AWS \(verb) it: change it there"
        }
        return "The credentials may not use \(action): \(place)"
    }

    /// What to add to the role's policy, where that is the cure.
    /// - Parameter action: as AWS names it.
    func statement(allowing action: String) -> PolicyStatement? {
        guard !isExplicit, source == nil || source == .identity, let resource else { return nil }
        let id = action.split(separator: ":").last.map(String.init) ?? action
        return PolicyStatement(id, [action], on: [resource])
    }
}
