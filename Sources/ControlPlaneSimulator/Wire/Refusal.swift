/// An error as AWS words it.
struct Refusal: Error {
    let status: Int
    /// What x-amzn-errortype says.
    let type: String
    let body: JSON
    let form: Form

    enum Form {
        case json, xml
    }

    private init(_ status: Int, _ type: String, _ body: JSON) {
        self.init(status, type, body, form: .json)
    }

    init(_ status: Int, _ type: String, _ body: JSON, form: Form) {
        self.status = status
        self.type = type
        self.body = body
        self.form = form
    }

    /// Most errors carry who is to blame and the message in lower case.
    private static func user(_ status: Int, _ type: String, _ message: String) -> Refusal {
        Refusal(status, type, ["Type": "User", "message": .string(message)])
    }
}

// Conflicts: https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html
extension Refusal {
    static func conflict(_ message: String) -> Refusal {
        user(409, "ResourceConflictException", message)
    }

    static func updateInProgress(_ arn: String) -> Refusal {
        conflict(
            "The operation cannot be performed at this time. An update is in progress for resource: \(arn)")
    }

    /// The same words for code, configuration, publication and alias.
    static let staleRevision = user(
        412, "PreconditionFailedException",
        "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve "
            + "the latest Revision Id")
}

extension Refusal {
    /// ResourceNotFound and AccessDenied spell it "Message".
    static func notFound(_ message: String) -> Refusal {
        Refusal(404, "ResourceNotFoundException", ["Type": "User", "Message": .string(message)])
    }

    static let noneProvisioned = Refusal(
        404, "ProvisionedConcurrencyConfigNotFoundException",
        ["Type": "User", "Message": "No Provisioned Concurrency Config found for this function"])

    static func functionNotFound(_ arn: String) -> Refusal {
        notFound("Function not found: \(arn)")
    }

    static func accessDenied(_ message: String?) -> Refusal {
        Refusal(403, "AccessDeniedException", ["Message": .text(message)])
    }

    static func invalidParameter(_ message: String) -> Refusal {
        user(400, "InvalidParameterValueException", message)
    }

    /// Has no Type.
    static func validation(_ complaints: [String]) -> Refusal {
        let count = complaints.count == 1 ? "1 validation error" : "\(complaints.count) validation errors"
        return Refusal(
            400, "ValidationException", ["message": .string("\(count) detected: \(complaints.joined(separator: "; "))")]
        )
    }

    static func notJSON(_ reason: String) -> Refusal {
        user(400, "SerializationException", "Could not parse request body into json: \(reason)")
    }

    static func invalidRequestContent(_ reason: String) -> Refusal {
        user(400, "InvalidRequestContentException", "Could not parse request body into json: \(reason)")
    }

    static func tooLarge(_ message: String) -> Refusal {
        user(413, "RequestEntityTooLargeException", message)
    }

    static let storageFull = user(400, "CodeStorageExceededException", "Code storage limit exceeded.")

    static func codeDeploy(_ type: String, _ message: String) -> Refusal {
        Refusal(400, type, ["__type": .string(type), "message": .string(message)])
    }

    static let throttled = limitReached("CallerRateLimitExceeded")

    /// - Parameter reason: one of those of
    ///   https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_Errors (TooManyRequestsException)
    static func limitReached(_ reason: String) -> Refusal {
        Refusal(
            429, "TooManyRequestsException",
            ["Reason": .string(reason), "Type": "User", "message": "Rate exceeded"])
    }

    static let internalError = Refusal(
        500, "ServiceException",
        ["Type": "Service", "message": "An error occurred and the request cannot be processed."])

    static let notReady = Refusal(
        502, "ResourceNotReadyException",
        ["Type": "Service", "Message": "The function is inactive and its VPC connection is no longer available."])

    static func snapStartNotReady(_ arn: String) -> Refusal {
        Refusal(
            409, "SnapStartNotReadyException",
            ["Type": "User", "Message": .string("SnapStart is preparing your function version: \(arn)")])
    }

    static func badSignature(_ message: String) -> Refusal {
        Refusal(403, "InvalidSignatureException", ["message": .string(message)])
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/CommonErrors.html
    static let expiredToken = Refusal(
        403, "ExpiredTokenException", ["message": "The security token included in the request is expired"])

    static let unsigned = Refusal(
        403, "MissingAuthenticationTokenException", ["message": "Missing Authentication Token"])

    static let unknownOperation = Refusal(404, "UnknownOperationException", [:])
}
