import AWSCore
import AWSServices
import Deployment
import Packaging

/// The package as it will be sent, read and checked as far as it lies here.
struct ReadPackage: Sendable {
    /// What Lambda is told: for a package that is uploaded, the object that it becomes.
    let source: FunctionCode
    /// `CodeSha256` as AWS must show it, for a zip that lies here.
    let digest: String?
    /// The zip itself, if it lies here.
    let zip: DeploymentPackage?
    /// What is wrong with it in a function.
    let judgement: PackageJudgement
    let upload: PlannedUpload?
    /// Where it comes from and what is known of it, for people.
    let wording: Wording
}

extension ReadPackage {
    /// `nil` if the package is wrong, which is noted. What is wrong with the inputs that name it is told with the inputs.
    init?(of inputs: ActionInputs, _ inspection: inout Inspection) {
        var told = Inspection()
        inputs.package.checkSelection(&told)
        let checks = inputs.package.checks(&told)
        guard let named = inputs.package.source(&told), told.problems.isEmpty else { return nil }
        let limits = inputs.sizeLimits
        do {
            try self.init(reading: named, inputs.package, checks, limits, inputs.uploadTarget)
        } catch let failure as PackagingFailure {
            inspection.note(named.input, failure.description)
            return nil
        } catch {
            inspection.note(named.input, "cannot be read: \(error)")
            return nil
        }
        guard let zip else { return }
        for remark in zip.remarks(limits: limits) { inspection.remark(.notice, named.input, remark) }
        inspection.tell(zip, of: named, checks)
    }

    private init(
        reading named: PackageSource, _ inputs: PackageInputs, _ checks: PackageChecks, _ limits: SizeLimits,
        _ target: UploadTarget?
    ) throws {
        switch named {
        case .directory(let path):
            var told = Inspection()  // what is wrong is told already
            try self.init(.zip(of: inputs.selection(from: path, &told), limits: limits), path, checks, target)
        case .zipFile(let path):
            let file = try FileSearch.file(at: path)
            try self.init(.zip(at: file, limits: limits), file, checks, target)
        case .s3(let bucket, let key, let version):
            self.init(
                source: .s3(bucket: bucket, key: key, version: version), digest: nil, zip: nil,
                judgement: { _ in [] }, upload: nil, wording: .supplied("s3://\(bucket)/\(key)"))
        case .image(let uri):
            self.init(
                source: .image(uri: uri), digest: nil, zip: nil, judgement: { _ in [] }, upload: nil,
                wording: .supplied(uri))
        }
    }

    private init(
        _ package: DeploymentPackage, _ path: String, _ checks: PackageChecks, _ target: UploadTarget?
    ) throws {
        let bytes = PackageBytes(package: package)
        let digest = try SHA256Digest.of(bytes)
        let files = package.files == 1 ? "1 file" : "\(package.files) files"
        let size: Wording = "\(ours: files), \(bytes: package.uncompressedBytes), \(bytes: package.count) zipped"
        let wording: Wording = "\(supplied: path) (\(size))"
        let judgement = checks.judgement(of: package.contents)
        guard let target else {
            self.init(
                source: .zip(bytes), digest: digest.base64, zip: package, judgement: judgement, upload: nil,
                wording: wording)
            return
        }
        let key = target.key(for: digest)
        self.init(
            source: .s3(bucket: target.bucket, key: key, version: nil), digest: digest.base64, zip: package,
            judgement: judgement, upload: PlannedUpload(bytes: bytes, isKeyOfContent: target.isKeyOfContent),
            wording: "\(wording), through \(supplied: "s3://\(target.bucket)/\(key)")")
    }
}

extension ActionInputs {
    /// What is wrong with it is told with the inputs.
    fileprivate var uploadTarget: UploadTarget? {
        var told = Inspection()
        return package.upload(for: task.function(&told), &told)
    }

    /// What is made to be deployed later may go to S3 then. A bucket of a wrong name is one all the same.
    fileprivate var sizeLimits: SizeLimits {
        makesPackage || package.isGiven(\.s3Bucket) ? .lambdaFromS3 : .lambda
    }
}

extension ReadPackage {
    /// `nil` where only AWS knows.
    var weight: PackageWeight? {
        zip.map { PackageWeight(bytes: $0.uncompressedBytes, most: SizeLimits.lambda.unpacked) }
    }
}

extension PackageSource {
    /// The input that names it.
    var input: KeyPath<PackageInputs, String?> {
        switch self {
        case .directory: \.codeArtifactsDir
        case .zipFile: \.zipFile
        case .s3: \.s3Key
        case .image: \.imageUri
        }
    }
}

/// The package's zip as the source of a request's body.
private struct PackageBytes: ByteSource {
    let package: DeploymentPackage

    var count: Int { package.count }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        do throws(PackagingFailure) {
            return try package.read(at: offset, into: buffer)
        } catch {
            throw ByteSourceFailure(reason: error.description)
        }
    }
}
