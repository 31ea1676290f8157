extension Journal {
    /// How the version that was published last differs from the `$LATEST` that it was made of.
    var versionApart: VersionsApart? {
        entries.reduce(nil) { apart, entry in
            switch entry.fact {
            case .versionApart(let seen): seen
            // The next attempt makes another version.
            case .rivalFound: nil
            default: apart
            }
        }
    }
}
