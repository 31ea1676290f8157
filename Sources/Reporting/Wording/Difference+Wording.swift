import AWSCore
import Engine

extension Difference {
    /// `MemorySize: 128 -> 256`.
    var wording: Wording {
        "\(nameWording): \(value(before)) -> \(value(after))"
    }

    private static let variable = "Environment."

    var isOfVariable: Bool { name.hasPrefix(Self.variable) }
    var isOfTag: Bool { name.hasPrefix(Self.tagPrefix) }

    /// Of a variable, its own name.
    var variableName: String { String(name.dropFirst(Self.variable.count)) }

    /// AWS's name for it, or a variable's, which has to stay what others look for. A tag's may be any text.
    var nameWording: Wording {
        if name.hasPrefix("s3://") { return .supplied(name) }
        guard isOfTag else { return .ours(name) }
        return .ours(Self.tagPrefix) + .supplied(String(name.dropFirst(Self.tagPrefix.count)))
    }

    /// A text as it is, everything else as JSON.
    func value(_ value: JSONValue?) -> Wording {
        guard let value else { return "not set" }
        guard let text = value.string else { return .json(value) }
        if text.isEmpty { return "(empty)" }
        return isTold ? .ours(text) : .supplied(text)
    }

    /// What it was and is are digests and version numbers: nobody supplies those.
    var isTold: Bool { name == Self.codeName || name.hasPrefix("Alias ") }
}
