/// By which a run tells a script how it ended.
package struct ExitCode: Equatable, Sendable {
    package let value: Int32

    package static let success = ExitCode(value: 0)
    package static let failure = ExitCode(value: 1)
    /// The command line or the inputs are wrong, and nothing was done.
    package static let wrongInputs = ExitCode(value: 2)
    /// `plan --exit-code`, where something is to be done. As terraform's `-detailed-exitcode` has it.
    package static let changesPlanned = ExitCode(value: 2)
    /// Somebody else was in the way.
    package static let conflict = ExitCode(value: 3)
    /// A smoke test or an alarm has spoken against it.
    package static let unfit = ExitCode(value: 4)
    /// As a shell tells of who was ended by Ctrl-C.
    package static let cancelled = ExitCode(value: 130)
}
