extension String? {
    /// A setting's value without the white space around it, which pasted text, the runner's inputs and blocks of YAML
    /// come with; empty is not given.
    package var given: String? {
        guard let self else { return nil }
        // By scalars: a mark after a blank belongs to the value, and to Swift both are one character of white space.
        let start = self.unicodeScalars.drop(while: \.properties.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.properties.isWhitespace }) else { return nil }
        return String(start[...last])
    }
}
