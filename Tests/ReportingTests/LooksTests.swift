import Testing

@testable import Reporting

@Suite struct LooksTests {
    @Test(
        arguments: [
            ([:], true, true, true), ([:], false, false, false),
            (["NO_COLOR": "1"], true, false, true), (["NO_COLOR": ""], true, true, true),
            (["CLICOLOR_FORCE": "1"], false, true, false), (["CLICOLOR_FORCE": "0"], false, false, false),
            (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], true, false, true),
            (["TERM": "dumb"], true, false, false), (["TERM": "dumb", "CLICOLOR_FORCE": "1"], true, true, false),
            (["CLICOLOR": "0"], true, false, true),
        ] as [([String: String], Bool, Bool, Bool)])
    func areDecidedByVariablesAndWhoWatches(
        environment: [String: String], isTerminal: Bool, hasColours: Bool, hasLiveLine: Bool
    ) {
        let looks = Looks(environment, isTerminal: isTerminal)
        #expect(looks == Looks(hasColours: hasColours, hasLiveLine: hasLiveLine))
    }
}
