import ControlPlaneSimulator
import Worlds

/// A run whose summary is kept in `Tests/Pictures/pages`, where a browser shows it.
enum SummaryPage: String, CaseIterable {
    case success, conflict
    case failedTest = "failed-test"
    case alarm, rollback, superseded, plan
    case wrongInputs = "wrong-inputs"
    // What no picture is kept of.
    case putBack = "put-back"
    case unchanged
    case planOfNothing = "plan-of-nothing"
    case hostile
    case hostileFailure = "hostile-failure"

    func run() async -> Run {
        var bench = Bench.orders
        switch self {
        case .success: return await bench.run()
        case .conflict:
            return await bench.run { $0.rival(.configuration, function: "orders", alias: "live", at: afterCode) }
        case .failedTest, .putBack:
            if self == .putBack { bench.inputs["alias"] = nil }
            bench.plane.setBehaviour(
                of: "orders",
                to: .init(
                    payload: Array(#"{"errorType":"KeyError","errorMessage":"'DB_HOST'"}"#.utf8),
                    functionError: "Unhandled",
                    log: Self.log))
            return await bench.run()
        case .alarm:
            bench.inputs["traffic"] = "10% 5m, 50% 10m"
            bench.inputs["alarms"] = "orders-errors"
            bench.plane.addAlarm("orders-errors", isComposite: false)
            return await bench.run { $0.alarm("orders-errors", turns: "ALARM", at: .time(.seconds(100))) }
        case .rollback:
            await bench.deployTwice()
            return await bench.run()
        case .superseded:
            var newer = bench
            newer.variables["GITHUB_RUN_NUMBER"] = "124"
            newer.inputs["zip-file"] = Fixture.zips[1]
            bench.plane = await newer.run().plane.withoutHistory
            return await bench.run()
        case .plan:
            bench.inputs["mode"] = "plan"
            bench.inputs["environment"] = #"{"LOG_LEVEL":"info","DB_HOST":"","TIMEZONE":"UTC"}"#
            bench.inputs["tags"] = #"{"team":"checkout"}"#
            bench.inputs["traffic"] = "10% 5m"
            bench.variables["GITHUB_EVENT_NAME"] = "pull_request"
            return await bench.run()
        case .wrongInputs:
            bench.inputs["memory-size"] = "1 GB"
            bench.inputs["smoke-test-payload"] = "{'ping': true}"
            bench.inputs["publish"] = "maybe"
            return await bench.run()
        case .unchanged:
            bench.plane = await bench.run().plane.withoutHistory
            return await bench.run()
        case .planOfNothing:
            bench.plane = await bench.run().plane.withoutHistory
            bench.inputs["mode"] = "plan"
            return await bench.run()
        case .hostile, .hostileFailure: return await bench.hostile(isFailure: self == .hostileFailure)
        }
    }

    private var afterCode: Moment { .after(.operation(.updateFunctionCode, occurrence: 1)) }

    private static let log = """
        START RequestId: 8f507cfc-xmpl-4697-b07a-ac58fc914c95 Version: $LATEST
        [ERROR] KeyError: 'DB_HOST'
        Traceback (most recent call last):
          File "/var/task/app.py", line 3, in handler
            host = os.environ["DB_HOST"]
        END RequestId: 8f507cfc-xmpl-4697-b07a-ac58fc914c95

        """
}

/// What anybody could call a thing that has a name.
private let hostileName =
    "a|b`c`<img src=x onerror=alert(1)>](http://x)**:;,%%--``` </details></table>\n| x | y |\n"
    + String(repeating: "W", count: 300)

extension Bench {
    fileprivate static var orders: Bench {
        var bench = Bench()
        bench.plane = ControlPlane(settings: .ordinary)
        bench.plane.add(
            "orders", code: Fixture.oldCode + [UInt8](repeating: 7, count: 239_300),
            configuration: Fixture.configuration,
            versions: 41, alias: "live")
        bench.inputs["function-name"] = "orders"
        bench.inputs["zip-file"] = zip
        bench.inputs["timeout"] = "10"
        bench.inputs["environment"] = #"{"LOG_LEVEL":"info","DB_HOST":"db.internal"}"#
        bench.number(123)
        bench.variables["GITHUB_REPOSITORY"] = "octocat/orders"
        bench.variables["GITHUB_SERVER_URL"] = "https://github.com"
        return bench
    }

    /// Longer than a line, and much the same when it is compressed.
    private static let zip: String = {
        var state: UInt32 = 1
        let digits = (0..<400_000).map { _ -> Character in
            state = state &* 1_664_525 &+ 1_013_904_223
            return Character(Unicode.Scalar(UInt8(33 + state >> 8 % 90)))
        }
        return makeZip("def handler(event, context): return event\n#" + String(digits) + "\n")
    }()

    fileprivate mutating func deployTwice() async {
        plane = await run().plane.withoutHistory
        plane.settings.epoch += 3 * 86_400
        inputs["zip-file"] = Fixture.zips[1]
        variables["GITHUB_RUN_NUMBER"] = "124"
        variables["GITHUB_SHA"] = "fedcba9876543210fedcba9876543210fedcba98"
        plane = await run().plane.withoutHistory
        plane.settings.epoch += 720
        for name in ["zip-file", "memory-size", "timeout", "environment"] { inputs[name] = nil }
        inputs["mode"] = "rollback"
    }

    /// Tags, tests, variables and answers that mean ill.
    fileprivate func hostile(isFailure: Bool) async -> Run {
        var bench = self
        // A test's name is of 64 characters on one line.
        let name = JSON.string(String(hostileName.prefix(while: { $0 != "\n" }).prefix(64)))
        bench.inputs["tags"] =
            JSON.object([String(hostileName.prefix(100)): .string(String(hostileName.suffix(200)))]).text
        bench.inputs["environment"] = JSON.object(["W" + String(repeating: "A", count: 200): "1"]).text
        bench.inputs["smoke-test-payload"] =
            JSON.array([["name": name, "payload": [:]], ["name": "two", "payload": ["second": 1]]]).text
        bench.inputs["smoke-test-expect"] = nil
        bench.inputs["version-description"] = hostileName
        if isFailure {
            bench.plane.setBehaviour(
                of: "orders", to: .init(payload: Array(name.text.utf8), functionError: "Unhandled", log: hostileName))
        }
        return await bench.run {
            $0.rival(.tags, function: "orders", alias: "live", at: .before(.operation(.publishVersion, occurrence: 1)))
        }
    }
}
