import ArgumentParser

struct TrafficInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.traffic }

    @Option(
        help: """
            How traffic moves to the new version: all at once unless this is given; in steps such as 10% 5m, 50% 10m, \
            each a share and a time (a last 100% 10m keeps watching); or codedeploy.
            """)
    var traffic: String?

    @Option(
        help: """
            Names of CloudWatch alarms, one per line or separated by commas, watched while traffic moves in steps. If \
            one comes on, the alias is put back.
            """)
    var alarms: String?

    @Option(
        help: """
            For an alarm that is on when the run begins: warn (the default) ignores it until it has been OK, fail \
            stops.
            """)
    var alarmsAlreadyOn: String?

    @Option(help: "The CodeDeploy application that moves the alias, with traffic: codedeploy.")
    var codedeployApplication: String?

    @Option(help: "Its deployment group, which says how traffic moves, and under which alarms.")
    var codedeployDeploymentGroup: String?

    @Option(help: "With traffic: codedeploy, false leaves the deployment to CodeDeploy and ends. By default true.")
    var wait: String?
}
