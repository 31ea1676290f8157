import AWSCore
import AWSServices
import Samples
import Testing

@testable import Deployment

private func version(_ number: Int, _ description: String = "") -> FunctionConfiguration {
    FunctionConfiguration(members: ["Version": .string("\(number)"), "Description": .string(description)])
}

private let run = WorkflowRun(workflow: "1a2b3c4d", number: 123, attempt: 1)

@Suite struct AliasDescriptionTests {
    private func description(
        _ alias: AliasConfiguration?, to version: FunctionConfiguration, goingBack: Bool = false
    ) -> String {
        aliasDescription(of: alias, movedTo: version, by: nil, goingBack: goingBack, apart: nil)
    }

    @Test func goingForthTheVersionThatIsLeftIsTheOneBefore() {
        #expect(description(alias("41", "ours"), to: version(42)) == "ours [lockstep 42 after 41]")
        #expect(description(nil, to: version(42)) == "[lockstep 42]")
        #expect(description(alias("$LATEST", ""), to: version(42)) == "[lockstep 42]")
        let moved = aliasDescription(of: alias("41", ""), movedTo: version(42), by: run, goingBack: false, apart: nil)
        #expect(moved == "[lockstep 42 run 1a2b3c4d/123.1 after 41]")
    }

    @Test func goingBackTheTargetsOwnRecordCounts() {
        let present = alias("42", "ours [lockstep 42 after 41]")
        let target = version(41, "main [lockstep run 1a2b3c4d/9.1 after 40]")
        #expect(description(present, to: target, goingBack: true) == "ours [lockstep 41 after 40]")
        #expect(description(present, to: version(41), goingBack: true) == "ours [lockstep 41]")
    }

    @Test func aShiftThatIsFinishedKeepsWhatIsRecorded() {
        let shifted = alias("42", "[lockstep 42 after 40]", weights: ["41": 0.5])
        #expect(description(shifted, to: version(42, "[lockstep after 41]")) == "[lockstep 42 after 40]")
        #expect(description(alias("42", ""), to: version(42, "[lockstep after 41]")) == "[lockstep 42 after 41]")
    }

    @Test func aRecordOfAnotherVersionIsHistory() {
        #expect(alias("43", "[lockstep 42 after 41]").record == nil)
        #expect(alias("42", "[lockstep 42 after 41]").record?.previous == number(41))
        #expect(alias("$LATEST", "[lockstep after 41]").record == nil)
    }
}

@Suite struct GuessTests {
    private let versions = [38, 40, 41, 42, 43].map(number)

    @Test func aGuessIsTheNewestOlderVersionThatIsThere() {
        #expect(guessedPrevious(of: alias("42", ""), among: versions) == number(41))
        #expect(guessedPrevious(of: alias("40", ""), among: versions) == number(38))
        #expect(guessedPrevious(of: alias("38", ""), among: versions) == nil)
        #expect(guessedPrevious(of: alias("$LATEST", ""), among: versions) == nil)
    }

    @Test func whatTheAliasIsKnownToHaveServedEarlierIsABetterGuess() {
        #expect(guessedPrevious(of: alias("43", "[lockstep 40 after 38]"), among: versions) == number(40))
        // Moved back by hand: 43 was left, not what came before.
        #expect(guessedPrevious(of: alias("41", "[lockstep 43 after 42]"), among: versions) == number(40))
        #expect(guessedPrevious(of: alias("43", "[lockstep 39]"), among: versions) == number(42))
    }
}

@Suite struct PruningTests {
    private let versions = (1...10).map { version($0) }

    private func pruned(
        keeping: Int, released: Int? = 10, aliases: [AliasConfiguration] = [], provisioned: Set<String> = [],
        served: [Int] = [], of versions: [FunctionConfiguration]? = nil
    ) -> [Int] {
        prunableVersions(
            of: versions ?? self.versions, keeping: keeping, released: released.map(number), aliases: aliases,
            provisioned: provisioned, served: Set(served.map(number))
        ).map(\.value)
    }

    @Test func theOldestGoFirstAndTheNewestStay() {
        #expect(pruned(keeping: 3) == Array(1...7))
        #expect(pruned(keeping: 1) == Array(1...9))
        #expect(pruned(keeping: 10).isEmpty && pruned(keeping: 99).isEmpty)
    }

    @Test func whatIsPointedToStaysWhateverItsShare() {
        let aliases = [alias("10", ""), alias("2", "", weights: ["4": 0.1, "5": 0]), alias("$LATEST", "")]
        #expect(pruned(keeping: 2, aliases: aliases, provisioned: ["7", "live"]) == [1, 3, 6, 8])
    }

    /// The alias has left them, and callers may still be sent there.
    @Test func whatHadTrafficSinceTheRunBeganStays() {
        #expect(pruned(keeping: 1, aliases: [alias("10", "")], served: [4, 5]) == [1, 2, 3, 6, 7, 8, 9])
    }

    /// Managed instances have a row `$LATEST.PUBLISHED`, and nobody knows at which end of the list.
    @Test func onlyWhatHasANumberIsAVersion() {
        let published = FunctionConfiguration(members: ["Version": .string("$LATEST.PUBLISHED")])
        #expect(pruned(keeping: 3, of: versions + [published]) == Array(1...7))
        #expect(pruned(keeping: 3, of: [published] + versions) == Array(1...7))
    }

    @Test func whereAnAliasWouldBeRolledBackToStays() {
        #expect(pruned(keeping: 1, aliases: [alias("10", "[lockstep 10 after 3]")]) == [1, 2, 4, 5, 6, 7, 8, 9])
        let recorded = self.versions.dropLast() + [version(10, "[lockstep after 4]")]
        #expect(pruned(keeping: 1, aliases: [alias("10", "")], of: Array(recorded)) == [1, 2, 3, 5, 6, 7, 8, 9])
    }

    @Test func whatWasReleasedAndWhatIsNewerStays() {
        #expect(pruned(keeping: 1, released: 6) == Array(1...5))
        #expect(pruned(keeping: 1, released: nil) == Array(1...9))
    }

    @Test func onlyNumbersAreVersionNumbers() {
        for text in ["", "0", "-1", "+1", "$LATEST", "live", "1.0", " 1", "1 ", "99999999999999999999", "१"] {
            #expect(VersionNumber(text) == nil, "\(text)")
        }
        #expect(VersionNumber("007")?.description == "7")
    }
}
