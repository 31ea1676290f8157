import FoundationEssentials
import Inputs
import Testing
import lockstep_docs

/// Whoever copies a command gets one that is there.
@Suite struct DocumentedCommandTests {
    @Test func everyCommandIsTakenByTheParser() throws {
        let commands = try Document.paths().flatMap { try Self.commands(on: Document($0)) }
        #expect(commands.count > 15)
        for command in commands {
            switch Invocation.parse(arguments: command.arguments, environment: [:]) {
            case .run, .print(_, exitCode: 0): break
            case .print(let text, _): Issue.record("\(command.page): \(command.arguments): \(text)")
            }
        }
    }

    @Test func everyTargetOfMakeIsThere() throws {
        let makefile = try String(contentsOf: Repository.current.root.appending(path: "Makefile"), encoding: .utf8)
        let pages = try Document.paths().map { try Document($0) }
        let named = Set(pages.flatMap { $0.commandLines.map { $0[...] } + $0.quoted }.compactMap(Self.target))
        #expect(named.count > 5)
        for target in named { #expect(makefile.contains("\n\(target): "), "make \(target)") }
    }

    @Test(arguments: [
        ("A=1 lockstep plan --alias live    # no", ["plan", "--alias", "live"]),
        ("docker run -v \"$PWD\":/x lockstep deploy --tags '{\"a\": 1}'", ["deploy", "--tags", "{\"a\": 1}"]),
        (".build/release/lockstep --help", ["--help"]), ("swift build --product lockstep", nil), ("make demo", nil),
        ("lockstep-linux-amd64 --repo x", nil),
    ])
    func aCommandIsFoundInItsLine(line: String, arguments: [String]?) {
        #expect(Self.arguments(in: line) == arguments)
    }

    private static func commands(on page: Document) -> [(page: String, arguments: [String])] {
        let inline = page.quoted.filter { $0.hasPrefix("lockstep ") }.map(String.init)
        return (page.commandLines + inline).compactMap(arguments).map { (page.path, $0) }
    }

    /// What follows the program's name, as a shell would hand it over.
    private static func arguments(in line: String) -> [String]? {
        let words = words(of: line)
        let beginnings = RunMode.allCases.map(\.rawValue) + ["--help", "--version"]
        guard
            let name = words.indices.dropLast().first(where: {
                (words[$0] == "lockstep" || words[$0].hasSuffix("/lockstep")) && beginnings.contains(words[$0 + 1])
            })
        else { return nil }
        return Array(words[(name + 1)...])
    }

    private static func words(of line: String) -> [String] {
        var (words, word): ([String], String?) = ([], nil)
        var quote: Character?
        for letter in line {
            if letter == quote {
                quote = nil
            } else if let open = quote {
                _ = open
                word?.append(letter)
            } else if letter == "'" || letter == "\"" {
                quote = letter
                word = word ?? ""
            } else if letter == "#", word == nil {
                break
            } else if letter == " " {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + [letter]
            }
        }
        return words + (word.map { [$0] } ?? [])
    }

    private static func target(_ text: Substring) -> String? {
        let words = text.split(separator: " ")
        guard words.first == "make", words.count > 1 else { return nil }
        return String(words[1])
    }
}
