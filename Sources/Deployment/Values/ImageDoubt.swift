import AWSServices

/// An image of a kind that Lambda has not taken so far. It may some day: https://github.com/aws/aws-lambda-roadmap/issues/82
package struct ImageDoubt: Sendable, Equatable {
    package let mediaType: String
    package let isIndex: Bool
    /// What an index has for each platform, by an address that `image-uri` takes.
    package let platforms: [Platform]

    package struct Platform: Sendable, Equatable {
        package let name: String
        package let uri: String
    }

    /// `nil`: it is one that Lambda takes.
    /// - Parameter uri: where it lies.
    package init?(_ image: RegistryImage, uri: String) {
        guard !image.isOneImage, let mediaType = image.mediaType, let address = ECRImage(uri: uri) else { return nil }
        self.mediaType = mediaType
        isIndex = image.isIndex
        let host = uri.prefix { $0 != "/" }
        platforms = image.platforms.map { Platform(name: $0.name, uri: "\(host)/\(address.repository)@\($0.digest)") }
    }
}
