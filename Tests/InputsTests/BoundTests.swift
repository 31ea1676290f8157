import Testing

@testable import Inputs

/// What goes beyond a bound that AWS may have moved is told and sent; what is surely wrong is refused elsewhere.
@Suite struct BoundTests {
    @Test(
        arguments: [
            ("memory-size", "32768", nil),
            ("memory-size", "32769", "sets MemorySize to 32769 MB, and the most that AWS is known to take is 32768"),
            ("timeout", "1800", nil),
            (
                "timeout", "1801",
                "sets Timeout to 1801 seconds, and the most that AWS is known to take is 1800 (5400 on"
            ),
            ("ephemeral-storage", "32769", "sets EphemeralStorage.Size to 32769 MB"),
            ("layers", layers(5), nil),
            ("layers", layers(6), "sets Layers to 6 layers, and the most that AWS is known to take is 5"),
            ("vpc-config", network(subnets: 16, groups: 5), nil),
            ("vpc-config", network(subnets: 17, groups: 5), "sets VpcConfig.SubnetIds to 17 subnets"),
            ("vpc-config", network(subnets: 16, groups: 6), "sets VpcConfig.SecurityGroupIds to 6 security groups"),
            ("durable-config", #"{"RetentionPeriodInDays":91}"#, "sets DurableConfig.RetentionPeriodInDays to 91 days"),
            ("durable-config", #"{"ExecutionTimeout":31622401}"#, "sets DurableConfig.ExecutionTimeout to 31622401"),
        ] as [(String, String, String?)])
    func whatIsBeyondAKnownBoundIsAWarning(input: String, value: String, told: String?) throws {
        let remarks = try GivenInputs([input: value]).settings().remarks
        #expect(remarks.map(\.input) == (told == nil ? [] : [input]))
        #expect(remarks.allSatisfy { $0.kind == .warning && $0.message.hasPrefix(told ?? "") }, "\(remarks)")
    }

    @Test func aTestMayBeWaitedForLongerThanIsKnown() throws {
        func remarks(_ given: [String: String?]) throws -> [String] {
            try GivenInputs(given).settings().remarks.map(\.input)
        }
        #expect(try remarks(["smoke-test-payload": "1", "smoke-test-timeout": "1800"]).isEmpty)
        #expect(try remarks(["smoke-test-payload": "1", "smoke-test-timeout": "31m"]) == ["smoke-test-timeout"])
        let list = #"[{"name":"a","payload":1,"timeout":3600},{"name":"b","payload":1}]"#
        #expect(try remarks(["smoke-test-payload": list]) == ["smoke-test-payload"])
    }

    private static func layers(_ count: Int) -> String {
        (1...count).map { "arn:aws:lambda:eu-central-1:123456789012:layer:x:\($0)" }.joined(separator: "\n")
    }

    private static func network(subnets: Int, groups: Int) -> String {
        func list(_ count: Int) -> String { (1...count).map { "\"x\($0)\"" }.joined(separator: ",") }
        return "{\"SubnetIds\":[\(list(subnets))],\"SecurityGroupIds\":[\(list(groups))]}"
    }
}
