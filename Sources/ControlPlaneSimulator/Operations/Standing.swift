// What code and configuration must be to each other, whichever of the two is updated first.
extension ControlPlane {
    /// UpdateFunctionCode is judged by the runtime and the layers that stand, whatever comes next.
    /// Sources: https://github.com/motdotla/node-lambda/issues/525, https://github.com/serverless/serverless/issues/10057,
    /// https://github.com/serverless/serverless/issues/8313
    func checkStanding(_ latest: Version, bears code: Code, architectures: JSON?) throws(Refusal) {
        if let runtime = latest.members["Runtime"]?.string {
            if settings.blockedRuntimes.contains(runtime) { throw .blocked(runtime) }
            if runtime == "provided", architectures == ["arm64"] {
                throw .invalidParameter(
                    "Runtime provided does not support the following architectures [arm64]. Please select different "
                        + "architectures from [x86_64] or select a different runtime.")
            }
        }
        let size = code.size + size(ofLayers: (latest.members["Layers"]?.array ?? []).compactMap { $0["Arn"]?.string })
        if size > settings.unpackedAtMost {
            throw .invalidParameter(
                "Function code combined with layers exceeds the maximum allowed size of \(settings.unpackedAtMost) bytes. "
                    + "The actual size is \(size) bytes.")
        }
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    func checkLayers(_ given: JSON?, beside code: Code) throws(Refusal) {
        guard let arns = given?.array?.compactMap(\.string) else { return }
        if code.size + size(ofLayers: arns) > settings.unpackedAtMost {
            throw .invalidParameter(
                "Layers consume more than the available size of \(settings.unpackedAtMost) bytes")
        }
    }

    private func size(ofLayers arns: [String]) -> Int {
        arns.map { settings.layerSizes[$0] ?? 1024 }.reduce(0, +)
    }
}

extension Refusal {
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html#runtime-support-policy
    static func blocked(_ runtime: String) -> Refusal {
        invalidParameter(
            "The runtime parameter of \(runtime) is no longer supported for creating or updating AWS Lambda functions. "
                + "We recommend you use a newer runtime while creating or updating functions.")
    }
}
