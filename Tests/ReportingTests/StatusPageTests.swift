import AWSCore
import AWSServices
import Deployment
import Samples
import Testing

@testable import Reporting

private let now = 1_764_554_400.0  // 2025-12-01T02:00:00Z

private func version(_ number: Int, _ description: String = "") -> FunctionConfiguration {
    FunctionConfiguration(members: [
        "Version": .string("\(number)"), "Description": .string(description), "CodeSha256": .string("5OSSKXW/abcd"),
        "CodeSize": .integer(2048), "LastModified": .string("2025-11-30T01:00:00.000+0000"),
    ])
}

private func page(_ status: FunctionStatus) -> [String] {
    StatusPage(status, now: now).lines.map { $0.text(redacting: { $0 }) }
}

@Suite struct StatusPageTests {
    private let latest = function(["LastModified": .string("2025-12-01T01:00:00.000+0000")]).configuration

    @Test func itAnswersWhatSomebodyAsksWhoIsCalledAtNight() {
        let status = FunctionStatus(
            name: "demo", latest: latest,
            aliases: .success([alias("42", "[lockstep 42 run 1a2b3c4d/123.1 after 41]", weights: ["43": 0.1])]),
            versions: .success([
                version(41, "main | 9f8e7d6"), version(42, "main | 0123456 [lockstep run 1a2b3c4d/123.1]"),
            ]),
            provisioned: .success(["live": ProvisionedConcurrency(state: .ready, reason: nil)]))
        #expect(
            page(status) == [
                "demo · https://eu-west-1.console.aws.amazon.com/lambda/home?region=eu-west-1#/functions/demo",
                "  $LATEST: State: Active, LastUpdateStatus: Successful · changed 1 hour ago · code old",
                "  A deployment can start now.",
                "  Alias live at version 42, 10% to 43 · main | 0123456 · moved by run 1a2b3c4d/123.1"
                    + " · provisioned concurrency READY",
                "    A rollback gives all traffic to version 42: a newer version loses its share.",
                "  Versions, newest first:",
                "    42 · main | 0123456 · changed 1 day ago · code 2.0 KB 5OSSKXW/ · run 1a2b3c4d/123.1 · serves live",
                "    41 · main | 9f8e7d6 · changed 1 day ago · code 2.0 KB 5OSSKXW/",
            ])
    }

    @Test func whatCannotBeReadIsNamedAndTheRestIsShown() {
        func denied(_ operation: String) -> AWSFailure {
            .refused(
                Refusal(
                    operation: operation, status: 403, code: "AccessDeniedException", message: "not allowed",
                    requestID: nil))
        }
        let status = FunctionStatus(
            name: "demo", latest: latest, aliases: .failure(denied("ListAliases")),
            versions: .failure(denied("ListVersionsByFunction")),
            provisioned: .failure(denied("ListProvisionedConcurrencyConfigs")))
        let lines = page(status)
        #expect(lines.contains("  A deployment can start now."))
        #expect(
            lines.suffix(3) == [
                "  Aliases are not shown: ListAliases was refused with AccessDeniedException: not allowed.",
                "  Versions are not shown: ListVersionsByFunction was refused with AccessDeniedException: not allowed.",
                "  Provisioned concurrency is not shown: ListProvisionedConcurrencyConfigs was refused with "
                    + "AccessDeniedException: not allowed.",
            ])
        let json = StatusJSON(status, redacting: { $0 }).value
        #expect(json["aliases"] == .null)
        #expect(json["notSeen"]?.array?.count == 3)
    }

    @Test func aProgramReadsTheSame() {
        let status = FunctionStatus(
            name: "demo", latest: latest, aliases: .success([alias("42", "[lockstep 42 after 41]")]),
            versions: .success([version(41), version(42)]), provisioned: .success([:]))
        let json = StatusJSON(status, redacting: { $0.replacing("demo", with: "***") }).value
        #expect(json["function"] == .string("demo"))
        #expect(json["deployable"] == .string("now"))
        let live = json["aliases"]?.array?.first
        #expect(live?["rollbackTo"] == .string("41"))
        #expect(live?["rollbackIsAGuess"] == .bool(false))
        #expect(json["versions"]?.array?.first?["version"] == .string("42"))
        #expect(json["versions"]?.array?.first?["aliases"] == .array([.string("live")]))
    }

    @Test func longListsAreCutForPeopleOnly() {
        let status = FunctionStatus(
            name: "demo", latest: latest, aliases: .success([]), versions: .success((1...12).map { version($0) }),
            provisioned: .success([:]))
        #expect(page(status).last == "    and 2 older")
        #expect(page(status).contains("  No alias: all callers get $LATEST, or name a version."))
        #expect(StatusJSON(status, redacting: { $0 }).value["versions"]?.array?.count == 12)
    }
}
