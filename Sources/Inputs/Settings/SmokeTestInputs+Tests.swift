import AWSCore
import Deployment

extension SmokeTestInputs {
    /// - Parameter areVersionsPublished: else there is none to be tested.
    func tests(areVersionsPublished: Bool, _ inspection: inout Inspection) -> SmokeTests? {
        let timeout = inspection.read(\.smokeTestTimeout, of: self, Duration.init(testInput:))
        let criterion = criterion(&inspection)
        let defaults = SmokeTest(
            name: nil, payload: .object([:]), criterion: criterion ?? .success, timeout: timeout)
        let tests = inspection.read(\.smokeTestPayload, of: self) { text throws(Complaint) in
            try SmokeTestList.read(text, defaults)
        }
        let target = inspection.read(\.smokeTestTarget, of: self, SmokeTests.Target.init(input:))
        if let target, target != .latest, !areVersionsPublished {
            inspection.note(\Self.smokeTestTarget, "needs a published version: set publish to true, or test latest")
        }
        guard isAsked else {
            for input in [\Self.smokeTestTimeout, \.smokeTestTarget] where isGiven(input) {
                inspection.note(input, "needs a smoke test: give smoke-test-payload, or leave it out")
            }
            return nil
        }
        return SmokeTests(tests: tests ?? [defaults], target: target)
    }

    private func criterion(_ inspection: inout Inspection) -> SmokeTest.Criterion? {
        let answer = inspection.read(\.smokeTestExpect, of: self) { text throws(Complaint) in
            try JSONText(text).value()
        }
        if smokeTestExpect.given != nil, smokeTestExpectError.given != nil {
            inspection.note(\Self.smokeTestExpectError, "cannot be together with smoke-test-expect: give one of them")
        }
        return smokeTestExpectError.given.map { .error(containing: $0) } ?? answer.map { .answer($0) }
    }

    private var isAsked: Bool {
        [smokeTestPayload, smokeTestExpect, smokeTestExpectError].contains { $0.given != nil }
    }
}

extension Duration {
    /// As a wait, but no longer than Lambda lets a function run.
    init(testInput text: String) throws(Complaint) {
        let wanted = "a whole number of seconds from 1 to 900, such as 30, 30s or 5m"
        do throws(Complaint) {
            self = try Duration(waitInput: text)
        } catch {
            throw Complaint("must be \(wanted), not \(text.quoted)")
        }
        guard self <= .seconds(900) else { throw Complaint("must be \(wanted), not \(text.quoted)") }
    }
}
