extension ControlPlane {
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
    mutating func createFunction(_ call: Call) throws(Refusal) -> Answer {
        let name = FunctionReference(call.input["FunctionName"]?.string ?? "").name
        try checkSize(call)
        try checkValues(call.input)
        try checkCreation(call.input)
        try checkDurability(call.input, standing: nil)
        let packageType = call.input["PackageType"]?.string ?? "Zip"
        let code = try code(in: call.input["Code"] ?? [:], packageType: packageType)
        try checkRole(call)
        try checkLayersAreThere(call)
        if functions[name] != nil { throw .conflict("Function already exist: \(name)") }
        var function = try newFunction(name, code: code, call)
        remember(code)
        var answer = function.latest
        if call.input["Publish"] == true {
            answer = publish(&function, toLatest: false, description: nil, call)
            // The answer is the version, but its ARN is the function's own.
        } else {
            functions[name] = function
        }
        return .json(201, json(of: answer, name, arn: function.arn))
    }

    /// It is Pending and has no LastUpdateStatus until it is Active.
    private mutating func newFunction(_ name: String, code: Code, _ call: Call) throws(Refusal) -> Function {
        var latest = Version(
            name: "$LATEST", code: code, members: Self.defaults(for: name), authors: ["Code": call.author],
            revisionId: "", lastModified: timestamp(at: call.now).lastModified(withMilliseconds: true),
            state: .creating("Pending"), lastUpdate: nil,
            progress: Progress(.creation, settings.creation, from: call.now))
        if code.imageUri != nil {
            for member in ["Runtime", "Handler", "RuntimeVersionConfig"] { latest.members[member] = nil }
        }
        try latest.checkNetwork(call.input)
        latest.apply(call.input.without(settings.unknownMembers), author: call.author, layerSizes: settings.layerSizes)
        renew(&latest, of: name, at: call.now, author: call.author, cause: call.operation.rawValue)
        return Function(
            name: name, arn: arn(of: name), latest: latest, versions: [], latestPublished: nil, aliases: [:],
            tags: call.input["Tags"]?.object?.compactMapValues(\.string) ?? [:], provisioned: [:], behaviour: .echo,
            servedCodeSha256: code.sha256, lastNumber: 0, changedSincePublished: true)
    }

    private func checkCreation(_ input: JSON) throws(Refusal) {
        let isImage = input["PackageType"] == "Image"
        let hasBoth = input["Runtime"] != nil && input["Handler"] != nil
        if !isImage, !hasBoth {
            throw .invalidParameter(
                "Runtime and Handler are mandatory parameters for functions created with deployment packages.")
        }
        if isImage, input["Runtime"] != nil || input["Handler"] != nil || input["Layers"] != nil {
            throw .invalidParameter(
                "Please don't provide Handler or Runtime or Layer when the intended function PackageType is Image.")
        }
        if input["Role"] == nil {
            throw .validation(["Value null at 'role' failed to satisfy constraint: Member must not be null"])
        }
    }

    /// IAM is eventually consistent: a role that was just made cannot be assumed yet.
    func checkRole(_ call: Call) throws(Refusal) {
        if call.input["Role"] != nil, call.now < settings.roleAssumableFrom {
            throw .invalidParameter("The role defined for the function cannot be assumed by Lambda.")
        }
    }
}
