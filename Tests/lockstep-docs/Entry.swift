import FoundationEssentials
import Inputs
import Reporting

/// An input or an output, as it is defined.
package struct Entry {
    package let name: String
    let description: String
    /// The heading of `--help` that it stands under.
    let group: String

    /// By the parser's own account.
    package static func inputs() throws -> [Entry] {
        let dump = Invocation.parse(arguments: ["deploy", "--experimental-dump-help"], environment: [:])
        guard case .print(let json, 0) = dump else { throw NoHelp() }
        let help = try JSONDecoder().decode(Help.self, from: Data(json.utf8))
        return help.command.arguments.filter { $0.kind == "option" }.map {
            Entry(name: $0.valueName, description: $0.abstract ?? "", group: $0.sectionTitle ?? "Options")
        }
    }

    static let outputs = OutputName.allCases.map {
        Entry(name: $0.rawValue, description: $0.description, group: "Outputs")
    }
}

private struct NoHelp: Error {}

private struct Help: Decodable {
    struct Command: Decodable {
        struct Argument: Decodable {
            let kind: String
            let valueName: String
            let abstract: String?
            let sectionTitle: String?
        }
        let arguments: [Argument]
    }
    let command: Command
}

// How an entry looks on the pages.
extension Entry {
    var inAction: [String] {
        let quoted = description.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        let required = description.hasSuffix(" Required.") ? ["    required: true"] : []
        return ["  \(name):", "    description: '\(quoted)'"] + required
    }

    var inTable: String { row([description]) }

    func row(_ cells: [String]) -> String {
        let harmless = cells.map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
        return "| `\(name)` | \(harmless.joined(separator: " | ")) |"
    }
}
