import AWSCore
import AWSServices
import Deployment
import Engine

// Values whose text is ours.
extension Wording.StringInterpolation {
    mutating func appendInterpolation(_ time: Duration) { appendInterpolation(ours: time.wording) }
    mutating func appendInterpolation(_ version: VersionNumber) { appendInterpolation(version.value) }
    mutating func appendInterpolation(_ share: TrafficShare) { appendInterpolation(ours: share.description) }
    mutating func appendInterpolation(_ status: Status) { appendInterpolation(ours: status.description) }
    mutating func appendInterpolation(_ write: Write) { appendInterpolation(ours: write.rawValue) }
}

extension Duration {
    /// `0.4 s`, `12 s`.
    var wording: String {
        let tenths = Int((inSeconds * 10).rounded())
        return tenths < 100 && tenths % 10 != 0 ? "\(tenths / 10).\(tenths % 10) s" : "\((tenths + 5) / 10) s"
    }
}

extension Waiting {
    /// Goes on after "waiting".
    var wording: Wording {
        switch self {
        case .otherUpdate: "for an update that was already in progress"
        case .readiness: "for the function to be ready for an update"
        case .creation: "for the function to become active"
        case .codeUpdate: "for the code update to end"
        case .configurationUpdate: "for the configuration update to end"
        case .tags: "for the tag change to end"
        case .restoration: "for the function to settle, before $LATEST is put back"
        case .wakingUp: "for the idle function to wake up"
        case .lookUp(let write): "for the function to settle, after \(write)"
        case .version(let number): "for version \(ours: number) to become active"
        case .versionAwakening(let number): "for version \(ours: number) to wake up"
        case .warmUp(let alias): "for the provisioned concurrency of alias \(ours: alias) to be ready"
        case .codeDeploy(let id): "for someone else's deployment \(ours: id) to end"
        }
    }
}

extension AliasConfiguration {
    /// `live at version 7, 10% to 8`.
    var wording: Wording { "\(ours: name) at version \(ours: traffic)" }
}

extension String {
    /// Without the full stop that AWS ends some reasons with: ours follows.
    var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }

    /// Of a digest, enough to tell two apart.
    var shortDigest: String { String(prefix(8)) }

    /// As a sentence begins.
    var capitalFirst: String { prefix(1).uppercased() + dropFirst() }
}
