/// A setting's value without the blanks and line ends that come with pasted text; nothing but those is not set.
func setting(_ text: String?) -> String? {
    guard let text else { return nil }
    let start = text.drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(start[...end])
}
