import AWSCore
import AWSServices
import Deployment

extension TrafficInputs {
    /// How traffic goes over. What does not fit together is noted.
    func traffic(hasAlias: Bool, _ inspection: inout Inspection) -> PlannedTraffic {
        let shift = shift(&inspection)
        let alarms = plannedAlarms(&inspection)
        if traffic.given != nil, !hasAlias {
            inspection.note(\Self.traffic, "needs an alias whose traffic goes over: give alias, or leave traffic out")
        }
        check(shift, &inspection)
        return PlannedTraffic(shift: shift ?? .atOnce, alarms: alarms)
    }

    /// - Parameters:
    ///   - expiry: of the keys, in seconds since 1970 as `startedAt`; `nil`: nobody knows.
    func remarkOnKeys(
        expiringAt expiry: Double?, _ traffic: PlannedTraffic?, startedAt: Double, _ inspection: inout Inspection
    ) {
        guard let expiry, let lasts = traffic?.lasts, startedAt + lasts.inSeconds >= expiry else { return }
        inspection.remark(
            .warning, \Self.traffic,
            "takes at least \(lasts.components.seconds) seconds, but the AWS credentials expire in \(Int(max(0, expiry - startedAt))) "
                + "(AWS_CREDENTIAL_EXPIRATION): the alias would then stay half-way. Ask for credentials that last longer, such as "
                + "with role-duration-seconds of aws-actions/configure-aws-credentials")
    }

    /// `nil` if it is wrong.
    private func shift(_ inspection: inout Inspection) -> PlannedTraffic.Shift? {
        guard traffic.given == "codedeploy" else {
            guard traffic.given != nil else { return .atOnce }
            return inspection.read(\.traffic, of: self, TrafficSteps.init(input:)).map { .inSteps($0) }
        }
        let application = inspection.read(\.codedeployApplication, of: self, TextRule.codeDeployName.read)
        let group = inspection.read(\.codedeployDeploymentGroup, of: self, TextRule.codeDeployName.read)
        let isFollowed = inspection.read(\.wait, of: self, Bool.init(input:)) ?? true
        for input in Self.codeDeployInputs where !isGiven(input) {
            inspection.note(input, "is missing: it belongs to traffic: codedeploy")
        }
        guard let application, let group else { return nil }
        let named = DeploymentGroup(application: application, name: group)
        return .byCodeDeploy(PlannedCodeDeploy(group: named, isFollowed: isFollowed))
    }

    private static var codeDeployInputs: [KeyPath<Self, String?>] {
        [\.codedeployApplication, \.codedeployDeploymentGroup]
    }

    private func plannedAlarms(_ inspection: inout Inspection) -> PlannedAlarms? {
        let alreadyOn = inspection.read(\.alarmsAlreadyOn, of: self, PlannedAlarms.AlreadyOn.init(input:))
        let names = inspection.read(\.alarms, of: self, AlarmNames.read)
        return names.map { PlannedAlarms(names: $0, alreadyOn: alreadyOn ?? .warn) }
    }

    /// A guard that would guard nothing is worse than none.
    private func check(_ shift: PlannedTraffic.Shift?, _ inspection: inout Inspection) {
        guard let shift else { return }
        if case .atOnce = shift, alarms.given != nil {
            inspection.note(
                \Self.alarms,
                "are watched only while traffic goes over in steps: give traffic, "
                    + "such as 10% 5m, or 100% 5m to move it at once and then watch")
        }
        if case .byCodeDeploy = shift {
            if alarms.given != nil {
                inspection.note(
                    \Self.alarms, "are CodeDeploy's with traffic: codedeploy: put them on the deployment group")
            }
            return
        }
        for input in Self.codeDeployInputs + [\.wait] where isGiven(input) {
            inspection.note(input, "is only for traffic: codedeploy")
        }
    }
}

extension TextRule {
    /// Source: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html
    fileprivate static let codeDeployName = TextRule(wanted: "a name of at most 100 characters on one line") { text in
        (1...100).contains(text.unicodeScalars.count) && !text.contains(where: \.isNewline)
    }
}
