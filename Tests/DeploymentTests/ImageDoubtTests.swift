import AWSServices
import Testing

@testable import Deployment

/// What is told of an image by its media type.
@Suite struct ImageDoubtTests {
    private let uri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/a/b:tag"

    private func doubt(_ mediaType: String?) -> ImageDoubt? {
        let platform = RegistryImage.Platform(name: "linux/amd64", digest: "sha256:01")
        return ImageDoubt(RegistryImage(digest: "00ff", mediaType: mediaType, platforms: [platform]), uri: uri)
    }

    @Test(arguments: [
        nil, "application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json",
    ])
    func oneImageIsNotDoubted(mediaType: String?) {
        #expect(doubt(mediaType) == nil)
    }

    @Test(arguments: [
        ("application/vnd.oci.image.index.v1+json", true),
        ("application/vnd.docker.distribution.manifest.list.v2+json", true),
        ("application/vnd.docker.distribution.manifest.v1+prettyjws", false),
    ])
    func whatElseThereIsIsDoubted(mediaType: String, isIndex: Bool) {
        let doubt = doubt(mediaType)
        #expect(doubt?.isIndex == isIndex && doubt?.mediaType == mediaType)
        #expect(doubt?.platforms.map(\.uri) == ["123456789012.dkr.ecr.eu-west-1.amazonaws.com/a/b@sha256:01"])
    }
}
