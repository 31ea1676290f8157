import AWSCore
import AWSServices
import Deployment
import Engine
import Identity
import Inputs
import Reporting

extension Program {
    /// What functions are up to: once, or until somebody has seen enough. Nothing is written.
    func show(
        _ order: StatusOrder, _ wishes: Wishes, _ voice: Voice, _ narrator: Narrator, _ journal: Journal,
        _ report: inout Report
    ) async {
        let listener = CallListener(journal, voice, isDebugging: isDebugging)
        let destination = order.destination
        do throws(IdentityFailure) {
            let credentials = try await destination.identification(
                before: nil, over: transport, clock, host, voice, narrator, listener
            ).credentials()
            let client = destination.client(
                .lambda, destination.lambda, as: credentials, over: transport, clock, listener)
            let reader = StatusReader(lambda: Lambda(client: client))
            let teller = StatusTeller(voice, wishes.output)
            report.ending = .succeeded(.status)
            var known: [String: FunctionStatus] = [:]
            for round in 0..<(wishes.watches ? Self.mostRounds : 1) {
                if round > 0, !(await pause()) { return }
                for name in order.functions {
                    switch await look(at: name, reader, since: known[name], isWhole: round % 5 == 0) {
                    case .same: break
                    case .new(let status):
                        known[name] = status
                        if !teller.tell(status, now: clock.secondsSince1970()), wishes.watches { return }
                    case .failed(let failure):
                        // Ctrl-C is how a watch ends.
                        if wishes.watches && Task.isCancelled { return }
                        report.ending = .failed(failure)
                        let place = await destination.place(
                            of: report.ending, as: credentials, over: transport, clock, listener)
                        teller.tell(failure, of: name, place)
                    }
                }
                if case .failed = report.ending { return }
            }
        } catch {
            report.diagnose(error)
        }
    }

    /// A day of looks, two seconds apart.
    private static let mostRounds = 43_200

    private func pause() async -> Bool {
        do throws(CancellationError) {
            try await clock.sleep(for: .seconds(2))
            return true
        } catch {
            return false
        }
    }

    /// - Parameters:
    ///   - known: what was seen last; `nil`: nothing yet.
    ///   - isWhole: whether versions and aliases are read again even if `$LATEST` stands as before: their reads share a small
    ///     quota with everybody's deployments.
    private func look(
        at name: String, _ reader: StatusReader, since known: FunctionStatus?, isWhole: Bool
    ) async -> StatusLook {
        do throws(AWSFailure) {
            if !isWhole, let known, try await reader.latest(of: name) == known.latest { return .same }
            guard let status = try await reader.status(of: name) else { return .failed(.functionMissing) }
            return status == known ? .same : .new(status)
        } catch {
            return .failed(.engine(EngineFailure(error)))
        }
    }
}

private enum StatusLook {
    case same
    case new(FunctionStatus)
    case failed(DeploymentFailure)
}
