import AWSCore
import AWSServices
import Deployment
import Packaging

/// The package as it will be sent, read and checked as far as it lies here.
struct ReadPackage: Sendable {
    let source: FunctionCode
    /// `CodeSha256` as AWS must show it, for a zip that lies here.
    let digest: String?
    /// What is wrong with it in a function.
    let judgement: PackageJudgement
    /// Where it comes from and what is known of it, for people.
    let wording: Wording

    /// `nil` if the package is wrong, which is noted. What is wrong with the inputs that name it is told with the inputs.
    init?(of inputs: ActionInputs, _ inspection: inout Inspection) {
        var told = Inspection()
        guard let named = inputs.package.source(&told) else { return nil }
        let checks = inputs.package.checks(&told)
        do {
            switch named {
            case .directory(let path):
                let directory = inputs.package.selection(from: path, &told)
                guard told.problems.isEmpty else { return nil }
                let package = try DeploymentPackage.zip(of: directory, limits: .lambda)
                if !package.leftOut.isEmpty {
                    inspection.remark(.notice, \PackageInputs.codeArtifactsDir, package.leftOut.told)
                }
                try self.init(package, path, checks)
                inspection.tell(package, of: named, checks)
            case .zipFile(let path):
                let file = try FileSearch.file(at: path)
                let package = try DeploymentPackage.zip(at: file, limits: .lambda)
                try self.init(package, file, checks)
                inspection.tell(package, of: named, checks)
            case .s3(let bucket, let key, let version):
                self.init(
                    source: .s3(bucket: bucket, key: key, version: version), digest: nil, judgement: { _ in [] },
                    wording: .supplied("s3://\(bucket)/\(key)"))
            case .image(let uri):
                self.init(
                    source: .image(uri: uri), digest: nil, judgement: { _ in [] }, wording: .supplied(uri))
            }
        } catch let failure as PackagingFailure {
            inspection.note(named.input, failure.description)
            return nil
        } catch {
            inspection.note(named.input, "cannot be read: \(error)")
            return nil
        }
    }

    private init(_ package: DeploymentPackage, _ path: String, _ checks: PackageChecks) throws {
        let bytes = PackageBytes(package: package)
        let size: Wording =
            "entries: \(package.entries), unpacked \(package.uncompressedBytes) bytes, zipped \(package.count) bytes"
        self.init(
            source: .zip(bytes), digest: try SHA256Digest.of(bytes).base64,
            judgement: checks.judgement(of: package.contents), wording: "\(supplied: path) (\(size))")
    }

    private init(source: FunctionCode, digest: String?, judgement: @escaping PackageJudgement, wording: Wording) {
        self.source = source
        self.digest = digest
        self.judgement = judgement
        self.wording = wording
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
