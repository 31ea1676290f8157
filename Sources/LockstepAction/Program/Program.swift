import AWSCore
import AWSServices
import Deployment
import HTTP
import Identity
import Inputs
import Reporting

/// What a run came to: for who ends the process with it, and for who judges how it got there.
package struct Outcome: Sendable {
    package let exitCode: ExitCode
    package let entries: [Journal.Entry]
}

/// The whole program, with its four seams: what carries requests, the clock, the machine, and where the story is told.
package struct Program: Sendable {
    let transport: any HTTPTransport
    let clock: any Clock
    let host: any Host
    private let console: any Console
    private let cut: S3Cut

    /// - Parameter cut: how a package is cut for S3: the program's is ``S3Cut/ordinary``, whose parts are large.
    package init(
        transport: any HTTPTransport, clock: any Clock, host: any Host, console: any Console, cut: S3Cut
    ) {
        self.transport = transport
        self.clock = clock
        self.host = host
        self.console = console
        self.cut = cut
    }

    /// Does what the arguments and the inputs ask for. Cancelling the task stops it at the next safe point.
    /// - Parameter arguments: the command line without the program's name.
    /// - Returns: the exit code.
    package func run(arguments: [String]) async -> Int32 {
        switch Invocation.parse(arguments: arguments, environment: host.environment) {
        case .print(let text, let exitCode):
            show(text, isError: exitCode != 0)
            return exitCode
        case .run(let inputs, let wishes):
            return await run(inputs, wishes).exitCode.value
        }
    }

    package func run(_ inputs: ActionInputs, _ wishes: Wishes) async -> Outcome {
        let startedAt = clock.secondsSince1970()
        let secrets = KnownSecrets()
        let voice = Voice(style: style, console: console, secrets: secrets, functionName: inputs.shortFunctionName)
        voice.mask(inputs.keys(host.environment))
        voice.keepSecret(inputs.variableValues(readBy: host))
        let narrator = Narrator(voice: voice)
        let journal = Journal(clock: clock) { narrator.tell($0) }
        var report = Report(
            functionName: inputs.subject, secrets: secrets,
            context: RunContext(host.environment, startedAt: startedAt), isSummaryWanted: inputs.wantsSummary,
            wishes: wishes)
        var hasBegun = false
        do {
            try RunnerFiles(host: host, voice: voice).check()
            if inputs.makesPackage {
                let order = try PackageOrder(inputs, host)
                hasBegun = true
                report.ending = try package(order, voice, journal)
            } else if inputs.listsPermissions {
                let order = try PermissionsOrder(inputs, host, startedAt: startedAt)
                hasBegun = true
                report.listing = await list(order, voice, narrator, journal)
                report.ending = .succeeded(.permissions)
            } else if inputs.showsStatus {
                report.isStatus = true
                let order = try StatusOrder(inputs, host)
                hasBegun = true
                await show(order, wishes, voice, narrator, journal, &report)
            } else {
                let prepared = try Preparation(inputs, host, startedAt: startedAt)
                hasBegun = true
                voice.head(prepared.headline)
                prepared.remarks.map(Fact.init).forEach(journal.record)
                await carryOut(prepared, voice, narrator, journal, &report)
            }
        } catch {
            if !hasBegun { voice.head("Lockstep \(ours: lockstepVersion)") }
            report.problems = error.problems
        }
        report.result = RunResult(ending: report.ending, entries: journal.entries, duration: journal.elapsed)
        return Outcome(exitCode: report.tell(voice, host), entries: journal.entries)
    }

    /// A mistake in the command line fails the step, so on GitHub it has to be an annotation.
    private func show(_ text: String, isError: Bool) {
        guard isError else {
            console.write(result: text)
            return
        }
        let voice = Voice(style: style, console: console, secrets: KnownSecrets(), functionName: nil)
        if voice.isTerminal {
            voice.complain(.supplied(text))
        } else {
            voice.fail(title: "Wrong arguments", .supplied(text))
        }
    }

    private func package(_ order: PackageOrder, _ voice: Voice, _ journal: Journal) throws(InvalidInputs) -> Ending {
        voice.head(order.headline)
        order.remarks.map(Fact.init).forEach(journal.record)
        try order.write(token: host.randomToken())
        journal.record(.packaged(file: order.path, digest: order.digest, bytes: order.count))
        return .succeeded(.package)
    }

    private func list(
        _ order: PermissionsOrder, _ voice: Voice, _ narrator: Narrator, _ journal: Journal
    ) async -> PermissionsListing {
        voice.head(order.headline)
        order.remarks.map(Fact.init).forEach(journal.record)
        guard let destination = order.destination else { return order.listing(account: order.account, claims: []) }
        let listener = CallListener(journal, voice, isDebugging: isDebugging)
        let identification = destination.identification(
            before: nil, over: transport, clock, host, voice, narrator, listener)
        let claims = await identification.claims()
        if let account = order.account { return order.listing(account: account, claims: claims) }
        let caller: CallerIdentity?
        do throws(IdentityFailure) {
            let credentials = try await identification.credentials()
            caller = await destination.caller(as: credentials, over: transport, clock, listener)
        } catch {
            caller = nil  // a placeholder stands for the account, and says so
        }
        return order.listing(account: caller?.account, claims: claims)
    }

    private func carryOut(
        _ prepared: Preparation, _ voice: Voice, _ narrator: Narrator, _ journal: Journal, _ report: inout Report
    ) async {
        let listener = CallListener(journal, voice, isDebugging: isDebugging)
        let destination = prepared.destination
        do throws(IdentityFailure) {
            let credentials = try await destination.identification(
                before: prepared.settings.waits.deadline, over: transport, clock, host, voice, narrator, listener
            ).credentials()
            let deployment = prepared.deployment(as: credentials, over: transport, clock, cut, journal, listener)
            report.ending = await carryOut(prepared, by: deployment)
            narrator.end(at: journal.elapsed)
            let missing = prepared.settings.creationProblems
            let place =
                missing.isEmpty
                ? await destination.place(of: report.ending, as: credentials, over: transport, clock, listener) : nil
            report.diagnose(creationProblems: missing, place: place)
        } catch {
            report.diagnose(error)
        }
    }

    private func carryOut(_ prepared: Preparation, by deployment: FunctionDeployment) async -> Ending {
        do {
            switch prepared.settings.mode {
            case .deploy, .rollback: try await deployment.run()
            case .plan: try await deployment.preview(prepared.dryRun)
            case .package, .permissions, .status: break  // never come here
            }
            return .succeeded(prepared.settings.mode)
        } catch {
            return .failed(error)
        }
    }

    var isDebugging: Bool { host.environment["RUNNER_DEBUG"] == "1" }

    private var style: Voice.Style {
        host.environment["GITHUB_ACTIONS"] == "true" ? .github : .terminal(console.looks)
    }
}
