import Inputs
import LockstepAction
import Testing

/// Programs that hand out keys.
@Suite struct ChildProcessTests {
    /// - Parameter time: by itself a bound against hanging: among a thousand other tests, minutes may pass between two looks.
    private func run(_ command: [String], within time: Duration = .seconds(900)) async -> Result<String, HostFailure> {
        do throws(HostFailure) {
            return .success(String(decoding: try await SystemHost().run(command, within: time), as: UTF8.self))
        } catch {
            return .failure(error)
        }
    }

    @Test func whatAProgramWritesIsTakenAndWhatItSaysOfErrorsIsNoPartOfIt() async throws {
        #expect(try await run(["sh", "-c", "cat; echo no >&2; printf 'a b'; sleep 0.1; echo c"]).get() == "a bc\n")
        let much = try await run(["sh", "-c", "head -c 300000 /dev/zero"]).get()
        #expect(much.utf8.count == 300_000)
    }

    @Test func aProgramThatFailsOrIsNotThereSaysSo() async {
        for (command, expected) in [
            (["sh", "-c", "exit 3"], "exit code 3"), (["sh", "-c", "kill -9 $$"], "signal 9"),
            (["no-such-program-of-ours"], "No such file"),
        ] {
            guard case .failure(let failure) = await run(command) else {
                Issue.record("\(command) passes")
                continue
            }
            #expect(failure.reason.contains(expected), "\(failure.reason)")
        }
    }

    @Test func whatAProgramSaysOfItsFailureComesAlongCutShort() async {
        for (script, expected) in [
            ("echo why >&2; exit 3", "why\n"), ("echo a >&2; exec 2>&-; sleep 0.1; exit 1", "a\n"),
            ("head -c 300000 /dev/zero | tr '\\0' x >&2; exit 1", String(repeating: "x", count: 4096)),
        ] {
            guard case .failure(let failure) = await run(["sh", "-c", script]) else {
                Issue.record("\(script) passes")
                continue
            }
            #expect(failure.said == expected, "\(script): \(failure.said.prefix(80))")
        }
    }

    @Test func aProgramThatWritesTooMuchIsNotTakenForASlowOne() async {
        guard case .failure(let failure) = await run(["sh", "-c", "head -c 2000000 /dev/zero; sleep 900"]) else {
            Issue.record("it passes")
            return
        }
        #expect(failure.reason == "it wrote more than 1048576 bytes")
    }

    @Test func aProgramThatDoesNotEndIsEnded() async {
        let began = ContinuousClock.now
        guard case .failure(let failure) = await run(["sh", "-c", "sleep 900 & wait"], within: .milliseconds(300))
        else {
            Issue.record("it passes")
            return
        }
        #expect(failure.reason.contains("in time") && ContinuousClock.now - began < .seconds(800))
    }
}
