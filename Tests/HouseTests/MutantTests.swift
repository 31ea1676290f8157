import FoundationEssentials
import Testing

/// The contributors' page says of each promise which mutants break it; the mutants' own headers say the same.
@Suite struct MutantTests {
    private struct Mutant {
        let name: String
        let promises: Set<Int>
    }

    private func mutants() throws -> [Mutant] {
        let folder = Repository.current.root.appending(path: "Tests/Mutants")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { file in
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let header = try #require(text.split(separator: "\n").first { $0.hasPrefix("Promise: ") }, "\(file)")
            let numbers = header.split { !$0.isNumber }.compactMap { Int($0) }
            return Mutant(name: String(file.dropLast(".patch".count)), promises: Set(numbers))
        }
    }

    /// The mutants in the last column of the table, by the promise's number in the first.
    private func table() throws -> [Int: Set<String>] {
        let page = try String(
            contentsOf: Repository.current.root.appending(path: ".github/CONTRIBUTING.md"), encoding: .utf8)
        var rows: [Int: Set<String>] = [:]
        for line in page.split(separator: "\n") {
            let cells = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
            guard cells.count == 4, let number = Int(cells[0].prefix { $0 != "." }) else { continue }
            rows[number] = Set(cells[3].split { ", ".contains($0) }.map(String.init))
        }
        return rows
    }

    @Test func everyMutantStandsInTheRowOfEachPromiseItBreaks() throws {
        let mutants = try mutants()
        let table = try table()
        #expect(mutants.count >= 20)
        for promise in 1...9 {
            let wanted = Set(mutants.filter { $0.promises.contains(promise) }.map(\.name))
            #expect(table[promise] == wanted, "promise \(promise)")
            #expect(wanted.count >= 3)
        }
    }
}
