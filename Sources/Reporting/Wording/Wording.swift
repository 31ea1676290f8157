import AWSCore
import AWSServices
import Deployment
import Engine

extension Duration {
    /// `0.4 s`, `12 s`.
    var wording: String {
        let tenths = Int((inSeconds * 10).rounded())
        return tenths < 100 && tenths % 10 != 0 ? "\(tenths / 10).\(tenths % 10) s" : "\((tenths + 5) / 10) s"
    }
}

extension Waiting {
    /// Goes on after "waiting".
    var wording: String {
        switch self {
        case .otherUpdate: "for an update that was already in progress"
        case .creation: "for the function to become active"
        case .codeUpdate: "for the code update to end"
        case .configurationUpdate: "for the configuration update to end"
        case .tags: "for the tag change to end"
        case .wakingUp: "for the idle function to wake up"
        case .lookUp(let write): "to see what stands, after \(write.rawValue)"
        case .version(let number): "for version \(number) to become active"
        case .versionAwakening(let number): "for version \(number) to wake up"
        case .warmUp(let alias): "for the provisioned concurrency of alias \(alias) to be ready"
        case .codeDeploy(let id): "for somebody else's deployment \(id) to end"
        }
    }
}

extension Difference {
    /// `MemorySize: 128 -> 256`.
    var wording: String {
        "\(name): \(before?.wording ?? "not set") -> \(after?.wording ?? "not set")"
    }
}

extension JSONValue {
    /// A text as it is, everything else as JSON.
    var wording: String { string ?? text }
}

extension AliasConfiguration {
    /// `live at version 7, 10% to 8`.
    var wording: String { "\(name) at version \(traffic)" }
}

extension String {
    /// Without the full stop that AWS ends some reasons with: ours follows.
    var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
