import AWSCore

/// A program of the user's own that hands out keys.
/// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
struct CredentialProcess: ChainStep {
    let surroundings: Surroundings
    let profiles: Profiles
    let profile: String
    let wire: IdentityWire

    var name: String { "profile \(profile), credential_process" }

    func look() async throws(IdentityFailure) -> ChainLook {
        guard let command = profiles[profile]?["credential_process"].map(words), !command.isEmpty else {
            return .absent(reason: "it has none")
        }
        return .found(
            try await wire.renewed(
                KeysOfCommand(command: command, step: name, surroundings: surroundings, wire: wire)))
    }
}

/// Keys that a program writes to its output.
struct KeysOfCommand: CredentialsOrigin {
    let command: [String]
    /// For messages.
    let step: String
    let surroundings: Surroundings
    let wire: IdentityWire

    /// Whoever asks somebody for a password has no use here.
    private static let longest = Duration.seconds(20)

    func fetch(within budget: Duration) async throws(IdentityFailure) -> TimedCredentials {
        switch await surroundings.run(command, min(budget, Self.longest)) {
        case .failed(let reason, let said):
            if Task.isCancelled { throw .cancelled }
            let words = shownOfProgram(said)
            throw .notToBeHad(
                step: step, reason: "\(command[0]): \(reason)" + (words.isEmpty ? "" : ", and it says: \(words)"))
        case .output(let bytes):
            do throws(UnreadableAnswer) {
                return wire.timed(try KeysInJSON(bytes))
            } catch {
                throw .notToBeHad(step: step, reason: "what \(command[0]) wrote cannot be used: \(error.reason)")
            }
        }
    }
}
