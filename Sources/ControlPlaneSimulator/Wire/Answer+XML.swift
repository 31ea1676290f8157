extension Answer {
    /// - Parameter content: already escaped.
    static func xml(_ root: String, _ content: String) -> Answer {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <\(root) xmlns="http://s3.amazonaws.com/doc/2006-03-01/">\(content)</\(root)>
            """
        return Answer(200, headers: [.init(name: "Content-Type", value: "application/xml")], body: Array(text.utf8))
    }
}
