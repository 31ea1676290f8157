import AWSCore

/// A named set of settings, from both files.
struct Profile: Sendable {
    let name: String
    /// `~/.aws/credentials`
    let credentials: [String: String]
    /// `~/.aws/config`
    let config: [String: String]

    /// Keys in the file for keys come first.
    subscript(setting: String) -> String? { credentials[setting].given ?? config[setting].given }

    var isRole: Bool { self["role_arn"] != nil && self["web_identity_token_file"] == nil }
    var hasKeys: Bool { self["aws_access_key_id"] != nil || self["aws_secret_access_key"] != nil }
}

/// The profiles of both files, and which one is meant.
/// Source: https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html
struct Profiles: Sendable {
    /// Somebody has named it; else it is the one for everybody.
    let isNamed: Bool
    let chosen: String
    private let all: [String: Profile]
    /// Why a file tells nothing.
    let faults: [String]

    subscript(name: String) -> Profile? { all[name] }

    init(_ surroundings: Surroundings) {
        // AWS's own tool takes them in this order, too.
        let named = surroundings["AWS_DEFAULT_PROFILE"] ?? surroundings["AWS_PROFILE"]
        isNamed = named != nil
        chosen = named ?? "default"
        var faults: [String] = []
        func sections(_ variable: String, _ standard: String) -> [String: [String: String]] {
            guard let path = surroundings.path(variable, standard) else { return [:] }
            switch surroundings.text(of: path) {
            case .success(let text): return INIFile.sections(of: text)
            case .failure(let fault):
                faults.append(fault.reason)
                return [:]
            }
        }
        let credentials = sections("AWS_SHARED_CREDENTIALS_FILE", "credentials")
        let config = sections("AWS_CONFIG_FILE", "config").profiles
        let names = Set(credentials.keys).union(config.keys)
        all = Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name, Profile(name: name, credentials: credentials[name] ?? [:], config: config[name] ?? [:]))
            })
        self.faults = faults
    }

    /// Why the profile that is meant is not there.
    var absence: String {
        "there is no profile \(chosen)" + (faults.isEmpty ? "" : " (\(faults.joined(separator: "; ")))")
    }
}

extension [String: [String: String]] {
    /// In that file a profile's section says what it is; only the one for everybody need not.
    fileprivate var profiles: [String: [String: String]] {
        reduce(into: [:]) { profiles, section in
            if section.key.hasPrefix("profile ") {
                profiles[String(section.key.dropFirst("profile ".count))] = section.value
            } else if section.key == "default", profiles["default"] == nil {
                profiles["default"] = section.value
            }
        }
    }
}

extension Surroundings {
    /// `nil`: nobody's home is known.
    fileprivate func path(_ variable: String, _ standard: String) -> String? {
        guard let named = self[variable] else { return self["HOME"].map { "\($0)/.aws/\(standard)" } }
        guard named.hasPrefix("~/"), let home = self["HOME"] else { return named }
        return home + named.dropFirst()
    }
}
