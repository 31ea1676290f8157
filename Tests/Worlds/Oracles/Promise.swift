/// What Lockstep promises, by the numbers of docs/conflicts.md, each with its oracle: a function that finds where the evidence
/// breaks the promise.
package enum Promise: Int, CaseIterable, Sendable {
    case noBlindWrites = 1
    case noMixedVersions
    case noUntestedTraffic
    case lostAnswersAreLookedUp
    case nothingToDoMeansNoWrites
    case failureLeavesAKnownState
    case rivalsAreToldApart
    case nothingLeaks
    case itEnds

    package func violations(_ evidence: Evidence) -> [String] {
        switch self {
        case .noBlindWrites: evidence.blindWrites
        case .noMixedVersions: evidence.mixedVersions
        case .noUntestedTraffic: evidence.untestedTraffic
        case .lostAnswersAreLookedUp: evidence.blindRepetitions
        case .nothingToDoMeansNoWrites: evidence.needlessWrites
        case .failureLeavesAKnownState: evidence.unknownStates
        case .rivalsAreToldApart: evidence.confusedRivals
        case .nothingLeaks: evidence.leaks
        case .itEnds: evidence.excesses
        }
    }
}

package struct Violation: Sendable, CustomStringConvertible {
    package let promise: Promise
    package let what: String

    package var description: String { "promise \(promise.rawValue) (\(promise)): \(what)" }
}

extension Evidence {
    package var violations: [Violation] {
        Promise.allCases.flatMap { promise in
            promise.violations(self).map { Violation(promise: promise, what: $0) }
        }
    }
}
