import HTTP

/// An address that AWS has signed already, and that whoever has it may read until it expires. It must not be shown.
package struct PresignedLink: Sendable {
    let origin: HTTPOrigin
    /// Path and query, as they were signed.
    let target: String

    /// `nil` for what is no address, or could not be sent as it is.
    package init?(_ text: String) {
        guard let scheme = text.firstRange(of: "://") else { return nil }
        let slash = text[scheme.upperBound...].firstIndex(of: "/") ?? text.endIndex
        let target = String(text[slash...])
        guard !target.isEmpty, target.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }),
            let endpoint = try? Endpoint(parsing: String(text[..<slash]), from: "the link")  // else there is none
        else { return nil }
        origin = endpoint.origin
        self.target = target
    }
}

extension PresignedLink {
    /// Nobody on the way can read what is asked and answered.
    package var isPrivate: Bool { origin.scheme == .https || origin.isLoopback }
}

/// Each look is given another one, so that it says nothing of what it leads to: it is never a difference.
extension PresignedLink: Equatable {
    package static func == (one: PresignedLink, other: PresignedLink) -> Bool { true }
}

extension PresignedLink: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "***" }
    package var debugDescription: String { "***" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
