import AWSCore
import AWSServices
import Testing

@testable import Deployment

@Suite struct UploadDecisionTests {
    private struct Bytes: ByteSource {
        let bytes: [UInt8]
        var count: Int { bytes.count }

        func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
            let rest = bytes[offset...].prefix(buffer.count)
            buffer.copyBytes(from: rest)
            return rest.count
        }
    }

    private static let package = Bytes(bytes: Array("a package".utf8))

    private static func object(_ checksum: String?, bytes: Int = package.count) -> SeenObject {
        .there(S3Object(versionId: nil, size: bytes, eTag: nil, checksum: checksum))
    }

    private func decision(
        _ seen: SeenObject, isKeyOfContent: Bool, wasRefused: Bool = false, cut: S3Cut = .ordinary
    ) throws -> UploadDecision {
        UploadDecision(
            on: seen, wanted: try S3Checksum(of: Self.package, cut: cut), bytes: Self.package.count,
            isKeyOfContent: isKeyOfContent, wasRefused: wasRefused)
    }

    @Test(arguments: [true, false])
    func whatIsThereIsNotUploadedAgain(isKeyOfContent: Bool) throws {
        for cut in [S3Cut.ordinary, S3Cut(wholeUpTo: 4, smallestPart: 4, mostParts: 10)] {
            let text = try S3Checksum(of: Self.package, cut: cut).text
            #expect(try decision(Self.object(text), isKeyOfContent: isKeyOfContent, cut: cut) == .use)
        }
    }

    /// Under a key of the digest nothing is written over; what somebody gave is.
    @Test(arguments: [SeenObject.absent, .untold, object(nil), object("AAAA-7")])
    func whatIsNotKnownToBeThereIsUploaded(seen: SeenObject) throws {
        #expect(try decision(seen, isKeyOfContent: true) == .write(onlyIfAbsent: true))
        #expect(try decision(seen, isKeyOfContent: false) == .write(onlyIfAbsent: false))
    }

    /// It is of no use to anybody, whatever the key.
    @Test(arguments: [object("AAAA"), object(nil, bytes: 3), object("AAAA-7", bytes: 3)])
    func whatIsOtherIsOverwritten(seen: SeenObject) throws {
        for isKeyOfContent in [true, false] {
            for wasRefused in [true, false] {
                let decided = try decision(seen, isKeyOfContent: isKeyOfContent, wasRefused: wasRefused)
                #expect(decided == .write(onlyIfAbsent: false))
            }
        }
    }

    /// Somebody was faster, and nobody here may see what it is: Lambda's answer tells.
    @Test(arguments: [SeenObject.untold, object(nil), object("AAAA-7")])
    func whatS3RefusesToOverwriteIsUsed(seen: SeenObject) throws {
        #expect(try decision(seen, isKeyOfContent: true, wasRefused: true) == .use)
        #expect(try decision(.absent, isKeyOfContent: true, wasRefused: true) == .write(onlyIfAbsent: true))
    }
}
