import Identity

extension Surroundings {
    /// Files with keys and settings are small.
    private static let mostBytes = 1 << 20

    package init(_ host: any Host) {
        self.init(
            environment: host.environment,
            read: { path in
                do throws(HostFailure) {
                    return .content(try host.read(fileAt: path, bytesAtMost: Self.mostBytes))
                } catch {
                    return .unreadable(reason: error.reason)
                }
            },
            run: { command, time in
                do throws(HostFailure) {
                    return .output(try await host.run(command, within: time))
                } catch {
                    return .failed(reason: error.reason, said: error.said)
                }
            })
    }
}
