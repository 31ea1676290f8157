import AWSCore
import AWSServices
import Testing

private typealias Exchange = LambdaBench.Exchange

private let functionPath = "GET /2015-03-31/functions/f"
private let notFound = ["x-amzn-errortype": "ResourceNotFoundException"]
private let denied = ["x-amzn-errortype": "AccessDeniedException"]

@Test func nullsAndNewValuesOfAFunctionAreBorne() async throws {
    let bench = LambdaBench([
        Exchange(
            "\(functionPath)?Qualifier=%24LATEST", 200,
            #"""
            {"Configuration":{"FunctionArn":"a","State":"ActiveNonInvocable","LastUpdateStatus":null,"MasterArn":null,
            "LastUpdateStatusReasonCode":"Creating","RevisionId":7,"Environment":{"Variables":{"A":"b"},"Error":null},
            "Novelty":[{"X":null}]},
            "Code":{"ImageUri":"repo:tag","ResolvedImageUri":"repo@sha256:00","RepositoryType":"ECR"},"Tags":{"a":"b"},
            "Concurrency":null}
            """#)
    ])
    let lambda = try bench.lambda()
    let function = try #require(try await lambda.getFunction("f", qualifier: "$LATEST", within: budget))
    let configuration = function.configuration
    #expect(configuration.state == .activeNonInvocable)
    #expect(configuration.lastUpdateStatus == nil)
    #expect(configuration.lastUpdateStatusReasonCode == "Creating")
    #expect(configuration.revisionId == nil)
    #expect(configuration.members["Environment"] == .object(["Variables": .object(["A": .string("b")])]))
    #expect(configuration.members["Novelty"] == .array([.object([:])]))
    #expect(function.imageUri == "repo:tag")
    #expect(function.tags == ["a": "b"])
}

@Test(
    arguments: [
        ("", nil), (#","Tags":null"#, nil), (#","Tags":{}"#, [:]), (#","Tags":{"a":"b","c":null}"#, ["a": "b"]),
        (#","TagsError":{"ErrorCode":"AccessDeniedException","Message":"no"}"#, nil),
    ] as [(String, [String: String]?)])
func tagsAreNoneOrNotTold(_ members: String, _ tags: [String: String]?) async throws {
    let bench = LambdaBench([Exchange(functionPath, 200, #"{"Configuration":{}"# + members + "}")])
    let lambda = try bench.lambda()
    #expect(try await lambda.getFunction("f", qualifier: nil, within: budget)?.tags == tags)
}

@Test func aMissingFunctionIsNil() async throws {
    let bench = LambdaBench([Exchange(functionPath, 404, #"{"Message":"Function not found: arn"}"#, notFound)])
    let lambda = try bench.lambda()
    #expect(try await lambda.getFunction("f", qualifier: nil, within: budget) == nil)
}

@Test(
    arguments: [
        ("<html>Not Found</html>", [:]),
        (#"{"Message":"Functions from 'eu-west-1' are not reachable in this region ('us-east-1')"}"#, notFound),
        (#"{"message":"no such path"}"#, ["x-amzn-errortype": "UnknownOperationException"]),
    ] as [(String, [String: String])])
func anAddressWithoutLambdaIsNoMissingFunction(_ body: String, _ headers: [String: String]) async throws {
    let bench = LambdaBench([Exchange(functionPath, 404, body, headers)])
    let lambda = try bench.lambda()
    await #expect(throws: AWSFailure.self) { try await lambda.getFunction("f", qualifier: nil, within: budget) }
}

@Test func whereGetFunctionIsDeniedTheConfigurationIsReadAndItStaysSo() async throws {
    let configuration = #"{"FunctionArn":"a","State":"Active"}"#
    let bench = LambdaBench([
        Exchange("\(functionPath)?Qualifier=1", 403, #"{"Message":"not authorized"}"#, denied),
        Exchange("\(functionPath)/configuration?Qualifier=1", 200, configuration),
        Exchange("\(functionPath)/configuration?Qualifier=2", 404, "{}", notFound),
        Exchange(functionPath, 200, #"{"Configuration":\#(configuration),"Code":{"SourceKMSKeyArn":"k"}}"#),
    ])
    let lambda = try bench.lambda()
    let first = try #require(try await lambda.getFunction("f", qualifier: "1", within: budget))
    #expect(first.configuration.state == .active)
    #expect(first.tags == nil && first.storage == nil && first.location == nil)
    #expect(try await lambda.getFunction("f", qualifier: "2", within: budget) == nil)
    // What is denied of versions may be allowed of the function.
    let latest = try await lambda.getFunction("f", qualifier: nil, within: budget)
    #expect(latest?.storage == PackageStorage(kmsKeyArn: "k", mode: nil))
    #expect(bench.isDone)
}

@Test func whereBothAreDeniedTheFirstRefusalCounts() async throws {
    let script = [
        Exchange(functionPath, 403, #"{"Message":"GetFunction"}"#, denied),
        Exchange("\(functionPath)/configuration", 403, #"{"Message":"GetFunctionConfiguration"}"#, denied),
    ]
    let bench = LambdaBench(script + script)
    let lambda = try bench.lambda()
    let refusal = Refusal(
        operation: "GetFunction", status: 403, code: "AccessDeniedException", message: "GetFunction", requestID: nil)
    for _ in 1...2 {
        await #expect(throws: AWSFailure.refused(refusal)) {
            try await lambda.getFunction("f", qualifier: nil, within: budget)
        }
    }
}

@Test func aWrongSignatureIsNoReasonToReadTheConfiguration() async throws {
    let bench = LambdaBench([
        Exchange(functionPath, 403, "{}", ["x-amzn-errortype": "UnrecognizedClientException"])
    ])
    let lambda = try bench.lambda()
    await #expect(throws: AWSFailure.self) { try await lambda.getFunction("f", qualifier: nil, within: budget) }
    #expect(bench.isDone)
}

@Test func anAliasIsReadWithItsWeights() async throws {
    let bench = LambdaBench([
        Exchange(
            "\(functionPath)/aliases/live", 200,
            #"{"AliasArn":"a","Name":"live","FunctionVersion":"1","Description":"","RevisionId":"r","#
                + #""RoutingConfig":{"AdditionalVersionWeights":{"2":0.05,"3":1,"4":"x"}}}"#),
        Exchange(
            "\(functionPath)/aliases/live", 200, #"{"Name":"live","FunctionVersion":"1","RoutingConfig":null}"#),
        Exchange("\(functionPath)/aliases/live", 404, #"{"Message":"Cannot find alias arn: a"}"#, notFound),
    ])
    let lambda = try bench.lambda()
    let alias = try #require(try await lambda.getAlias("live", of: "f", within: budget))
    #expect(alias.additionalVersionWeights == ["2": 0.05, "3": 1])
    #expect(alias.revisionId == "r")
    #expect(try await lambda.getAlias("live", of: "f", within: budget)?.additionalVersionWeights == [:])
    #expect(try await lambda.getAlias("live", of: "f", within: budget) == nil)
}

@Test func versionsAreReadToTheLastPage() async throws {
    let path = "\(functionPath)/versions?MaxItems=50"
    let bench = LambdaBench([
        Exchange(path, 200, #"{"NextMarker":"a/b=","Versions":[{"Version":"$LATEST"},{"Version":"1"}]}"#),
        Exchange("\(path)&Marker=a%2Fb%3D", 200, #"{"NextMarker":null,"Versions":[{"Version":"3"},null]}"#),
    ])
    let lambda = try bench.lambda()
    #expect(try await lambda.listVersions("f", within: budget).map(\.version) == ["1", "3"])
}

@Test func aListThatDoesNotEndIsAnError() async throws {
    let path = "\(functionPath)/versions?MaxItems=50"
    let page = #"{"NextMarker":"m","Versions":[{"Version":"1"}]}"#
    let bench = LambdaBench([Exchange(path, 200, page), Exchange("\(path)&Marker=m", 200, page)])
    let lambda = try bench.lambda()
    let reason = "the list does not end"
    await #expect(throws: AWSFailure.outcomeUnknown(operation: "ListVersionsByFunction", reason: reason)) {
        try await lambda.listVersions("f", within: budget)
    }
}

private let invocation = "POST /2015-03-31/functions/f/invocations?Qualifier=%24LATEST"

@Test func anInvocationTellsWhatTheFunctionSaid() async throws {
    let bench = LambdaBench([
        Exchange(
            invocation, 200, #"{"errorType":"Sandbox.Timedout"}"#,
            [
                "X-Amz-Function-Error": "Unhandled", "X-Amz-Executed-Version": "$LATEST",
                "X-Amz-Log-Result": "U1RBUlQKRU5E",
            ])
    ])
    let lambda = try bench.lambda()
    let result = try await lambda.invoke(
        "f", qualifier: "$LATEST", payload: [], patience: .seconds(950), within: .seconds(1_000))
    #expect(
        result
            == InvocationResult(
                payload: Array(#"{"errorType":"Sandbox.Timedout"}"#.utf8), functionError: "Unhandled",
                logTail: "START\nEND"))
    #expect(bench.requests.first?.limits.idle == .seconds(960))
    #expect(bench.requests.first?.limits.total == .seconds(950))
}

@Test func anInvocationMayAnswerNothing() async throws {
    let bench = LambdaBench([Exchange(invocation, 200, "")])
    let lambda = try bench.lambda()
    let result = try await lambda.invoke("f", qualifier: "$LATEST", payload: [], patience: budget, within: budget)
    #expect(result == InvocationResult(payload: [], functionError: nil, logTail: nil))
}

@Test(arguments: [202, 204])
func anAnswerToAnotherQuestionIsNoInvocation(status: Int) async throws {
    let bench = LambdaBench([Exchange(invocation, status, "")])
    let lambda = try bench.lambda()
    let unknown = AWSFailure.outcomeUnknown(
        operation: "Invoke", reason: "the answer was \(status), by which nothing was run")
    await #expect(throws: unknown) {
        try await lambda.invoke("f", qualifier: "$LATEST", payload: [], patience: budget, within: budget)
    }
}

@Test func aFunctionThatIsNotReadyWasNotInvoked() async throws {
    let bench = LambdaBench([
        Exchange(invocation, 502, #"{"Message":"waking"}"#, ["x-amzn-errortype": "ResourceNotReadyException"]),
        Exchange(invocation, 502, "{}", ["x-amzn-errortype": "ServiceException"]),
    ])
    let lambda = try bench.lambda()
    let refusal = Refusal(
        operation: "Invoke", status: 502, code: "ResourceNotReadyException", message: "waking", requestID: nil)
    await #expect(throws: AWSFailure.refused(refusal)) {
        try await lambda.invoke("f", qualifier: "$LATEST", payload: [], patience: budget, within: budget)
    }
    await #expect(
        throws: AWSFailure.outcomeUnknown(operation: "Invoke", reason: "the answer was 502 ServiceException: ")
    ) {
        try await lambda.invoke("f", qualifier: "$LATEST", payload: [], patience: budget, within: budget)
    }
}

@Test func tagsAreTakenWithoutAnAnswer() async throws {
    let bench = LambdaBench([Exchange("POST /2017-03-31/tags/a%3Ab", 204, "")])
    try await bench.lambda().tagResource(functionArn: "a:b", tags: ["a": "b"], within: budget)
    #expect(bench.isDone)
}

@Test func aDamagedAnswersVariablesAreNotShown() async throws {
    let cutOff = #" {"Environment":{"Variables":{"TOKEN":"hunter2"#
    let bench = LambdaBench([Exchange("PUT /2015-03-31/functions/f/configuration", 200, cutOff)])
    let lambda = try bench.lambda()
    let reason = "the answer is not a JSON object: it is damaged, after 46 bytes"
    await #expect(throws: AWSFailure.outcomeUnknown(operation: "UpdateFunctionConfiguration", reason: reason)) {
        try await lambda.updateFunctionConfiguration("f", members: [:], revisionId: nil, within: budget)
    }
}

@Test func aWriteThatIsAnsweredByAPageHasAnUnknownOutcome() async throws {
    let bench = LambdaBench([Exchange("PUT /2015-03-31/functions/f/configuration", 200, "<html>")])
    let lambda = try bench.lambda()
    let reason = "the answer is not a JSON object: <html>"
    await #expect(throws: AWSFailure.outcomeUnknown(operation: "UpdateFunctionConfiguration", reason: reason)) {
        try await lambda.updateFunctionConfiguration("f", members: [:], revisionId: nil, within: budget)
    }
}
