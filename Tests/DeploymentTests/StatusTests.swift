import AWSCore
import AWSServices
import Engine
import Samples
import Testing

@testable import Deployment

private func status(
    _ changes: [String: JSONValue] = [:], aliases: [AliasConfiguration] = [], versions: [FunctionConfiguration] = []
) -> FunctionStatus {
    FunctionStatus(
        name: "demo", latest: function(changes).configuration, aliases: .success(aliases), versions: .success(versions),
        provisioned: .success([:]))
}

private func version(_ number: Int, _ description: String = "") -> FunctionConfiguration {
    FunctionConfiguration(members: ["Version": .string("\(number)"), "Description": .string(description)])
}

@Suite struct StatusTests {
    @Test func whetherItCanBeDeployedToFollowsTheTableOfStates() {
        #expect(status().deployability == .now)
        #expect(status(["State": .string("Inactive")]).deployability == .now)
        let failed = status([
            "LastUpdateStatus": .string("Failed"), "LastUpdateStatusReason": .string("x"),
            "LastUpdateStatusReasonCode": .string("InvalidSubnet"),
        ])
        #expect(failed.deployability == .asACure(StatedReason(code: "InvalidSubnet", text: "x")))
        let image = status([
            "State": .string("Failed"), "StateReasonCode": .string("ImageDeleted"), "StateReason": .string("y"),
        ])
        #expect(image.deployability == .asACure(StatedReason(code: "ImageDeleted", text: "y")))
        let busy = status(["LastUpdateStatus": .string("InProgress")])
        #expect(busy.deployability == .afterWaiting(Status(busy.latest)))
        let odd = status(["State": .string("Hibernating")])
        #expect(odd.deployability == .afterWaiting(Status(odd.latest)))
        let dead = status(["State": .string("Failed"), "StateReason": .string("z")])
        #expect(dead.deployability == .never(StatedReason(code: nil, text: "z")))
    }

    @Test func theWayBackIsThatOfARollback() {
        func way(_ alias: AliasConfiguration, _ versions: [FunctionConfiguration]) -> WayBack? {
            status(versions: versions).wayBack(of: alias)
        }
        let present = version(42, "main [lockstep run 1a2b3c4d/9.1 after 39]")
        let all = [version(38), version(39), version(41), present]
        let recorded = alias("42", "[lockstep 42 after 41]")
        #expect(way(recorded, all) == WayBack(target: number(41), reason: .recordedInAlias))
        #expect(way(alias("42"), all) == WayBack(target: number(39), reason: .recordedInVersion))
        #expect(way(alias("41", weights: ["42": 0.1]), all) == WayBack(target: number(41), reason: .halfShifted))
        #expect(way(alias("41"), all) == WayBack(target: number(39), reason: .guessed))
        #expect(way(alias("38"), all) == nil)
        #expect(way(alias("$LATEST"), all) == nil)
    }

    @Test func whoServesAVersionIsWhoGivesItAnyTraffic() {
        let found = status(
            aliases: [alias("41", weights: ["42": 0.1])], versions: [version(41), version(42), version(40)])
        #expect(found.aliases(serving: version(42)).map(\.name) == ["live"])
        #expect(found.aliases(serving: version(41)).map(\.name) == ["live"])
        #expect(found.aliases(serving: version(40)).isEmpty)
    }
}
