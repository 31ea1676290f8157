import HTTP

/// AWS Lambda's control plane as a value: give it requests and times, and it answers as AWS does.
///
/// It has no clock: time is the parameter of every call and only ever grows. A test builds one, puts a function there,
/// and hands it to a ``SimulatedWorld``, which runs any number of clients, rivals and faults over it in virtual time:
///
/// ```swift
/// var plane = ControlPlane(settings: .ordinary)
/// plane.add("orders", code: oldZip, configuration: ["MemorySize": 256], versions: 1, alias: "live")
/// let clock = VirtualClock(secondsSince1970: plane.settings.epoch, seed: 1)
/// let world = SimulatedWorld(plane, clock: clock, latency: .milliseconds(20))
/// world.inject(.answerLost, on: .operation(.publishVersion, occurrence: 1))
/// world.rival(.configuration, function: "orders", alias: "live", at: .after(.operation(.updateFunctionCode, occurrence: 1)))
/// let transport = world.transport(author: "client")
/// // run the program over `transport` and `clock`, then judge:
/// world.plane.history.writes(by: "client").map(\.operation)
/// world.plane.history.published("orders").map(\.content?.authors)
/// world.plane.function("orders")?.aliases["live"]?.functionVersion
/// ```
package struct ControlPlane: Sendable {
    package var settings: Settings
    package internal(set) var functions: [String: Function]
    package internal(set) var history: History
    /// S3's, by name.
    package internal(set) var buckets: [String: Bucket]
    /// Code that was seen, by its digest, so that a rival can put it back.
    var codes: [String: Code]
    /// The digest (lower-case hex) that an image's tag stands for; one that is not here is derived from its name.
    package var images: [String: String]
    /// Images that are not in the registry.
    package var missingImages: Set<String>
    /// Tags that point to an index of images, as buildx writes one.
    package var imageIndexes: Set<String>
    package internal(set) var alarms: [String: Alarm]
    /// CodeDeploy's, as `application/group`.
    var deploymentGroups: Set<String>
    package internal(set) var deployments: [String: CodeDeployment]
    private var minted: Int

    package init(settings: Settings) {
        self.settings = settings
        functions = [:]
        history = History()
        buckets = [:]
        codes = [:]
        images = [:]
        missingImages = []
        imageIndexes = []
        alarms = [:]
        deploymentGroups = []
        deployments = [:]
        minted = 0
    }

    package func function(_ name: String) -> Function? {
        functions[name]
    }

    /// What the function answers to invocations from now on.
    package mutating func setBehaviour(of name: String, to behaviour: Behaviour) {
        functions[name]?.behaviour = behaviour
    }
}

extension ControlPlane {
    /// A revision id that was never given before.
    mutating func mintRevision() -> String {
        minted += 1
        let digits = String(minted, radix: 16)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    func timestamp(at now: Duration) -> Timestamp {
        Timestamp(secondsSince1970: settings.epoch + now / .seconds(1))
    }

    func arn(of name: String) -> String {
        "arn:aws:lambda:\(settings.region):\(settings.account):function:\(name)"
    }
}
