import AWSServices
import Glibc
import HTTP
import Reporting

extension Program {
    /// The program on this machine, stopped by its signals; it ends with the exit code. To be called on the main thread.
    /// - Parameter transport: made of the environment.
    package static func main(
        arguments: [String], over transport: @escaping @Sendable ([String: String]) -> any HTTPTransport
    ) -> Never {
        let signals = StopSignals()
        let host = SystemHost()
        // On GitHub there is one log, and the runner reads it.
        let isOnGitHub = host.environment["GITHUB_ACTIONS"] == "true"
        let console: any Console = isOnGitHub ? StandardOutput() : Terminal(host.environment)
        let work = Task.detached {
            let program = Program(
                transport: transport(host.environment), clock: SystemClock(), host: host,
                console: console, cut: .ordinary)
            exit(await program.run(arguments: arguments))
        }
        signals.wait(stopping: work, redrawing: console)
    }
}
