import AWSCore
import ControlPlaneSimulator
import Packaging
import Synchronization

package enum Fixture {
    /// A zip with one handler, made once for all tests.
    package static let zip = makeZip("def handler(event, context): return event\n")

    /// Others like it, for several clients at once.
    package static let zips = [zip] + (1...2).map { makeZip("def handler(event, context): return \($0)\n") }

    /// What a variable holds that the function has already.
    package static let standingSecret = "st4ndingvalue"

    /// One that stands.
    package static let layer = "arn:aws:lambda:eu-west-1:123456789012:layer:libraries:1"

    /// Of somebody's own, for the package.
    package static let key = "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000001"
    /// None of these is a secret that shows when it is shown: all the outputs and sentences are made of them.
    package static let tellingVariables = [
        "ACCOUNT": "123456789012", "PARTITION": "arn:aws", "REGION_OF_TABLE": "eu-west-1", "FUNCTION": "demo",
        "STATE": "deployed", "OTHER_STATE": "unchanged", "MEMORY": "MemorySize", "KEY": "name", "ANOTHER": "before",
        "SIZE": "1024", "THIRD": "after", "WORD": "Published version", "NOTHING": "not set",
    ]

    /// The one that goes on.
    package static let alarm = "errors of demo"
    package static let compositeAlarm = "latency"

    /// Of the function, before anything is deployed.
    package static let configuration: [String: JSON] = [
        "Environment": ["Variables": ["PASSWORD": .string(standingSecret)]],
        // A setting of tomorrow, which nobody here knows.
        "Novelty": ["Level": 1],
    ]

    package static let oldCode: [UInt8] = [0x50, 0x4B, 3, 4, 1, 2, 3]

    /// Larger than ``zip``, but not twice as large.
    package static let largeCode = oldCode + [UInt8](repeating: 0, count: 700)

    /// `CodeSha256` of ``zip``.
    package static let digest: String = digest(of: zip)

    /// `CodeSha256` of a zip on the disk.
    package static func digest(of path: String) -> String {
        digests.withLock { digests in
            if let known = digests[path] { return known }
            let digest = SHA256Digest.of(read(path)).base64
            digests[path] = digest
            return digest
        }
    }

    private static let digests = Mutex<[String: String]>([:])
}

/// - Returns: the path of a zip with this one handler.
package func makeZip(_ handler: String) -> String {
    let directory = makeTemporaryDirectory()
    write(handler, to: "\(directory)/app.py")
    // The handlers of a function that a rival has made, and of one with another runtime.
    write(handler, to: "\(directory)/rival.py")
    write(handler, to: "\(directory)/app.js")
    let path = makeTemporaryDirectory() + "/package.zip"
    do {
        let package = try DeploymentPackage.zip(
            of: SourceDirectory(path: directory, exclude: .empty, links: .keep), limits: .lambda)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: package.count, alignment: 1)
        defer { buffer.deallocate() }
        _ = try package.read(at: 0, into: buffer)
        write(Array(buffer), to: path)
    } catch {
        fatalError("the fixture cannot be made: \(error)")
    }
    return path
}

extension ControlPlane {
    /// A function `demo` with version 1 and the alias `live` on it.
    package static func withDemo(_ settings: Settings) -> ControlPlane {
        var plane = ControlPlane(settings: settings)
        plane.add(
            "demo", code: Fixture.oldCode, configuration: Fixture.configuration, versions: 1, alias: "live")
        return plane
    }
}
