import Glibc

/// So many cases, each with dice of its own. What it is about, the seed and the command that does it all again are
/// printed before the first, so that they are known after a crash, too.
///
/// `LOCKSTEP_SEED` is the seed (decimal), `LOCKSTEP_FUZZ_TIMES` a factor for the number of cases.
package struct Campaign: Sequence {
    package struct Case: CustomStringConvertible {
        package let number: Int
        package let dice: Dice
        package let description: String
    }

    private let seed: UInt64
    private let cases: Int
    private let replay: String

    /// - Parameter filter: as `swift test` takes it.
    package init(_ what: String, cases: Int, filter: String) {
        seed = number("LOCKSTEP_SEED") ?? 20_260_801
        self.cases = cases * Int(clamping: number("LOCKSTEP_FUZZ_TIMES") ?? 1)
        replay = "LOCKSTEP_SEED=\(seed) swift test --filter \(filter)"
        say("Fuzzing \(what): \(self.cases) cases (\(replay))\n")
    }

    package func makeIterator() -> AnyIterator<Case> {
        var numbers = (0..<cases).makeIterator()
        return AnyIterator {
            numbers.next().map { number in
                // The number goes through the dice once, so that cases next to each other are not alike.
                var start = Dice(seed: seed &+ UInt64(number) &* 0xD134_2543_DE82_EF95)
                return Case(number: number, dice: Dice(seed: start.next()), description: "case \(number): \(replay)")
            }
        }
    }
}

private func number(_ variable: String) -> UInt64? {
    getenv(variable).flatMap { UInt64(String(cString: $0)) }
}

/// At once, whatever becomes of the process.
private func say(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
}
