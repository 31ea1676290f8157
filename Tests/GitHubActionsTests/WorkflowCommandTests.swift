import Fuzzing
import Testing

@testable import GitHubActions

struct WorkflowCommandTests {
    @Test(
        arguments: [
            (.error(title: "A", message: "b"), "::error title=A::b"),
            (.warning(title: "", message: "b"), "::warning::b"),
            (.warning(title: "50%: a, b", message: "50%: a, b"), "::warning title=50%25%3A a%2C b::50%25: a, b"),
            (.error(title: "a\nb", message: "a\r\nb\rc\nd"), "::error title=a b::a%0Ab%0Ac%0Ad"),
            (.error(title: "t", message: " \n "), "::error title=t::(no message)"),
            (.error(title: "t", message: "\u{301}x"), "::error title=t:: \u{301}x"),
            (.error(title: "t", message: "::error::x"), "::error title=t::::error::x"),
            (.group(title: "Code\n::error::x"), "::group::Code ::error::x"),
            (.notice(title: "a: b", message: "50%\n::error::x"), "::notice title=a%3A b::50%25%0A::error::x"),
            (.debug("50%\r\n::error::x"), "::debug::50%25%0A::error::x"),
            (.endGroup, "::endgroup::"),
            (.addMask("a\r\n%b"), "::add-mask::a%0D%0A%25b"),
        ] as [(WorkflowCommand, String)])
    func aCommandIsOneLine(command: WorkflowCommand, line: String) {
        #expect(command.line == line)
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func theRunnerReadsBackWhatWasMeant(seed: UInt64) {
        var dice = Dice(seed: seed)
        for number in 0..<150 {
            let (foreignTitle, foreignMessage) = ("T" + dice.nastyText(), "M" + dice.nastyText())
            let line = WorkflowCommand.error(title: foreignTitle, message: foreignMessage).line
            let title = lines(of: foreignTitle).map(withoutInvisible).filter { !$0.isBlank }.joined(separator: " ")
            let data = lines(of: foreignMessage).map(withoutInvisible).joined(separator: "\n")
            let expected = Runner.Command(name: "error", properties: ["title": title], data: data)
            let isReadBack = Runner(comparison: .ordinal).commands(in: line) == [expected]
            #expect(isReadBack, "seed \(seed), text \(number)")
        }
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func theRunnerMasksExactlyTheValue(seed: UInt64) {
        var dice = Dice(seed: seed)
        for number in 0..<150 {
            let value = dice.nastyText()
            let commands = Runner(comparison: .ordinal).commands(in: WorkflowCommand.addMask(value).line)
            let isReadBack = commands.map { Array($0.data.unicodeScalars) } == [Array(value.unicodeScalars)]
            #expect(isReadBack, "seed \(seed), text \(number)")
        }
    }

    @Test func aLongMessageIsCutBeforeTheRunnerCutsIt() throws {
        let line = WorkflowCommand.error(title: "t", message: String(repeating: "%🚀", count: 3_000)).line
        let message = try #require(Runner(comparison: .ordinal).commands(in: line).first).data
        #expect(message.utf16.count <= 4_000)
        #expect(message.utf16.count > 3_990)
        #expect(message.hasSuffix("%… (cut)") || message.hasSuffix("🚀… (cut)"))
    }
}
