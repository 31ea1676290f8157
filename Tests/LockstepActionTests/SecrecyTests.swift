import AWSCore
import ControlPlaneSimulator
import Reporting
import Testing
import Worlds

@testable import LockstepAction

/// What a variable holds is kept out of what others supplied, and takes nothing away from what we say.
@Suite struct SecrecyTests {
    /// Facts A2 and A3 of the field: an account number, a commit, a word of ours, half an ARN, a size.
    private static let values = [
        "123456789012", "0123456789abcdef0123456789abcdef01234567", "deployed", "name", "arn:aws", "1024", "demo",
        "live", "eu-west-1", "MemorySize", "after", "not set", "\"", "e", "State: Active",
    ]

    private func bench(standing: [String: String], given: [String: String]) -> Bench {
        var bench = Bench()
        bench.plane = .withDemo(.quick)
        bench.plane.addVariables(standing, of: "demo")
        bench.inputs["memory-size"] = "1024"
        bench.inputs["environment"] = JSON.object(given.mapValues(JSON.string)).text
        return bench
    }

    @Test(arguments: values) func noOutputAndNoWordOfOursIsLostToAVariable(value: String) async {
        let calm = await bench(standing: ["AA": "zzzz"], given: ["BB": "zzzz"]).run()
        for (standing, given) in [("zzzz", value), (value, "zzzz")] {
            let run = await bench(standing: ["AA": standing], given: ["BB": given]).run()
            #expect(run.log == calm.log)
            #expect(run.files == calm.files)
        }
        #expect(calm.output(.outcome) == "deployed")
        #expect(calm.log.filter { $0.hasPrefix("::add-mask::") } == ["::add-mask::the-secret-key"])
    }

    /// All words of a log, each of them held by a variable.
    @Test(arguments: [Kind.existing, .canary, .codeDeploy, .pruning, .rollback, .image, .tagged, .unchanged])
    func everyWordOfOursStaysReadable(kind: Kind) async {
        func log(_ variables: [String: String]) async -> [String] {
            var bench = await kind.bench()
            bench.plane.addVariables(variables, of: "demo")
            return await bench.run().log.filter { !$0.hasPrefix("| ") && !$0.hasPrefix("Lockstep ") }
        }
        let calm = await log(["W0": "zzzz"])
        let supplied = ["blue", "team", "shop", "orders", "demo"]
        let words = Set(calm.joined(separator: " ").split(whereSeparator: { !$0.isLetter && !$0.isNumber }))
            .filter { $0.count >= 4 && !supplied.contains(String($0)) && !$0.contains("dkr") }.sorted()
        for chunk in stride(from: 0, to: words.count, by: 40) {
            let held = words[chunk..<min(chunk + 40, words.count)].enumerated().map { ("W\($0)", String($1)) }
            let told = await log(Dictionary(uniqueKeysWithValues: held))
            #expect(zip(told, calm).filter { $0 != $1 }.map(\.0) == [])
        }
    }

    @Test func whatUsersAndAWSSupplyIsRedactedAsAString() async throws {
        var bench = bench(standing: ["SECRET": "hunter22", "SIZE": "1024"], given: ["BB": "zzzz"])
        bench.inputs["function-description"] = "pass \"hunter22\" on, 1024 times"
        bench.inputs["tags"] = #"{"owner":"hunter22"}"#
        let run = await bench.run()
        let plan = try #require(run.output(.plan))
        let rows = try #require(JSONValue(parsing: Array(plan.utf8))?.array)
        func after(_ name: String) -> JSONValue? { rows.first { $0["name"] == .string(name) }?["after"] }
        #expect(after("Description") == .string("pass \"***\" on, *** times"))
        #expect(after("MemorySize") == .integer(1024))
        #expect(after("Tags.owner") == .string("***"))
        #expect(run.log.contains("  MemorySize: 128 -> 1024"), "\(run.log)")
        #expect(run.log.contains("  Description: not set -> pass \"***\" on, *** times"), "\(run.log)")
        #expect(!(run.log + run.files.values).contains { $0.contains("hunter22") })
    }
}
