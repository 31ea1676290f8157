import AWSCore
import Deployment

extension SmokeTestInputs {
    /// - Parameter areVersionsPublished: else there is none to be tested.
    func tests(areVersionsPublished: Bool, _ inspection: inout Inspection) -> SmokeTests? {
        let timeout = inspection.read(\.smokeTestTimeout, of: self, Duration.init(waitInput:))
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
        let wanted = tests ?? [defaults]
        remarkOnTimeouts(of: wanted, &inspection)
        return SmokeTests(tests: wanted, target: target)
    }

    private func remarkOnTimeouts(of tests: [SmokeTest], _ inspection: inout Inspection) {
        for test in tests {
            guard let timeout = test.timeout, let doubt = KnownBound.doubt(ofTestTimeout: timeout) else { continue }
            let isOfTheInput = smokeTestTimeout.given != nil
            inspection.remark(.warning, isOfTheInput ? \Self.smokeTestTimeout : \.smokeTestPayload, doubt)
        }
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
