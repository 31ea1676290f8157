import AWSCore

/// Keys that stand in a profile, in one of the two files.
struct ProfileKeys: ChainStep {
    enum File { case credentials, config }

    let file: File
    let profiles: Profiles
    let profile: String
    let wire: IdentityWire

    var name: String {
        switch file {
        case .credentials: "profile \(profile), keys in the credentials file"
        case .config: "profile \(profile), keys in the config file"
        }
    }

    func look() throws(IdentityFailure) -> ChainLook {
        let found = profiles[profile]
        let settings = (file == .credentials ? found?.credentials : found?.config) ?? [:]
        do throws(CredentialsFailure) {
            let keys = try Credentials(
                keys: settings["aws_access_key_id"], settings["aws_secret_access_key"], settings["aws_session_token"])
            return .found(wire.timed(keys, left: nil).credentials)
        } catch {
            switch error {
            case .notSet: return .absent(reason: "it has none")
            case .halfSet(missing: "AWS_ACCESS_KEY_ID"):
                return .absent(reason: "aws_access_key_id is missing, though aws_secret_access_key is there")
            case .halfSet(let missing):
                throw .notToBeHad(step: name, reason: "\(missing.lowercased()) is missing")
            case .malformed(let setting):
                throw .notToBeHad(step: name, reason: "\(setting.lowercased()) holds what no key has")
            }
        }
    }
}
