/// `INPUT_*` that are none of ours. The runner passes on whatever stands below `with`, so that a misspelt smoke test would go
/// unnoticed, and the deployment with it.
enum StrangeInputs {
    /// What is near one of ours is an error; a job's environment may hold others, so what is far from all is a warning.
    static func judge(_ environment: [String: String], _ inspection: inout Inspection) {
        var far: [String] = []
        for name in names(in: environment) {
            if let meant = NearMiss.name(meantBy: name, among: ActionInputs.names) {
                inspection.note(name, "is not an input. Did you mean \(meant)?")
            } else {
                far.append(name)
            }
        }
        guard !far.isEmpty else { return }
        let more = far.count > mostTold ? " and \(far.count - mostTold) more" : ""
        inspection.remark(
            .warning, far.prefix(mostTold).joined(separator: ", ") + more,
            far.count == 1
                ? "is not an input of Lockstep, and nothing comes of it"
                : "are not inputs of Lockstep, and nothing comes of them")
    }

    private static let mostTold = 5

    /// The runner's own, for actions that are containers.
    /// Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepswithargs
    private static let ofTheRunner: Set = ["args", "entrypoint"]

    /// As they stand in a workflow; those that are empty are not given.
    private static func names(in environment: [String: String]) -> [String] {
        let own = Set(ActionInputs.names)
        return environment.compactMap { variable, value in
            guard variable.hasPrefix("INPUT_"), Optional(value).given != nil else { return nil }
            let name = String(variable.dropFirst("INPUT_".count))
            let isRead =
                name == name.uppercased() && own.contains(String(name.lowercased().map { $0 == "_" ? "-" : $0 }))
            return isRead || ofTheRunner.contains(name.lowercased()) || name.isEmpty
                ? nil : String(name.lowercased().prefix(80))
        }.sorted()
    }
}
