import Fuzzing
import Testing

@testable import GitHubActions

private let wide = TextLimits(lines: 100, lineLength: 1000)

struct HarmlessTextTests {
    /// Not as arguments of the test: those are printed, and where this project's own tests run a runner reads along.
    private static let table: [(text: String, lines: [String])] = [
        ("", []),
        ("START\nEND\n", ["START", "END"]),
        ("a\n\n b \n\n", ["a", "", " b "]),
        ("::error::x", [":\\:error::x"]),
        ("  \u{3000}::error::x", ["  \u{3000}:\\:error::x"]),
        (":::error::x", [":\\::error::x"]),
        ("a::error::x", ["a::error::x"]),
        ("std::vector ##[add-mask]x ##[group]", ["std::vector ##\\[add-mask]x ##\\[group]"]),
        ("###[error]", ["###\\[error]"]),
        ("a\r::error::x", ["a", ":\\:error::x"]),
        ("a\r\nb\u{85}c\u{2028}d\u{2029}e\u{b}f\u{c}g", ["a", "b", "c", "d", "e", "f", "g"]),
        (":\u{200b}:error::x", [":\\:error::x"]),
        ("\u{feff}::error::x", [":\\:error::x"]),
        (":\u{301}:error::x", [":\u{301}\\:error::x"]),
        ("#\u{ad}#\u{202e}[error]x", ["##\\[error]x"]),
        ("\u{1b}[31m::error::\u{1b}[0mx", [":\\:error::x"]),
        ("\u{1b}[1;31mred\u{1b}[m \u{9b}2Kplain", ["red plain"]),
        ("tab\tstays, bell\u{7} goes", ["tab\tstays, bell goes"]),
        ("größe 🚀", ["größe 🚀"]),
    ]

    @Test func aForeignTextIsShownAndNeverObeyed() {
        for (number, row) in Self.table.enumerated() {
            let isRight = harmless(row.text, limits: wide) == row.lines
            #expect(isRight, "row \(number)")
        }
    }

    @Test(arguments: Runner.Comparison.allCases, 0..<20 as Range<UInt64>)
    func noCommandSurvives(comparison: Runner.Comparison, seed: UInt64) {
        var dice = Dice(seed: seed)
        let runner = Runner(comparison: comparison)
        for number in 0..<200 {
            let lines = harmless(dice.nastyText(), limits: wide)
            let commands = lines.flatMap { runner.commands(in: $0) + runner.commands(in: "| \($0)") }
            #expect(commands.count == 0, "seed \(seed), text \(number)")
        }
    }

    @Test func theJudgeSeesCommandsWhereNothingIsDone() {
        for comparison in Runner.Comparison.allCases {
            var dice = Dice(seed: 1)
            let found = (0..<500).filter { _ in !Runner(comparison: comparison).commands(in: dice.nastyText()).isEmpty }
            #expect(found.count > 50)
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func doneTwiceItChangesNothing(seed: UInt64) {
        var dice = Dice(seed: seed)
        let tight = TextLimits(lines: 3, lineLength: 40)
        for number in 0..<200 {
            let once = harmless(dice.nastyText(), limits: tight)
            let isStable = harmless(once.joined(separator: "\n"), limits: tight) == once
            #expect(isStable, "seed \(seed), text \(number)")
        }
    }

    @Test func longLinesAreCutBetweenCharacters() {
        let lines = harmless(String(repeating: "🚀", count: 100), limits: TextLimits(lines: 1, lineLength: 40))
        #expect(lines == [String(repeating: "🚀", count: 16) + "… (cut)"])
    }

    @Test func manyLinesAreCutAndCounted() {
        let lines = harmless("a\nb\nc\nd\n", limits: TextLimits(lines: 3, lineLength: 40))
        #expect(lines == ["a", "b", "… (2 more lines cut)"])
    }
}
