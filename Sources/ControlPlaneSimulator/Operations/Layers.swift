extension ControlPlane {
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionByArn.html
    func getLayerVersion(_ call: Call) throws(Refusal) -> Answer {
        let arn = call.query("Arn") ?? ""
        switch settings.missingLayers[arn] {
        case .notShared: throw notShared(arn, call)
        case .notThere: throw .notFound("The resource you requested does not exist.")
        case nil: break
        }
        let parts = arn.split(separator: ":").map(String.init)
        return .json(
            200,
            [
                "LayerVersionArn": .string(arn), "LayerArn": .string(parts.dropLast().joined(separator: ":")),
                "Version": parts.last.flatMap { Int($0) }.map { .integer($0) } ?? .null,
                "Content": ["CodeSize": .integer(settings.layerSizes[arn] ?? 1024)],
            ])
    }

    /// Lambda asks for the layers that it is given in the caller's name.
    /// Source: https://github.com/keithrozario/Klayers/issues/76
    func checkLayersAreThere(_ call: Call) throws(Refusal) {
        for arn in (call.input["Layers"]?.array ?? []).compactMap(\.string) {
            switch settings.missingLayers[arn] {
            case .notShared: throw notShared(arn, call)
            case .notThere: throw .invalidParameter("Layer version \(arn) does not exist.")
            case nil: break
            }
        }
    }

    private func notShared(_ arn: String, _ call: Call) -> Refusal {
        .accessDenied(
            "User: arn:aws:iam::\(settings.account):user/\(call.author) is not authorized to perform: "
                + "lambda:GetLayerVersion on resource: \(arn) because no resource-based policy allows the "
                + "lambda:GetLayerVersion action")
    }
}
