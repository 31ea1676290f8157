extension Journal {
    /// How the version that was chosen differs from `$LATEST`, by AWS's own doing.
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
