import AWSCore

/// What a tag points to, as the registry tells it.
package struct RegistryImage: Sendable, Equatable {
    /// 64 hexadecimal digits.
    package let digest: String
    /// `nil` where the registry does not tell.
    package let mediaType: String?
    /// The images that an index lists by platform; empty for one image.
    package let platforms: [Platform]

    package struct Platform: Sendable, Equatable {
        /// As Docker names it: `linux/amd64`.
        package let name: String
        /// `sha256:` and 64 hexadecimal digits.
        package let digest: String

        package init(name: String, digest: String) {
            self.name = name
            self.digest = digest
        }
    }

    package init(digest: String, mediaType: String?, platforms: [Platform]) {
        self.digest = digest
        self.mediaType = mediaType
        self.platforms = platforms
    }
}

extension RegistryImage {
    /// Source: https://github.com/opencontainers/image-spec/blob/main/media-types.md
    package var isIndex: Bool {
        [
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json",
        ].contains(mediaType)
    }

    /// What is not told is not doubted.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#images-reqs
    package var isOneImage: Bool {
        [
            nil, "application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json",
        ].contains(mediaType)
    }
}

extension RegistryImage.Platform {
    /// Attestations lie in an index as images of an unknown platform.
    /// Source: https://docs.docker.com/build/metadata/attestations/attestation-storage/
    static func all(inManifest text: String) -> [RegistryImage.Platform] {
        let images = JSONValue(parsing: Array(text.utf8))?["manifests"]?.array ?? []
        return images.compactMap { image in
            guard let os = image["platform"]?["os"]?.string, os != "unknown",
                let architecture = image["platform"]?["architecture"]?.string,
                let digest = image["digest"]?.string, digest.hasPrefix("sha256:")
            else { return nil }
            return RegistryImage.Platform(name: "\(os)/\(architecture)", digest: digest)
        }
    }
}
