extension String? {
    /// A setting's value without the white space around it, which pasted text, the runner's inputs and blocks of YAML
    /// come with; empty is not given.
    package var given: String? {
        guard let self else { return nil }
        let start = self.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(start[...last])
    }
}
