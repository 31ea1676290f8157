import ArgumentParser

struct TrafficInputs: ParsableArguments {
    @Option(
        help: """
            How the alias's traffic goes over: at once (the default), or in steps such as 10% 5m, 50% 10m, each a share \
            and a time; a last 100% 10m keeps watching.
            """)
    var traffic: String?

    @Option(
        help: """
            Names of CloudWatch alarms, one per line or separated by commas, watched while traffic goes over in steps. \
            One that comes on puts the alias back.
            """)
    var alarms: String?

    @Option(
        help: """
            For an alarm that is on when the run begins: warn (the default) passes over it until it has been OK, fail \
            stops.
            """)
    var alarmsAlreadyOn: String?
}
