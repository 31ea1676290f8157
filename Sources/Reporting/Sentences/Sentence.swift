/// A piece of the story.
enum Sentence: Equatable {
    case said(String)
    /// Part of what was said before.
    case detail(String)
    /// Text that a function or AWS wrote.
    case quoted(String)
    case warning(title: String, String)
}
