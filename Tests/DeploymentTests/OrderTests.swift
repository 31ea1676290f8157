import AWSCore
import AWSServices
import Engine
import Samples
import Testing

@testable import Deployment

@Suite struct OrderTests {
    private static let blocked =
        "The runtime parameter of nodejs14.x is no longer supported for creating or updating AWS Lambda functions."
    private static let architecture = "Runtime provided does not support the following architectures [arm64]."
    private static let layers =
        "Function code combined with layers exceeds the maximum allowed size of 262144000 bytes. The actual size is 1 bytes."

    private func refusal(_ message: String, of operation: String = "UpdateFunctionCode") -> Refusal {
        Refusal(
            operation: operation, status: 400, code: "InvalidParameterValueException", message: message, requestID: nil)
    }

    @Test(arguments: [(blocked, ConfigurationMember.runtime), (architecture, .runtime), (layers, .layers)])
    func whatStandsIsInTheWay(message: String, member: ConfigurationMember) {
        #expect(refusal(message).memberInTheWayOfCode == member)
        #expect(refusal(message, of: "UpdateFunctionConfiguration").memberInTheWayOfCode == nil)
    }

    @Test(arguments: [
        "Unzipped size must be smaller than 262144000 bytes", "Could not unzip uploaded file.",
        "The image manifest, config or layer media type for the source image is not supported.",
    ])
    func whatLiesWithTheCodeIsNotChangedByTheConfiguration(message: String) {
        #expect(refusal(message).memberInTheWayOfCode == nil)
    }

    @Test func onlyAPlanThatChangesItTurnsTheOrderAbout() {
        let runtime: [ConfigurationMember: JSONValue] = [.runtime: .string("nodejs22.x")]
        let changes = Changes(of: plan(configuration: runtime), on: function(["Runtime": .string("nodejs14.x")]))
        #expect(changes.obstacle(toCodeRefusedWith: refusal(Self.blocked)) == .runtime)
        #expect(changes.obstacle(toCodeRefusedWith: refusal(Self.layers)) == nil)
        let standing = Changes(of: plan(configuration: runtime), on: function(["Runtime": .string("nodejs22.x")]))
        #expect(standing.obstacle(toCodeRefusedWith: refusal(Self.blocked)) == nil)
    }
}
