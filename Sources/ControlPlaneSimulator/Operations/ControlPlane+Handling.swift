import HTTP

extension ControlPlane {
    /// Answers one request as Lambda (or S3, or ECR) would.
    /// - Parameters:
    ///   - now: the time since the beginning; never less than at the last call.
    ///   - author: under whose name it goes into the history.
    package mutating func handle(_ request: HTTPRequest, at now: Duration, author: String) -> HTTPResponse {
        advance(to: now)
        return read(request, at: now, author: author)
    }

    /// The same without letting time pass first.
    mutating func read(_ request: HTTPRequest, at now: Duration, author: String) -> HTTPResponse {
        let route = Route(request)
        var parsed: Call?
        let answer: Answer
        do throws(Refusal) {
            guard let route else { throw .unknownOperation }
            let call = try Call(request, route, at: now, author: author)
            parsed = call
            try admit(call)
            answer = try perform(call)
        } catch {
            answer = error.asWorded(by: route?.operation).answer
        }
        return finish(request, route, answer, input: parsed, at: now, author: author)
    }

    /// Writes down an answer that was given instead of handling the request: a fault on AWS's side.
    mutating func record(
        _ response: HTTPResponse, to request: HTTPRequest, at now: Duration, author: String
    ) {
        let route = Route(request)
        let answer = Answer(response.status, headers: response.headers.fields, body: [])
        let call = route.flatMap { try? Call(request, $0, at: now, author: author) }  // what it asked for, if readable
        _ = finish(request, route, answer, input: call, at: now, author: author)
    }

    private mutating func finish(
        _ request: HTTPRequest, _ route: Route?, _ answer: Answer, input: Call?, at now: Duration, author: String
    ) -> HTTPResponse {
        var headers = HTTPHeaders(answer.headers)
        headers["x-amzn-requestid"] = "00000000-0000-0000-0000-" + (String(history.requests.count + 1)).leftPadded(12)
        headers["Date"] = timestamp(at: now).httpDate
        let wrote =
            answer.status < 300 && route?.operation.isWrite == true && input?.isDryRun == false
            && (route?.operation != .publishVersion || isPublished(at: now, by: author))
        history.requests.append(
            .init(
                at: now, author: author, operation: route?.operation,
                function: route?.function.map { FunctionReference($0).name } ?? input?.input["FunctionName"]?.string,
                method: request.method.rawValue, path: request.path, status: answer.status,
                errorType: answer.error ?? headers["x-amzn-errortype"], guardedBy: input?.revisionId, wrote: wrote,
                input: input?.input ?? nil, shown: input.flatMap { shown(by: answer, to: $0) },
                alias: input.flatMap { alias(in: answer, to: $0) }, arrived: true))
        return HTTPResponse(
            status: answer.status, headers: headers, body: request.method == .head ? [] : answer.body)
    }

    /// Whether a version was made just now; else one that was there was answered.
    private func isPublished(at now: Duration, by author: String) -> Bool {
        history.revisions.last.map { $0.at == now && $0.author == author } ?? false
    }

    private func shown(by answer: Answer, to call: Call) -> History.Shown? {
        let isLook = call.operation == .getFunction || call.operation == .getFunctionConfiguration
        guard isLook, answer.status < 300, call.query("Qualifier") ?? "$LATEST" == "$LATEST",
            let latest = call.reference.flatMap({ functions[$0.name] })?.latest
        else { return nil }
        return .init(
            revisionId: latest.revisionId, state: latest.state.value, lastUpdateStatus: latest.lastUpdate?.value)
    }

    private func alias(in answer: Answer, to call: Call) -> Alias? {
        switch call.operation {
        case .getAlias where answer.status < 300:
            call.reference.flatMap { functions[$0.name]?.aliases[call.alias] }
        // AWS may have changed it since it was answered.
        case .updateAlias where answer.status < 300:
            call.reference.flatMap { functions[$0.name]?.aliases[call.alias]?.asAnswered(answer) }
        case .createAlias where answer.status < 300:
            call.reference.flatMap { functions[$0.name]?.aliases[call.input["Name"]?.string ?? ""] }
        default: nil
        }
    }

    private mutating func perform(_ call: Call) throws(Refusal) -> Answer {
        switch call.operation {
        case .getFunction: try getFunction(call)
        case .getFunctionConfiguration: try getFunctionConfiguration(call)
        case .createFunction: try createFunction(call)
        case .updateFunctionCode: try updateFunctionCode(call)
        case .updateFunctionConfiguration: try updateFunctionConfiguration(call)
        case .publishVersion: try publishVersion(call)
        case .listVersionsByFunction: try listVersions(call)
        case .deleteFunction: try deleteFunction(call)
        case .getAlias: try getAlias(call)
        case .createAlias: try createAlias(call)
        case .updateAlias: try updateAlias(call)
        case .deleteAlias: try deleteAlias(call)
        case .listAliases: try listAliases(call)
        case .listProvisionedConcurrencyConfigs: try listProvisionedConcurrencyConfigs(call)
        case .getProvisionedConcurrencyConfig: try getProvisionedConcurrencyConfig(call)
        case .listTags: try listTags(call)
        case .tagResource: try tagResource(call)
        case .untagResource: try untagResource(call)
        case .invoke: try invoke(call)
        case .getObject: try getObject(call)
        case .headObject: try headObject(call)
        case .putObject: try putObject(call)
        case .headBucket: try headBucket(call)
        case .createMultipartUpload: try createMultipartUpload(call)
        case .uploadPart: try uploadPart(call)
        case .completeMultipartUpload: try completeMultipartUpload(call)
        case .abortMultipartUpload: try abortMultipartUpload(call)
        case .listParts: try listParts(call)
        case .batchGetImage: batchGetImage(call)
        case .describeAlarms: try describeAlarms(call)
        case .createDeployment: try createDeployment(call)
        case .getDeployment: try getDeployment(call)
        case .listDeployments: try listDeployments(call)
        case .stopDeployment: try stopDeployment(call)
        case .getPolicy: try getPolicy(call)
        case .listEventSourceMappings: try listEventSourceMappings(call)
        case .listFunctionEventInvokeConfigs: try listEventInvokeConfigs(call)
        case .listDurableExecutionsByFunction: try listDurableExecutions(call)
        case .getFunctionUrlConfig: try getFunctionURL(call)
        case .getLayerVersionByArn: try getLayerVersion(call)
        case .getCallerIdentity: getCallerIdentity(call)
        case .downloadCode: try downloadCode(call)
        }
    }
}

extension ControlPlane.Alias {
    fileprivate func asAnswered(_ answer: Answer) -> ControlPlane.Alias {
        var alias = self
        let json = try? JSON(parsing: answer.body)  // our own answer is JSON
        alias.revisionId = json?["RevisionId"]?.string ?? revisionId
        alias.weights = (json?["RoutingConfig"]?["AdditionalVersionWeights"]?.object ?? [:]).compactMapValues(\.number)
        return alias
    }
}

extension String {
    fileprivate func leftPadded(_ width: Int) -> String {
        String(repeating: "0", count: max(0, width - count)) + self
    }
}
