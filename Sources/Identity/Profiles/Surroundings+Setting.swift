extension Surroundings {
    /// A setting that a variable has, else the profile in use, with the name of where it stands.
    package func setting(_ variable: String, orOfProfile name: String) -> (source: String, value: String)? {
        if let value = self[variable] { return (variable, value) }
        let profiles = Profiles(self)
        return profiles[profiles.chosen]?[name].map { ("\(name) (profile \(profiles.chosen))", $0) }
    }
}
