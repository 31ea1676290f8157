import AWSCore

// The checks of plain texts and numbers, for what goes to AWS as JSON.

extension TextRule {
    func json(_ text: String) throws(Complaint) -> JSONValue {
        .string(try read(text))
    }
}

extension WholeNumber {
    func json(_ text: String) throws(Complaint) -> JSONValue {
        .integer(try read(text))
    }

    /// As the only member of an object.
    func json(as name: String) -> (String) throws(Complaint) -> JSONValue {
        { text throws(Complaint) in .object([name: .integer(try read(text))]) }
    }
}
