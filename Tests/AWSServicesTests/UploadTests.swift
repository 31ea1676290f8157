import AWSCore
import AWSServices
import ControlPlaneSimulator
import Testing

/// What comes of uploads where nothing goes wrong but what is in their way.
@Suite struct UploadTests {
    @Test func aSmallPackageGoesAsAWhole() async throws {
        let bench = try S3Bench(onlyIfAbsent: false)
        let object = try await bench.upload(S3Bench.smallPackage)
        #expect(bench.operations == ["PutObject"])
        #expect(bench.stored?.content.all == S3Bench.smallPackage.all)
        let checksum = try S3Checksum(of: S3Bench.smallPackage, cut: S3Bench.cut)
        #expect(object.isKnown(by: checksum))
        #expect(object.sha256 == SHA256Digest.of(S3Bench.smallPackage.all).base64)
        #expect(object.versionId == "version-1" && object.size == 30)
    }

    @Test func aLargeOneGoesInPartsSeveralAtATime() async throws {
        let bench = try S3Bench(onlyIfAbsent: true)
        let object = try await bench.upload(S3Bench.package)
        #expect(
            bench.operations == ["CreateMultipartUpload"] + Array(repeating: "UploadPart", count: 6)
                + ["CompleteMultipartUpload"])
        #expect(bench.world.clock.elapsed() == .milliseconds(80), "four parts and then two, 20 ms a call")
        #expect(bench.stored?.content.all == S3Bench.package.all)
        #expect(bench.stored?.checksum == object.checksum && object.checksum?.hasSuffix("-6") == true)
        #expect(object.sha256 == nil)
        #expect(bench.bucket?.uploads.isEmpty == true)
    }

    @Test func whatIsThereShowsTheChecksumThatWasComputedHere() async throws {
        for length in [0, 1, 39, 40, 41, 47, 48, 49, 63, 64, 65, 90, 1_000] {
            let source = Bytes((0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) })
            let bench = try S3Bench(onlyIfAbsent: false)
            let uploaded = try await bench.upload(source)
            let seen = try await bench.s3.headObject(S3Bench.address, version: nil, within: budget)
            #expect(seen == uploaded, "\(length) bytes")
            #expect(seen?.isKnown(by: try S3Checksum(of: source, cut: S3Bench.cut)) == true, "\(length) bytes")
        }
    }

    @Test func whatIsSentSoFarIsTold() async throws {
        let bench = try S3Bench(onlyIfAbsent: false)
        let told = Told()
        _ = try await bench.s3.upload(
            S3Bench.package, try S3Checksum(of: S3Bench.package, cut: S3Bench.cut), to: S3Bench.address,
            onlyIfAbsent: false, progress: { told.add($0) }, within: budget)
        #expect(told.all == [16, 32, 48, 64, 80, 90] || told.all == [16, 32, 48, 64, 74, 90])
    }

    @Test(arguments: [S3Bench.package, S3Bench.smallPackage])
    func nothingIsOverwrittenThatIsNotToBe(_ source: Bytes) async throws {
        let bench = try S3Bench(onlyIfAbsent: true) { $0.putObject("builds", S3Bench.address.key, [1, 2, 3]) }
        guard case .alreadyThere(let object?) = await bench.failure(source) else {
            Issue.record("it was not told")
            return
        }
        #expect(object.size == 3)
        #expect(bench.stored?.content.all == [1, 2, 3])
        #expect(bench.bucket?.uploads.isEmpty == true)
    }

    @Test(arguments: [S3Bench.package, S3Bench.smallPackage])
    func theSameBytesOfSomebodyElseAreAsGoodAsOurs(_ source: Bytes) async throws {
        let theirs = try S3Bench(onlyIfAbsent: false)
        _ = try await theirs.upload(source)
        let bench = try S3Bench(onlyIfAbsent: true) { $0 = theirs.world.plane.withoutHistory }
        #expect(try await bench.upload(source).versionId == "version-1")
        #expect(bench.bucket?.objects[S3Bench.address.key]?.count == 1)
        #expect(bench.bucket?.uploads.isEmpty == true)
    }

    @Test(arguments: [S3Bench.package, S3Bench.smallPackage])
    func whereNobodyMayLookItIsSaidThatSomethingIsThere(_ source: Bytes) async throws {
        let bench = try S3Bench(onlyIfAbsent: true) {
            $0.putObject("builds", S3Bench.address.key, [1, 2, 3])
            $0.settings.denied = [.headObject]
        }
        #expect(await bench.failure(source) == .alreadyThere(nil))
    }

    /// 409 ConditionalRequestConflict, as S3 has it for two at once.
    @Test(arguments: [S3Bench.package, S3Bench.smallPackage])
    func somebodyElseAtTheSameKeyIsWaitedFor(_ source: Bytes) async throws {
        let bench = try S3Bench(onlyIfAbsent: true) { $0.addBucket("builds") { $0.conflicts = 2 } }
        _ = try await bench.upload(source)
        #expect(bench.stored?.content.all == source.all)
        #expect(bench.bucket?.uploads.isEmpty == true)
    }

    @Test(arguments: [
        ("NoSuchBucket", 404), ("PermanentRedirect", 301), ("AccessDenied", 403),
    ])
    func aBucketThatIsNoneOfOursIsFinal(_ code: String, _ status: Int) async throws {
        for source in [S3Bench.package, S3Bench.smallPackage] {
            let bench = try S3Bench(onlyIfAbsent: false) { plane in
                plane.addBucket("builds") { bucket in
                    if status == 301 { bucket.region = "us-east-1" }
                    if status == 403 { bucket.owner = "210987654321" }
                }
                if status == 404 { plane.removeBucket("builds") }
            }
            guard case .failed(.refused(let refusal), nil) = await bench.failure(source) else {
                Issue.record("\(code) is not told")
                continue
            }
            #expect(refusal.code == code && refusal.status == status)
            #expect(bench.world.sent.count == 1)
            if status == 301 { #expect(refusal.message.hasSuffix("the bucket is in the Region us-east-1")) }
        }
    }

    @Test func anUploadThatIsRefusedInTheMiddleLeavesNothing() async throws {
        for leavesAPart in [false, true] {
            let bench = try S3Bench(onlyIfAbsent: false) { $0.settings.abortsLeaveAPart = leavesAPart }
            bench.world.change(at: .before(.operation(.uploadPart, occurrence: 5))) {
                $0.settings.denied = [.uploadPart]
            }
            guard case .failed(.refused(let refusal), nil) = await bench.failure(S3Bench.package) else {
                Issue.record("it is not told")
                continue
            }
            #expect(refusal.code == "AccessDenied")
            #expect(bench.bucket?.uploads.isEmpty == true)
        }
    }

    @Test func whatCannotBeAbortedIsNamed() async throws {
        let bench = try S3Bench(onlyIfAbsent: false) {
            $0.settings.denied = [.completeMultipartUpload, .abortMultipartUpload]
        }
        guard case .failed(.refused, let unfinished?) = await bench.failure(S3Bench.package) else {
            Issue.record("it is not named")
            return
        }
        #expect(bench.bucket?.uploads.keys.contains(unfinished) == true)
    }

    /// Without the right to list parts a second abort tells.
    @Test(arguments: [false, true])
    func whoMayNotListPartsAbortsUntilThereIsNothing(_ leavesAPart: Bool) async throws {
        let bench = try S3Bench(onlyIfAbsent: false) {
            $0.settings.denied = [.completeMultipartUpload, .listParts]
            $0.settings.abortsLeaveAPart = leavesAPart
        }
        guard case .failed(.refused, nil) = await bench.failure(S3Bench.package) else {
            Issue.record("it is not told")
            return
        }
        #expect(bench.bucket?.uploads.isEmpty == true)
    }

    @Test func anUploadUnderAKeyOfKMSNeedsTheKey() async throws {
        let bench = try S3Bench(onlyIfAbsent: false) { plane in
            plane.addBucket("builds") { $0.encryption = .kms(key: "k") }
            plane.settings.deniedOfKMS = [.decrypt]
        }
        _ = try await bench.upload(S3Bench.package)
        let seen = try await bench.s3.headObject(S3Bench.address, version: nil, within: budget)
        #expect(seen?.size == 90 && seen?.checksum == nil, "its checksum is not shown without kms:Decrypt")
    }

    /// An upload takes no more memory than the pieces that it is read in.
    @Test func thePackageIsNeverHeldAsAWhole() async throws {
        let source = Bytes([UInt8](repeating: 7, count: 1 << 20))
        let cut = S3Cut(wholeUpTo: 0, smallestPart: 300_000, mostParts: 10_000)
        let checksum = try S3Checksum(of: source, cut: cut)
        #expect(source.mostAtOnce <= 131_072)
        let transport = PieceByPiece()
        let s3 = S3(client: try benchClient(over: transport, .s3, FixedClock()))
        _ = try await s3.upload(
            source, checksum, to: S3Bench.address, onlyIfAbsent: false, progress: { _ in }, within: budget)
        #expect(source.mostAtOnce <= 131_072)
        #expect(transport.sent == 1 << 20)
    }
}
