import AWSCore

/// A piece of the story.
enum Sentence: Equatable {
    case said(Wording)
    /// Part of what was said before.
    case detail(Wording)
    /// Text that a function or AWS wrote.
    case quoted(String)
    case warning(title: String, Wording)
}
