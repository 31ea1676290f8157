import FoundationEssentials
import Testing

@testable import Inputs
@testable import Reporting

/// action.yml, the README's tables and the flags say the same.
@Suite struct FaceTests {
    @Test func theActionHasExactlyTheInputsThatTheFlagsAre() throws {
        #expect(try Face.action(section: "inputs") == Face.flags())
    }

    @Test func theReadmeHasExactlyTheInputsThatTheFlagsAre() throws {
        #expect(try Face.readme(table: "inputs") == Face.flags())
    }

    @Test func theActionHasExactlyTheOutputsThatThereAre() throws {
        #expect(try Face.action(section: "outputs") == Face.outputs)
    }

    @Test func theReadmeHasExactlyTheOutputsThatThereAre() throws {
        #expect(try Face.readme(table: "outputs") == Face.outputs)
    }

    @Test func everyFlagIsReadFromTheEnvironment() throws {
        #expect(try ActionInputs.names == Face.flags().map(\.name))
    }

    @Test func noExpressionStandsInActionYmlWhereTheRunnerWouldEvaluateIt() throws {
        #expect(try !Face.lines("action.yml").contains { $0.contains("$" + "{{") })
    }

    @Test func noInputHasADefaultInActionYml() throws {
        #expect(try !Face.lines("action.yml").contains { $0.hasPrefix("    default:") })
    }
}

/// What is shown to users, row by row.
private enum Face {
    struct Row: Equatable {
        let name: String
        let description: String
    }

    static let outputs = OutputName.allCases.map { Row(name: $0.rawValue, description: $0.description) }

    static func flags() throws -> [Row] {
        guard
            case .print(let json, 0) = Invocation.parse(
                arguments: ["deploy", "--experimental-dump-help"], environment: [:])
        else { throw Missing() }
        let help = try JSONDecoder().decode(Help.self, from: Data(json.utf8))
        return help.command.arguments.filter { $0.kind == "option" }.map {
            Row(name: $0.valueName, description: $0.abstract ?? "")
        }
    }

    /// The names and descriptions of a section of action.yml, which quotes each description by apostrophes.
    static func action(section: String) throws -> [Row] {
        let body = try lines("action.yml").drop { $0 != "\(section):" }.dropFirst().prefix {
            $0.isEmpty || $0.first == " "
        }
        var rows: [Row] = []
        var name = ""
        for line in body {
            if line.hasPrefix("  "), !line.hasPrefix("   "), line.hasSuffix(":") {
                name = String(line.dropFirst(2).dropLast())
            }
            if line.hasPrefix("    description: '") {
                rows.append(
                    Row(name: name, description: unquoted(line.dropFirst("    description: '".count).dropLast())))
            }
        }
        return rows
    }

    /// The rows of the table between `<!-- name -->` and `<!-- /name -->`.
    static func readme(table: String) throws -> [Row] {
        try lines("README.md").drop { $0 != "<!-- \(table) -->" }.prefix { $0 != "<!-- /\(table) -->" }
            .filter { $0.hasPrefix("| `") }
            .map { line in
                let name = line.dropFirst(3).prefix { $0 != "`" }
                let description = line.dropFirst(3 + name.count + "` | ".count).dropLast(" |".count)
                return Row(name: String(name), description: description.filter { $0 != "\\" })
            }
    }

    static func lines(_ file: String) throws -> [Substring] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = String(decoding: try Data(contentsOf: root.appending(path: file)), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    private static func unquoted(_ text: Substring) -> String {
        text.split(separator: "'", omittingEmptySubsequences: false).filter { !$0.isEmpty }.joined(separator: "'")
    }

    private struct Missing: Error {}

    private struct Help: Decodable {
        struct Command: Decodable {
            struct Argument: Decodable {
                let kind: String
                let valueName: String
                let abstract: String?
            }
            let arguments: [Argument]
        }
        let command: Command
    }
}
