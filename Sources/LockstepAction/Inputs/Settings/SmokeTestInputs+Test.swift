import AWSCore
import Deployment

extension SmokeTestInputs {
    func test(_ inspection: inout Inspection) -> SmokeTest? {
        let payload = inspection.read("smoke-test-payload", smokeTestPayload, Self.json)
        let expected = inspection.read("smoke-test-expect", smokeTestExpect, Self.json)
        if payload == nil && expected == nil { return nil }
        return SmokeTest(payload: payload ?? .object([:]), expected: expected)
    }

    private static func json(_ text: String) throws(Complaint) -> JSONValue {
        try JSONText(text).value()
    }
}
