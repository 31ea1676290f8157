import ControlPlaneSimulator
import HTTP
import Testing
import Worlds

/// Whoever is in the wrong account writes nothing.
@Suite struct AccountGuardTests {
    private static let own = "123456789012"

    private func run(
        _ allowed: String, of function: String = "demo", _ change: (inout Bench) -> Void = { _ in }
    ) async -> Run {
        var bench = Bench()
        bench.plane = .withDemo(.quick)
        bench.inputs["allowed-account-ids"] = allowed
        bench.inputs["function-name"] = function
        change(&bench)
        return await bench.run()
    }

    @Test(arguments: [own, "000000000001, \(own)", "[\"\(own)\"]", "\(own)\n000000000001"])
    func anAccountOnTheListIsDeployedTo(allowed: String) async {
        let run = await run(allowed)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.history.requests.first?.operation == .getCallerIdentity)
        #expect(run.history.requests.count { $0.operation == .getCallerIdentity } == 1)
    }

    @Test func inAnotherNothingIsEvenRead() async {
        let run = await run("000000000001 000000000002")
        #expect(run.exitCode == 1 && run.history.requests.map(\.operation) == [.getCallerIdentity])
        let error = run.errors.first ?? ""
        for part in [Self.own, "000000000001, 000000000002", "allowed-account-ids", "Nothing was changed"] {
            #expect(error.contains(part), "\(part): \(error)")
        }
    }

    @Test func aNameInAnotherAccountIsRefusedBeforeAnyCall() async {
        let run = await run(Self.own, of: "000000000001:function:demo")
        #expect(run.exitCode == 2 && run.history.requests.isEmpty)
        #expect(run.errors.first?.contains("is in account 000000000001") == true, "\(run.errors)")
    }

    /// What is found is elsewhere, though the name does not say it.
    @Test(arguments: [Kind.existing, .rollback]) func aFunctionThatIsElsewhereIsNotTouched(kind: Kind) async {
        var bench = await kind.bench()
        bench.inputs["allowed-account-ids"] = "000000000001"
        bench.wire = { OtherCaller(onward: $0) }
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.writes.isEmpty && run.uploads.isEmpty)
        #expect(run.errors.first?.contains("The function is in account") == true, "\(run.errors)")
    }

    @Test(arguments: ["12345678901", "12345678901a", "", ","]) func whatIsNoAccountIsRefused(allowed: String) async {
        let run = await run(allowed)
        #expect(run.exitCode == (allowed.isEmpty ? 0 : 2))
        #expect(run.history.requests.allSatisfy { $0.operation != .getCallerIdentity })
        #expect(run.errors.count == (allowed.isEmpty ? 0 : 1), "\(run.errors)")
    }

    @Test func whoCannotBeAskedIsNotBelieved() async {
        let run = await run(Self.own) { $0.plane.settings.denied = [.getCallerIdentity] }
        #expect(run.exitCode == 1 && run.writes.isEmpty)
        #expect(run.errors.first?.contains("the account could not be checked") == true, "\(run.errors)")
    }

    /// Its ARN shows it, before a token is fetched.
    @Test(arguments: [true, false]) func aRoleInAnotherAccountIsNotEvenAssumed(hasToken: Bool) async {
        var bench = RoleBench(token: hasToken, keys: !hasToken)
        bench.bench.inputs["allowed-account-ids"] = "000000000001"
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.writes.isEmpty && bench.seen.isEmpty)
        #expect(run.errors.count == 1, "\(run.errors)")
        #expect(run.errors.first?.contains("role-to-assume is in account 123456789012, which is not") == true)
    }

    @Test func whatAssumesARoleIsHeldAgainstTheListToo() async {
        var bench = RoleBench(token: true, keys: false)
        bench.bench.inputs["allowed-account-ids"] = Self.own
        let run = await bench.run()
        #expect(run.exitCode == 0 && bench.seen.contains(.other(by: "ASIA1")), "\(run.errors)")
    }
}

/// Answers who the caller is, which is somebody elsewhere.
private struct OtherCaller: HTTPTransport {
    let onward: any HTTPTransport

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        guard request.method == .post, request.path == "/", request.headers["X-Amz-Target"] == nil else {
            return try await onward.send(request)
        }
        let body =
            "<R><GetCallerIdentityResult><Arn>arn:aws:iam::000000000001:user/x</Arn><Account>000000000001</Account>"
            + "</GetCallerIdentityResult></R>"
        return HTTPResponse(status: 200, headers: HTTPHeaders([]), body: Array(body.utf8))
    }
}
