import AWSCore
import Deployment

extension PolicyNeeds {
    /// Lambda fetches a package with the rights of the caller.
    var ofPackage: [PolicyStatement] {
        switch settings.source {
        case .image(let uri)?:
            let image = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:GetRepositoryPolicy"]
            return [PolicyStatement("ContainerImage", image, on: [repository(of: uri)])]
        case .s3(let bucket, let key, _)?: return [fetch("\(scope.bucket(bucket))/\(PolicyScope.literal(key))")]
        case .directory?, .zipFile?, nil: return settings.upload.map(ofUpload) ?? []
        }
    }

    private func ofUpload(to target: UploadTarget) -> [PolicyStatement] {
        let bucket = scope.bucket(target.bucket)
        let objects: String =
            switch target.key {
            case .whole(let key): "\(bucket)/\(PolicyScope.literal(key))"
            case .ofContent(let prefix): "\(bucket)/\(PolicyScope.literal(prefix))*"
            }
        return [
            fetch(objects),
            PolicyStatement(
                "UploadToS3", ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
                on: [objects]),
            PolicyStatement("LookIntoTheBucket", ["s3:ListBucket"], on: [bucket]),
        ]
    }

    /// In a bucket with versions an object is deployed by its version.
    private func fetch(_ objects: String) -> PolicyStatement {
        PolicyStatement("PackageInS3", ["s3:GetObject", "s3:GetObjectVersion"], on: [objects])
    }

    /// Of `ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME:TAG`; the account need not be the function's.
    private func repository(of uri: String) -> String {
        let account = uri.prefix { $0 != "." }
        let image = uri.drop { $0 != "/" }.dropFirst().prefix { $0 != "@" && $0 != ":" }
        return
            "arn:\(scope.region.partition):ecr:\(scope.region):\(account):repository/\(PolicyScope.literal(String(image)))"
    }
}
