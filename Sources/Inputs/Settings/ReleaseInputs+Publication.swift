import Deployment

extension ReleaseInputs {
    func publication(
        _ environment: [String: String], startedAt: Double, _ traffic: TrafficInputs, _ inspection: inout Inspection
    ) -> PlannedPublication? {
        let isWanted = inspection.read(\.publish, of: self, Bool.init(input:)) ?? true
        let alias = inspection.read(\.alias, of: self, TextRule.alias.read)
        let template = inspection.read(\.versionDescription, of: self, VersionDescription.init(template:))
        if !isWanted, self.alias.given != nil {
            inspection.note(
                \Self.alias, "needs a published version to point at: set publish to true, or leave alias out")
        }
        let target = inspection.read(\.publishTo, of: self, PlannedPublication.Target.init(input:))
        if target == .latestPublished, self.alias.given != nil {
            inspection.note(
                \Self.publishTo, "must be version with alias, which points at a number: leave one of them out")
        }
        if !isWanted, publishTo.given != nil {
            inspection.note(\Self.publishTo, "needs a published version: set publish to true, or leave publish-to out")
        }
        let traffic = traffic.traffic(hasAlias: self.alias.given != nil, &inspection)
        guard isWanted else { return nil }
        let facts = VersionDescription.facts(environment, stage: stage.given, startedAt: startedAt)
        return PlannedPublication(
            target: target, versionDescription: (template ?? .standard).text(facts), alias: alias, traffic: traffic)
    }
}
