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
                if round > 0, !(await pause()) { break }
                for name in order.functions {
                    guard let failure = await look(at: name, reader, teller, &known, isWhole: round % 5 == 0) else {
                        continue
                    }
                    // Ctrl-C is how a watch ends.
                    if wishes.watches && Task.isCancelled { return }
                    report.ending = .failed(failure)
                    let place = await destination.place(
                        of: report.ending, as: credentials, over: transport, clock, listener)
                    teller.tell(failure, of: name, place)
                }
                if case .failed = report.ending { break }
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

    /// Tells what is new.
    /// - Parameter isWhole: whether versions and aliases are read again even if `$LATEST` stands as before: their reads share a
    ///   small quota with everybody's deployments.
    private func look(
        at name: String, _ reader: StatusReader, _ teller: StatusTeller, _ known: inout [String: FunctionStatus],
        isWhole: Bool
    ) async -> DeploymentFailure? {
        do throws(AWSFailure) {
            if !isWhole, try await reader.latest(of: name) == known[name]?.latest { return nil }
            guard let status = try await reader.status(of: name) else { return .functionMissing }
            if status != known[name] { teller.tell(status, now: clock.secondsSince1970()) }
            known[name] = status
            return nil
        } catch {
            return .engine(EngineFailure(error))
        }
    }
}
