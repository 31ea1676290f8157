import AWSCore

/// The machine, as far as credentials may be found on it.
package struct Surroundings: Sendable {
    package enum File: Sendable {
        case content([UInt8])
        case unreadable(reason: String)
    }

    package enum Command: Sendable {
        case output([UInt8])
        /// - Parameter said: by the program itself, as it is.
        case failed(reason: String, said: String)
    }

    let environment: [String: String]
    let read: @Sendable (_ path: String) -> File
    /// Runs a program, found on the PATH, and takes what it writes; it is ended when its time is over.
    let run: @Sendable (_ command: [String], _ time: Duration) async -> Command

    package init(
        environment: [String: String], read: @escaping @Sendable (String) -> File,
        run: @escaping @Sendable ([String], Duration) async -> Command
    ) {
        self.environment = environment
        self.read = read
        self.run = run
    }

    /// A variable's value; what is empty is not set.
    subscript(variable: String) -> String? { environment[variable].given }

    /// The text of a small file, such as a token's.
    func text(of path: String) -> Result<String, FileFault> {
        switch read(path) {
        case .content(let bytes): .success(Optional(String(decoding: bytes, as: UTF8.self)).given ?? "")
        case .unreadable(let reason): .failure(FileFault(reason: reason))
        }
    }
}

struct FileFault: Error {
    let reason: String
}
