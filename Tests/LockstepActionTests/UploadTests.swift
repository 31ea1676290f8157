import AWSCore
import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// Packages that go to S3 first.
@Suite struct UploadTests {
    private static let hex = SHA256Digest.of(read(Fixture.zip)).hex
    private static let key = "lockstep/demo/\(hex).zip"

    private func bench(_ circumstances: Circumstance..., kind: Kind = .uploaded) async -> Bench {
        var bench = await kind.bench()
        for circumstance in circumstances { bench.meet(circumstance) }
        return bench
    }

    private func operations(_ run: Run) -> [Operation] {
        run.history.requests.filter { $0.author == "client" }.compactMap(\.operation)
    }

    private func code(_ run: Run) -> JSON {
        run.history.requests.last { $0.operation == .updateFunctionCode }?.input ?? .null
    }

    @Test(arguments: [Kind.uploaded, .uploadedInParts])
    func itIsUploadedOnceAndNeverLookedForWhenNothingIsToDo(kind: Kind) async {
        var bench = await bench(kind: kind)
        let first = await bench.run()
        #expect(first.exitCode == 0 && first.aliasVersion == "2", "\(first.log)")
        #expect(first.output(.codeSha256) == Fixture.digest)
        #expect(code(first)["S3Key"] == .string(Self.key) && code(first)["ZipFile"] == nil)
        #expect(first.plane.object("packages", Self.key)?.content.all == read(Fixture.zip))
        #expect(first.log.contains { $0.hasSuffix(" bytes to s3://packages/\(Self.key)") }, "\(first.log)")
        #expect(first.plane.buckets["packages"]?.uploads.isEmpty == true)
        // Also where it has expired.
        bench.plane = first.plane.withoutHistory
        bench.plane.expireObjects(below: "lockstep/")
        let second = await bench.run()
        #expect(second.output(.outcome) == "unchanged" && second.writes.isEmpty, "\(second.log)")
        #expect(!operations(second).contains { [.headObject, .headBucket, .putObject].contains($0) })
    }

    @Test func whatIsInTheBucketAlreadyIsNotUploaded() async {
        let run = await bench(.objectThere).run()
        #expect(run.exitCode == 0 && run.uploads.isEmpty, "\(run.log)")
        #expect(run.log.contains("The package is in S3 already, so nothing is uploaded: s3://packages/\(Self.key)"))
    }

    @Test func aPlanSaysWhereItWouldGoAndUploadsNothing() async {
        var bench = await bench()
        bench.inputs["mode"] = "plan"
        let planned = await bench.run()
        #expect(planned.exitCode == 0 && planned.uploads.isEmpty && planned.writes.isEmpty, "\(planned.log)")
        #expect(planned.log.contains { $0.hasPrefix("To upload: ") && $0.hasSuffix(" to s3://packages/\(Self.key)") })
        bench.meet(.objectThere)
        let again = await bench.run()
        #expect(again.log.contains("The package is in S3 already: s3://packages/\(Self.key)"), "\(again.log)")
        bench.meet(.busy)
        #expect(await bench.run().uploads.isEmpty)
    }

    /// Nobody swaps an object that is named by its version.
    @Test func aKeyThatIsGivenIsOverwrittenAndItsVersionIsUsed() async {
        let plain = await bench(.otherObjectThere).run()
        #expect(plain.exitCode == 0 && plain.output(.codeSha256) == Fixture.digest, "\(plain.log)")
        #expect(plain.log.contains { $0.hasSuffix("s3://packages/demo.zip, replacing what is there") }, "\(plain.log)")
        #expect(code(plain)["S3ObjectVersion"] == nil)
        let versioned = await bench(.versionedBucket, .otherObjectThere).run()
        #expect(versioned.exitCode == 0 && code(versioned)["S3ObjectVersion"] == "version-2", "\(versioned.log)")
    }

    @Test func aPrefixIsGivenTheDigest() async {
        var bench = await bench()
        bench.inputs["s3-key"] = "builds/"
        let run = await bench.run()
        #expect(run.plane.object("packages", "builds/\(Self.hex).zip") != nil, "\(run.log)")
    }

    @Test func aFunctionIsCreatedFromIt() async throws {
        var bench = await bench()
        let missing = await Kind.missing.bench()
        bench.plane = missing.plane
        bench.plane.addBucket("packages") { _ in }
        bench.inputs.merge(missing.inputs) { $1 }
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.output(.codeSha256) == Fixture.digest, "\(run.log)")
        let done = operations(run)
        #expect(try #require(done.firstIndex(of: .putObject)) < #require(done.firstIndex(of: .createFunction)))
    }

    /// An update is in progress for seven seconds: the upload is done by then.
    @Test(arguments: [Kind.uploaded, .uploadedInParts])
    func itGoesOnWhileTheFunctionSettles(kind: Kind) async {
        let run = await bench(.busy, kind: kind).run()
        #expect(run.exitCode == 0, "\(run.log)")
        let last = run.history.requests.last(where: \.isUpload)
        #expect(last.map { $0.at < .seconds(1) } == true)
        let given = await bench(.busy, .otherObjectThere, kind: kind).run()
        #expect(given.exitCode == 0, "\(given.log)")
        // What a key that is given holds is not overwritten before all is known that could end the run.
        #expect(given.history.requests.last(where: \.isUpload).map { $0.at > .seconds(7) } == true)
    }

    @Test func anUploadThatFailsEndsTheWait() async {
        var bench = await bench(.busy)
        bench.plane.settings.denied.insert(.putObject)
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.duration < .seconds(3), "\(run.log)")
        #expect(run.errors.first?.contains("allow s3:PutObject") == true, "\(run.errors)")
    }

    @Test func aRunThatGivesWayUploadsNothing() async {
        var bench = await bench()
        bench.number(7)
        bench.meet(.superseded)
        bench.meet(.busy)
        let run = await bench.run()
        #expect(run.output(.outcome) == "superseded" && run.uploads.isEmpty, "\(run.log)")
    }

    @Test(arguments: [
        (Circumstance.bucketMissing, "aws s3api create-bucket --bucket pakcages --region eu-west-1"),
        (.bucketElsewhere, "packages is in us-east-2, and the function in eu-west-1"),
        (.bucketOfOthers, "packages does not belong to 123456789012"),
    ])
    func aBucketThatIsNoGoodIsToldBeforeAnythingIsWritten(circumstance: Circumstance, told: String) async {
        for mode in ["deploy", "plan"] where mode == "deploy" || circumstance != .bucketOfOthers {
            var bench = await bench(circumstance)
            bench.inputs["mode"] = mode
            let run = await bench.run()
            #expect(run.exitCode == 1 && run.writes.isEmpty && run.uploads.isEmpty && run.aliasVersion == "1")
            #expect(run.errors.count == 1 && run.errors.first?.contains(told) == true, "\(run.errors)")
        }
    }

    @Test func theSameIsToldOfAPackageThatIsThereAlready() async {
        for (circumstance, told) in [
            (Circumstance.bucketElsewhere, "us-east-2"), (.bucketOfOthers, "does not belong to"),
        ] {
            var bench = await bench(circumstance)
            bench.inputs["zip-file"] = nil
            bench.inputs["s3-key"] = "demo.zip"
            let run = await bench.run()
            #expect(run.exitCode == 1 && run.writes.isEmpty)
            #expect(run.errors.first?.contains(told) == true, "\(run.errors)")
        }
    }

    @Test(arguments: [RivalMove.objectReplaced, .objectDeleted])
    func whoeverTakesItAwayBeforeLambdaHasItIsAConflict(move: RivalMove) async {
        for kind in [Kind.uploaded, .uploadedInParts] {
            let run = await bench(kind: kind).run { world in
                let update = RequestMatch.operation(.updateFunctionCode, occurrence: 1)
                world.rival(move, function: "demo", alias: "live", at: .before(update))
            }
            #expect(run.exitCode == 0 && run.output(.codeSha256) == Fixture.digest, "\(run.log)")
            #expect(run.output(.conflicts) == "1" && run.log.contains { $0.contains("Starting over") })
            #expect(run.aliasVersion.flatMap { run.demo?.version($0) }?.code.sha256 == Fixture.digest)
        }
    }

    @Test func theObjectsOfAFunctionThatReadsFromS3HaveToStay() async {
        let run = await bench(.referencedUpload).run()
        #expect(run.exitCode == 0 && run.demo?.latest.code.reference?.key == Self.key, "\(run.log)")
        #expect(run.log.contains { $0.contains("s3://packages/\(Self.key) must be kept") }, "\(run.log)")
    }

    @Test(arguments: [false, true])
    func twoRunsAtOnceEachEndWithTheirOwnCodeOrAConflict(areSame: Bool) async {
        for seed in 1...12 {
            for circumstance in [Circumstance.objectsUnlisted, .otherObjectThere, .versionedBucket] {
                var bench = await bench(circumstance)
                bench.seed = UInt64(seed)
                let (world, one) = (bench.world(), bench)
                if !areSame { bench.inputs["zip-file"] = Fixture.zips[1] }
                let other = bench
                let runs = Runs()
                await world.clock.together([
                    { await runs.add(one.run(in: world, author: "one")) },
                    { await runs.add(other.run(in: world, author: "other")) },
                ])
                for run in await runs.all {
                    let wanted = areSame || run.author == "one" ? Fixture.digest : Fixture.digest(of: Fixture.zips[1])
                    let isConflict = run.errors.contains { $0.contains("Somebody else changed") }
                    #expect(isConflict || run.output(.codeSha256) == wanted, "\(seed) \(circumstance): \(run.log)")
                }
            }
        }
    }

    @Test func aLongUploadTellsHowFarItIs() async {
        let run = await bench(kind: .uploadedInParts).run { world in
            world.inject(.throttledRetryAfter, on: .where { $0.operation == .uploadPart && $0.occurrence % 3 != 0 })
        }
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.log.contains { $0.hasPrefix("Uploaded ") && $0.contains(" of ") }, "\(run.log)")
        #expect(run.log.contains { $0.hasPrefix("Uploaded in ") })
    }
}

private actor Runs {
    private(set) var all: [Run] = []

    func add(_ run: Run) { all.append(run) }
}
