import AWSServices

/// A run of a workflow, as far as it is needed to tell an older one from a newer.
package struct WorkflowRun: Sendable, Equatable {
    /// Names the workflow: eight lower-case hexadecimal digits.
    package let workflow: String
    /// Counts up within the workflow.
    package let number: Int
    /// Counts up when a run is run again.
    package let attempt: Int

    package init(workflow: String, number: Int, attempt: Int) {
        self.workflow = workflow
        self.number = number
        self.attempt = attempt
    }

    /// Runs of different workflows have no order.
    package func isNewer(than other: WorkflowRun) -> Bool {
        workflow == other.workflow && (number, attempt) > (other.number, other.attempt)
    }
}

extension WorkflowRun {
    /// `1a2b3c4d/123.2`
    package var text: String { "\(workflow)/\(number).\(attempt)" }

    init?(text: Substring) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 8, parts[0].utf8.allSatisfy(isHexadecimal) else { return nil }
        let counts = parts[1].split(separator: ".", omittingEmptySubsequences: false).map { VersionNumber(String($0)) }
        guard counts.count == 2, let number = counts[0], let attempt = counts[1] else { return nil }
        self.init(workflow: String(parts[0]), number: number.value, attempt: attempt.value)
    }
}

func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
}
