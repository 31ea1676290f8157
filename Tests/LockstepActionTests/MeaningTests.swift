import Testing
import lockstep_docs

/// A help text has its default in a column of its own.
@Suite struct MeaningTests {
    @Test(arguments: [
        ("fail (default) stops; attempt warns.", "fail stops; attempt warns.", "`fail`"),
        ("How many. Default: 5.", "How many.", "`5`"),
        ("The key. Default: a/SHA256.zip. If it ends in /, more.", "The key. If it ends in /, more.", "`a/SHA256.zip`"),
        ("On. Default: true if a is given.", "On.", "true if a is given"), ("The alias.", "The alias.", nil),
    ])
    func aDefaultIsTakenOutOfTheText(description: String, text: String, standard: String?) {
        let meaning = Meaning(description)
        #expect(meaning.text == text)
        #expect(meaning.standard == standard)
    }
}
