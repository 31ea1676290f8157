/// What cannot be told to GitHub.
package enum GitHubActionsFailure: Error, Equatable {
    /// A name that is not letters, digits, `_` and `-` after a letter or `_`.
    case invalidOutputName(String)
    /// A delimiter that is not letters, digits, `_` and `-`.
    case invalidDelimiter(String)
    /// The value (or the name) holds the delimiter, and could end itself early. Another random one will do.
    case delimiterInOutput(name: String)
}
