/// Header fields in the order they were given; names are compared without case (RFC 9110, section 5.1).
package struct HTTPHeaders: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package private(set) var fields: [Field]

    package init(_ fields: [Field]) {
        self.fields = fields
    }

    /// The first value under `name`; setting replaces every value under it, setting `nil` removes them.
    package subscript(name: String) -> String? {
        get { fields.first { Self.same($0.name, name) }?.value }
        set {
            fields.removeAll { Self.same($0.name, name) }
            if let newValue { fields.append(Field(name: name, value: newValue)) }
        }
    }

    private static func same(_ one: String, _ other: String) -> Bool {
        one.utf8.lazy.map(lowercased).elementsEqual(other.utf8.lazy.map(lowercased))
    }

    /// Names are ASCII.
    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
