import AWSCore
import AWSServices
import Samples
import Testing

@testable import Deployment

/// How the code that stands can be had again, should it have to be put back.
@Suite struct OldCodeTests {
    private static let link = PresignedLink("https://any.example/key")
    private static let digest = SHA256Digest.of(Array("old".utf8))
    private static let megabyte = 1_048_576

    private static func location(
        image: String? = nil, object: CodeObject? = nil, link: PresignedLink? = link
    ) -> CodeLocation {
        CodeLocation(link: link, resolvedImageUri: image, object: object)
    }

    private struct Bytes: ByteSource {
        let count = 0
        func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int { 0 }
    }

    private func uploading(under key: String, isKeyOfContent: Bool) -> DeploymentPlan {
        var plan = plan()
        plan.code?.source = .s3(bucket: "b", key: key, version: nil)
        plan.code?.bucketOwner = "123456789012"
        plan.code?.upload = PlannedUpload(bytes: Bytes(), isKeyOfContent: isKeyOfContent)
        return plan
    }

    private func isNone(_ ways: OldCodeWays, _ reason: String) -> Bool {
        guard case .none(let told) = ways else { return false }
        return told.text(redacting: \.self).contains(reason)
    }

    @Test func aZipIsFetched() {
        let small = function(["CodeSize": .integer(50 * Self.megabyte)], location: Self.location())
        #expect(plan().waysToKeep(small, nil) == .some([.download]))
        // Other control planes do not tell the size.
        #expect(plan().waysToKeep(function(location: Self.location()), nil) == .some([.download]))
    }

    @Test func theAliassVersionComesFirstIfItIsOne() throws {
        let standing = function(location: Self.location())
        let version = try #require(VersionNumber("7"))
        #expect(plan().waysToKeep(standing, alias("7")) == .some([.version(version), .download]))
        #expect(plan().waysToKeep(standing, alias("$LATEST")) == .some([.download]))
    }

    @Test func moreThanARequestTakesServesOnlyWhoUploads() {
        let large = function(["CodeSize": .integer(50 * Self.megabyte + 1)], location: Self.location())
        #expect(isNone(plan().waysToKeep(large, alias("7")), "its zip has 50.0 MB"))
        let through = uploading(under: "k.zip", isKeyOfContent: false)
        #expect(through.waysToKeep(large, nil) == .some([.download]))
    }

    @Test func withoutGetFunctionNothingServes() {
        #expect(isNone(plan().waysToKeep(function(), alias("7")), "without lambda:GetFunction"))
    }

    @Test(
        arguments: [
            ("repo/name:tag", "repo/name@sha256:00", "repo/name@sha256:00"),
            ("repo:80/name:tag", nil, "repo:80/name@sha256:old"),
            ("repo/name", nil, "repo/name@sha256:old"),
            ("repo/name:tag@sha256:11", nil, "repo/name@sha256:old"),
            (nil, nil, nil),
        ] as [(String?, String?, String?)])
    func anImageIsKnownByItsDigest(_ named: String?, _ resolved: String?, _ expected: String?) {
        let standing = function(
            ["PackageType": .string("Image")], imageUri: named, location: Self.location(image: resolved, link: nil))
        let ways = plan().waysToKeep(standing, nil)
        if let expected {
            #expect(ways == .some([.image(uri: expected)]))
        } else {
            #expect(isNone(ways, "its image's digest"))
        }
    }

    @Test func theObjectThatItIsReadFromServesByItsVersion() {
        let versioned = CodeObject(bucket: "b", key: "k", version: "v")
        let standing = function(
            ["CodeSize": .integer(200 * Self.megabyte)], location: Self.location(object: versioned))
        #expect(plan().waysToKeep(standing, nil) == .some([.object(versioned)]))
    }

    @Test func withoutVersionsItServesIfItIsTheSameStillAndNotToBeOverwritten() {
        let object = CodeObject(bucket: "b", key: "other", version: nil)
        let small = function(location: Self.location(object: object))
        #expect(plan().waysToKeep(small, nil) == .some([.unversioned(object), .download]))
        let large = function(["CodeSize": .integer(60 * Self.megabyte)], location: Self.location(object: object))
        #expect(plan().waysToKeep(large, nil) == .some([.unversioned(object)]))
        let own = uploading(under: "other", isKeyOfContent: false)
        #expect(own.waysToKeep(small, nil) == .some([.download]))
    }

    @Test func aSmallZipGoesBackInTheRequestWhereverTheNewOneGoes() {
        let through = uploading(under: "builds/1.zip", isKeyOfContent: true)
        #expect(through.addressInS3(ofZip: 50 * Self.megabyte, Self.digest.base64) == nil)
        #expect(plan().addressInS3(ofZip: 60 * Self.megabyte, Self.digest.base64) == nil)
    }

    @Test(arguments: [("builds/1.zip", "builds/"), ("1.zip", ""), ("a/b/1.zip", "a/b/")])
    func aLargeOneGoesUnderAKeyOfItsOwnContent(key: String, prefix: String) {
        let address = uploading(under: key, isKeyOfContent: true)
            .addressInS3(ofZip: 60 * Self.megabyte, Self.digest.base64)
        let expected = S3Address(bucket: "b", key: "\(prefix)\(Self.digest.hex).zip", owner: "123456789012")
        #expect(address == expected)
    }

    @Test func aKeyThatIsGivenHoldsTheOldPackageAgain() {
        let address = uploading(under: "orders.zip", isKeyOfContent: false)
            .addressInS3(ofZip: 60 * Self.megabyte, Self.digest.base64)
        #expect(address == S3Address(bucket: "b", key: "orders.zip", owner: "123456789012"))
    }
}
