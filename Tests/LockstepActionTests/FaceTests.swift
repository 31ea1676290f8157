import FoundationEssentials
import Inputs
import Testing
import lockstep_docs

/// What action.yml and the documents say of inputs and outputs is what their definitions say.
@Suite struct FaceTests {
    @Test func everyPageSaysWhatIsDefined() throws {
        for page in try Page.all() {
            let text = try Self.text(of: page.name)
            let isAsWritten = try page.written(over: text) == text
            #expect(isAsWritten, "\(page.name) does not say what is defined: run make docs")
        }
    }

    @Test func everyFlagIsReadFromTheEnvironment() throws {
        #expect(try ActionInputs.names == Entry.inputs().map(\.name))
    }

    @Test func noExpressionStandsInActionYmlWhereTheRunnerWouldEvaluateIt() throws {
        #expect(try !Self.text(of: "action.yml").contains("$" + "{{"))
    }

    @Test func noInputHasADefaultInActionYml() throws {
        #expect(try !Self.text(of: "action.yml").contains("\n    default:"))
    }

    private static func text(of page: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: page), encoding: .utf8)
    }
}
