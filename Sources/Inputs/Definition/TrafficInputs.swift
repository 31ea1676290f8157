import ArgumentParser

struct TrafficInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.traffic }

    @Option(
        help: """
            How traffic moves to the new version: steps such as 10% 5m, 50% 10m, each a share and a time (a final \
            100% 10m keeps watching), or codedeploy. Default: all at once.
            """)
    var traffic: String?

    @Option(
        help: """
            Names of CloudWatch alarms, one per line or separated by commas, to watch while traffic moves in steps. If \
            one fires, the alias is moved back.
            """)
    var alarms: String?

    @Option(
        help: """
            If an alarm is already firing at the start: warn (default) ignores it until it has recovered; fail stops \
            the run.
            """)
    var alarmsAlreadyOn: String?

    @Option(help: "With traffic: codedeploy, the CodeDeploy application that moves the alias.")
    var codedeployApplication: String?

    @Option(help: "Its deployment group, which defines how traffic moves and which alarms are watched.")
    var codedeployDeploymentGroup: String?

    @Option(help: "With traffic: codedeploy, false ends the run while CodeDeploy continues. Default: true.")
    var wait: String?
}
