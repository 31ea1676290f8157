import Testing

@testable import Identity

@Test(
    arguments: [
        ([:], "lockstep"), (["GITHUB_REPOSITORY": "octo/orders", "GITHUB_RUN_ID": "77"], "lockstep-octo-orders-77"),
        (["GITHUB_REPOSITORY": "o/bücher shop", "GITHUB_RUN_ID": "77"], "lockstep-o-b-cher-shop-77"),
        (
            [
                "GITHUB_REPOSITORY": "\(String(repeating: "o", count: 39))/\(String(repeating: "r", count: 40))",
                "GITHUB_RUN_ID": "12345678901",
            ],
            "lockstep-oo-\(String(repeating: "r", count: 40))-12345678901"
        ),
        (["GITHUB_RUN_ID": String(repeating: "7", count: 99)], "lockstep-\(String(repeating: "7", count: 55))"),
    ] as [([String: String], String)])
func theStandardNameOfASessionFitsAWS(environment: [String: String], expected: String) {
    let name = SessionName.standard(environment)
    #expect(name == expected && SessionName.lengths.contains(name.count))
    #expect(name.unicodeScalars.allSatisfy(SessionName.allows))
}
