import AWSServices
import Glibc
import HTTP

extension Program {
    /// The program on this machine, stopped by its signals; it ends with the exit code. To be called on the main thread.
    /// - Parameter transport: made of the environment.
    package static func main(
        arguments: [String], over transport: @escaping @Sendable ([String: String]) -> any HTTPTransport
    ) -> Never {
        let signals = StopSignals()
        let work = Task.detached {
            let host = SystemHost()
            let program = Program(
                transport: transport(host.environment), clock: SystemClock(), host: host, console: StandardOutput(),
                cut: .ordinary)
            exit(await program.run(arguments: arguments))
        }
        signals.wait(stopping: work)
    }
}
