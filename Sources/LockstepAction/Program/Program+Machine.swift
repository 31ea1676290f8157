import HTTP

extension Program {
    /// The program on this machine, stopped by its signals.
    /// - Parameter transport: made of the environment.
    /// - Returns: the exit code.
    package static func run(
        arguments: [String], over transport: ([String: String]) -> any HTTPTransport
    ) async -> Int32 {
        let signals = StopSignals()
        let host = SystemHost()
        let program = Program(
            transport: transport(host.environment), clock: SystemClock(), host: host, console: StandardOutput())
        let work = Task { await program.run(arguments: arguments) }
        signals.onFirst { work.cancel() }
        return await work.value
    }
}
