extension ControlPlane {
    /// Gives `$LATEST` or a version a new RevisionId and writes down who did that.
    ///
    /// RevisionId changes when an update ends as well as when it begins, so the one in an update's answer is dead as
    /// soon as the update is over.
    mutating func renew(_ version: inout Version, of name: String, at now: Duration, author: String, cause: String) {
        version.revisionId = mintRevision()
        history.revisions.append(
            .init(
                at: now, author: author, cause: cause, function: name,
                resource: version.name == "$LATEST" ? .latest : .version(version.name),
                revisionId: version.revisionId, content: version, alias: nil, aliasedState: nil))
    }

    @discardableResult
    mutating func setAlias(
        _ alias: Alias, of function: inout Function, at now: Duration, author: String, cause: String
    ) -> Alias {
        var alias = alias
        alias.revisionId = mintRevision()
        function.aliases[alias.name] = alias
        history.revisions.append(
            .init(
                at: now, author: author, cause: cause, function: function.name, resource: .alias(alias.name),
                revisionId: alias.revisionId, content: nil, alias: alias,
                aliasedState: function.version(alias.functionVersion)?.state.value))
        return alias
    }
}
