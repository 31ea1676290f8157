/// An element of an XML document, without its attributes: no service that is asked here says anything in them.
package struct XMLElement: Sendable, Equatable {
    /// As it is written; a prefix stays.
    package let name: String
    /// All text that lies directly in it.
    package var text = ""
    package var children: [XMLElement] = []

    package init(name: String) {
        self.name = name
    }

    /// The text of the first child of that name.
    package subscript(name: String) -> String? {
        children.first { $0.name == name }?.text
    }
}
