import AWSCore
import AWSServices
import Deployment
import Engine

extension Diagnosis {
    static func storageFull(_ refusal: Refusal, _ unused: [VersionNumber]) -> Diagnosis {
        let plain = Diagnosis(of: refusal)
        guard !unused.isEmpty else { return plain }
        return Diagnosis(
            title: plain.title, happened: plain.happened,
            advice:
                "No alias or provisioned concurrency uses \(listed(unused)) of this function. To have old versions "
                + "deleted, set keep-versions to the number of newest versions to keep.")
    }

    /// AWS refused for good: its own words, and what usually mends it.
    init(of refusal: Refusal) {
        let said: Wording = refusal.message.isEmpty ? "" : ": \(supplied: refusal.message)"
        let request: Wording = refusal.requestID.map { " (request \(ours: $0))" } ?? ""
        self.init(
            title: refusal.title,
            happened: "\(ours: refusal.operation) was refused with \(ours: refusal.name)\(said)\(request)",
            advice: refusal.advice)
    }
}

extension Refusal {
    fileprivate var name: String {
        (code.isEmpty ? "HTTP \(status)" : code) + (reason.map { " (\($0))" } ?? "")
    }

    fileprivate var advice: Wording {
        if lacksPermission { return deniedAdvice }
        if let member = memberInTheWayOfCode { return .ours(member.adviceWhereItIsInTheWay) }
        return .ours(Remedy.of(self)?.cure ?? "Fix what AWS reports, and run again.")
    }
}

extension ConfigurationMember {
    /// The code is refused for what stands of it.
    fileprivate var adviceWhereItIsInTheWay: String {
        switch self {
        case .layers:
            "The function's current layers leave no room for this package: set layers to those it needs ([] "
                + "for none), or make the package smaller."
        default:
            "The function's current runtime is in the way: set runtime to one that Lambda supports on this architecture."
        }
    }
}
