/// What a path says of Python's bytecode.
struct BytecodeName: Equatable {
    /// The path of the source that it was made of, if it has one.
    let source: String
    /// In a `__pycache__`, where Python wants the source beside it; elsewhere it may stand alone.
    let needsSource: Bool

    /// - Returns: nil if it is no bytecode.
    init?(path: String) {
        guard path.utf8.hasSuffix(".pyc") else { return nil }
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let name = parts.removeLast().dropLast(4)
        needsSource = parts.last == "__pycache__"
        if needsSource { parts.removeLast() }
        // mod.cpython-313.opt-1.pyc: https://peps.python.org/pep-0488/
        let module = needsSource ? name.prefix { $0 != "." } : name
        source = (parts + [module + ".py"]).joined(separator: "/")
    }
}
