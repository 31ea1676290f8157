import AWSCore
import AWSServices
import ControlPlaneSimulator
import HTTP
import Synchronization

/// S3 in virtual time, with one bucket, and a client that uploads to it.
struct S3Bench {
    static let address = S3Address(bucket: "builds", key: "lockstep/orders/ä 1.zip", owner: "123456789012")

    let world: SimulatedWorld
    let s3: S3
    let isOnlyIfAbsent: Bool

    /// - Parameter change: of the plane, with its bucket.
    init(onlyIfAbsent: Bool, _ change: (inout ControlPlane) -> Void = { _ in }) throws {
        var plane = ControlPlane(settings: .ordinary)
        plane.settings.smallestPart = Self.cut.smallestPart
        plane.addBucket("builds") { _ in }
        change(&plane)
        let clock = VirtualClock(secondsSince1970: plane.settings.epoch, seed: 1)
        world = SimulatedWorld(plane, clock: clock, latency: .milliseconds(20))
        isOnlyIfAbsent = onlyIfAbsent
        s3 = S3(client: try benchClient(over: world.transport(author: "client"), .s3, SimulatedClock(clock: clock)))
    }

    /// A small package in six parts.
    static let cut = S3Cut(wholeUpTo: 40, smallestPart: 16, mostParts: 10_000)
    static let package = Bytes((0..<90).map { UInt8($0) })
    /// One that goes as a whole.
    static let smallPackage = Bytes((0..<30).map { UInt8($0) })

    var bucket: ControlPlane.Bucket? { world.plane.buckets["builds"] }
    var stored: ControlPlane.StoredObject? { world.plane.object("builds", Self.address.key) }

    func upload(_ source: Bytes, within budget: Duration = .seconds(600)) async throws(S3UploadFailure) -> S3Object {
        try await s3.upload(
            source, try Self.checksum(of: source), to: Self.address, onlyIfAbsent: isOnlyIfAbsent,
            progress: { _ in }, within: budget)
    }

    static func checksum(of source: Bytes) throws(S3UploadFailure) -> S3Checksum {
        do throws(ByteSourceFailure) {
            return try S3Checksum(of: source, cut: cut)
        } catch {
            throw .failed(.unreachable(operation: "", reason: error.reason), unfinished: nil)
        }
    }

    /// What became of an upload; `nil`: it was done.
    func failure(_ source: Bytes, within budget: Duration = .seconds(600)) async -> S3UploadFailure? {
        do throws(S3UploadFailure) {
            _ = try await upload(source, within: budget)
            return nil
        } catch {
            return error
        }
    }

    /// The operations that were asked for, in order.
    var operations: [String] { world.sent.map { $0.operation?.rawValue ?? "?" } }
}

/// Bytes that say how much of them was asked for at once.
final class Bytes: ByteSource {
    private let bytes: [UInt8]
    private let most = Mutex(0)

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }
    var all: [UInt8] { bytes }
    var mostAtOnce: Int { most.withLock { $0 } }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        let length = min(buffer.count, bytes.count - offset)
        most.withLock { $0 = max($0, length) }
        bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[offset..<offset + length])) }
        return length
    }
}

/// The simulator's clock, as the client takes one.
struct SimulatedClock: Clock {
    let clock: VirtualClock

    func elapsed() -> Duration { clock.elapsed() }
    func secondsSince1970() -> Double { clock.secondsSince1970() }
    func sleep(for duration: Duration) async throws(CancellationError) { try await clock.sleep(for: duration) }
    func sideBySide(_ works: [@Sendable () async -> Bool]) async { await clock.sideBySide(works) }
    func random() -> Double { clock.random() }
}
