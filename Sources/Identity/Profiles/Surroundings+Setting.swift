/// A setting, with the name of where it stands.
package struct NamedSetting: Sendable, Equatable {
    package let source: String
    package let value: String
}

extension Surroundings {
    /// A setting that a variable has, else the profile in use.
    package func setting(_ variable: String, orOfProfile name: String) -> NamedSetting? {
        self[variable].map { NamedSetting(source: variable, value: $0) } ?? setting(ofProfile: name)
    }

    package func setting(ofProfile name: String) -> NamedSetting? {
        let profiles = Profiles(self)
        return profiles[profiles.chosen]?[name].map {
            NamedSetting(source: "\(name) (profile \(profiles.chosen))", value: $0)
        }
    }
}
