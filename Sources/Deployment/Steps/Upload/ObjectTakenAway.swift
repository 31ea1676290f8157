import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// What counts in the end is the digest that Lambda answers: with another one, somebody has put other code there after
    /// we had looked, and what comes of that is compared as anything else.
    func tellIfSwapped(_ answer: FunctionConfiguration, _ code: PlannedCode) {
        guard code.upload != nil, let address = code.address, let found = answer.codeSha256, found != code.digest
        else { return }
        journal.record(.upload(.swapped(address, found: found)))
    }
}

extension Interruption {
    /// A write was refused for want of the object that was there just now: somebody has taken it away.
    func afterUploading(_ code: PlannedCode, during write: Write) -> Interruption {
        guard case .failed(.refused(let refusal)) = self, refusal.saysTheObjectIsGone, code.upload != nil,
            let address = code.address
        else { return self }
        return .rival(Rival(inS3: address, now: "gone", during: write))
    }
}

extension Rival {
    /// Somebody who writes to the bucket, known by what became of the package there.
    init(inS3 address: S3Address, now: String, during write: Write) {
        let object = Difference(
            name: "s3://\(address.bucket)/\(address.key)", before: .string("the package"), after: .string(now))
        self.init(during: write, differences: [object])
    }
}

extension Refusal {
    /// Lambda's words for S3's answer.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
    fileprivate var saysTheObjectIsGone: Bool {
        ["NoSuchKey", "NoSuchVersion"].contains { message.contains("S3 Error Code: \($0)") }
    }
}
