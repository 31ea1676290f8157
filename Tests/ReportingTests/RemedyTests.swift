import AWSCore
import Deployment
import Engine
import Testing

@testable import Reporting

/// The table of AWS's codes. Whether it has them all, is held against AWS's own model (scripts/model.py).
@Suite struct RemedyTests {
    private func diagnosis(_ failure: EngineFailure) -> (title: String, text: String) {
        let diagnosis = Diagnosis(of: .engine(failure), functionName: "orders")
        return (diagnosis.title, (diagnosis.happened + " " + diagnosis.advice).text(redacting: \.self))
    }

    @Test func aRowSaysWhatHappenedInATitleAndTheCureInTwoSentencesAtMost() {
        for row in Remedy.all {
            let sentences = row.cure.split(separator: ". ").count
            #expect(row.cure.hasSuffix(".") && sentences <= 2, "\(row.codes): \(row.cure)")
            #expect(row.cause?.hasSuffix(".") != true, "\(row.codes)")
        }
    }

    /// Of several rows with one code all but the last say when they count.
    @Test func noRowHidesAnother() {
        for (index, row) in Remedy.all.enumerated() where row.sign == nil && row.operation == nil {
            let later = Remedy.all[(index + 1)...].flatMap(\.codes)
            #expect(Set(row.codes).isDisjoint(with: later), "\(row.codes)")
        }
    }

    @Test(arguments: [
        ("SubnetOutOfIPAddresses", "a subnet has no address left", "set vpc-config to larger ones"),
        ("DisabledKMSKey", "the KMS key is disabled", "kms-key-arn"),
        ("EFSMountFailure", "the file system cannot be mounted", "elasticfilesystem:ClientMount"),
        ("ImageAccessDenied", "Lambda may not pull the image", "ecr:BatchGetImage"),
        ("FunctionError.InitTimeout", "the function takes too long to start", "memory-size"),
        ("FunctionError.Tomorrow", "the function does not start", "the function's log"),
    ])
    func anUpdateThatFailedIsNamedByItsReason(code: String, cause: String, cure: String) {
        let told = diagnosis(.updateFailed(.updateFunctionConfiguration, StatedReason(code: code, text: "Words.")))
        #expect(told.title == "the configuration update failed: \(cause)")
        #expect(told.text.contains("\(code): Words.") && told.text.contains(cure), "\(told.text)")
    }

    private static let failures: [(DeploymentFailure, [String])] = [
        (
            .functionFailed(StatedReason(code: nil, text: "No subnet."), isUseless: true),
            ["reason: No subnet.", "delete the function"]
        ),
        (
            .functionFailed(StatedReason(code: "ImageDeleted", text: "No image."), isUseless: false),
            ["ImageDeleted: No image.", "Set image-uri to an image that exists", "Do not delete the function"]
        ),
        (
            .engine(
                .updateFailed(.updateFunctionCode, StatedReason(code: "InvalidZipFileException", text: "Bad zip."))),
            ["InvalidZipFileException: Bad zip. Calls are still served", "Rebuild the package"]
        ),
        (
            .versionFailed(version: "7", StatedReason(code: "FunctionError.Tomorrow", text: "init"), isNew: true),
            ["Version 7 was published", "FunctionError.Tomorrow: init", "check handler, entry point"]
        ),
        (
            .versionFailed(version: "7", StatedReason(code: "Tomorrow", text: "init"), isNew: false),
            ["The existing version 7", "Tomorrow: init", "rollback-to"]
        ),
    ]

    @Test(arguments: failures.indices)
    func whatFailedIsToldByItsReasonAndItsCure(row: Int) {
        let (failure, words) = Self.failures[row]
        let diagnosis = Diagnosis(of: failure, functionName: "orders")
        let text = (diagnosis.happened + " " + diagnosis.advice).text(redacting: \.self)
        #expect(words.allSatisfy(text.contains), "\(text)")
    }

    @Test func whatNobodyKnowsIsShownAsItIsWithAWSsOwnMessage() {
        let told = diagnosis(
            .updateFailed(.updateFunctionCode, StatedReason(code: "Tomorrow", text: "Words of AWS's.")))
        #expect(told.title == "the code update failed")
        #expect(told.text.contains("Tomorrow: Words of AWS's. ") && told.text.contains("Fix what AWS reports."))
    }

    /// One error has all these reasons, and they are cured in different ways.
    @Test(arguments: [
        ("ReservedFunctionConcurrentInvocationLimitExceeded", "the function has no concurrency left", "where it is 0"),
        ("ConcurrentInvocationLimitExceeded", "the account has no concurrency left", "Service Quotas"),
        ("CallerRateLimitExceeded", "AWS throttles Invoke", "request quota"),
        ("Tomorrow", "AWS throttles Invoke", "(Tomorrow): Rate exceeded"),
    ])
    func aTestThatFoundNoRoomIsToldByTheReason(reason: String, title: String, words: String) {
        var refusal = Refusal(
            operation: "Invoke", status: 429, code: "TooManyRequestsException", message: "Rate exceeded", requestID: nil
        )
        refusal.reason = reason
        let told = diagnosis(.refused(refusal))
        #expect(told.title == title)
        #expect(told.text.contains(words), "\(told.text)")
    }
}
