import Fuzzing
import Testing

@testable import Packaging

/// Whatever bytes a zip has: it is taken as it is, or refused under its name.
struct ZipFuzzTests {
    private let directory = TemporaryDirectory()

    @Test func aSpoiltZipIsRefusedByNameOrTakenAsItIs() throws {
        let zips = try Self.zips()
        for one in Campaign("zips that were spoilt", cases: 1_500, filter: "ZipFuzzTests") {
            var dice = one.dice
            try judge(dice.mutatedZip(dice.pick(zips)), "\(one)")
        }
    }

    @Test func noiseIsRefusedByName() throws {
        for one in Campaign("noise for zips", cases: 300, filter: "ZipFuzzTests") {
            var dice = one.dice
            let start = dice.chance(50) ? Array("PK\u{3}\u{4}".utf8) : []
            let end = dice.chance(50) ? Array("PK\u{5}\u{6}".utf8) + dice.anyBytes(upTo: 40) : []
            try judge(start + dice.anyBytes(upTo: 400) + end, "\(one)")
        }
    }

    @Test func noBeginningOfAZipIsAZip() throws {
        let whole = try SampleZip.ordinary(comment: "")
        for length in 0..<whole.count {
            #expect(try judge(Array(whole.prefix(length)), "the first \(length) bytes") == false)
        }
        #expect(try judge(whole, "the whole") == true)
    }

    @Test func theZipsToBeSpoiltAreGood() throws {
        for (number, zip) in try Self.zips().enumerated() {
            #expect(try judge(zip, "zip \(number)") == true)
        }
    }

    private static func zips() throws -> [[UInt8]] {
        [try SampleZip.ordinary(comment: ""), try SampleZip.ordinary(comment: "PK\u{5}\u{6}"), SampleZip.large()]
    }

    /// - Returns: whether it was taken.
    @discardableResult
    private func judge(_ bytes: [UInt8], _ what: Comment) throws -> Bool {
        directory.file("a.zip", bytes: bytes)
        let started = processorTime()
        defer { #expect(processorTime() - started < .seconds(30), what) }
        let package: DeploymentPackage
        do throws(PackagingFailure) {
            package = try DeploymentPackage.zip(at: directory("a.zip"), limits: .lambda)
        } catch {
            #expect(error.description.contains("'\(directory("a.zip"))'"), what)
            return false
        }
        #expect(try package.bytes == bytes, what)
        #expect(package.entries > 0 && package.uncompressedBytes <= SizeLimits.lambda.unpacked, what)
        return true
    }
}

extension Dice {
    /// Aims at the numbers behind a zip's signatures half of the time: elsewhere most bytes are content.
    fileprivate mutating func mutatedZip(_ zip: [UInt8]) -> [UInt8] {
        guard chance(50) else { return mutated(zip, words: SampleZip.signatures) }
        let places = zip.indices.filter { zip[$0...].starts(with: "PK".utf8) }
        let place = pick(places) + below(60)
        guard place < zip.count else { return Array(zip.dropLast(below(30))) }
        return zip[..<place] + mutated(Array(zip[place...].prefix(8)), words: []) + zip[place...].dropFirst(8)
    }
}

extension DeploymentPackage {
    /// The whole zip.
    var bytes: [UInt8] {
        get throws(PackagingFailure) {
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count + 1, alignment: 1)
            defer { buffer.deallocate() }
            return [UInt8](buffer[..<(try read(at: 0, into: buffer))])
        }
    }
}
