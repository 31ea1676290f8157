import AWSCore
import AWSServices

/// The services that a run may call, as messages name them.
enum CalledService: String, CaseIterable {
    case lambda = "Lambda"
    case s3 = "S3"
    case ecr = "ECR"
    case cloudWatch = "CloudWatch"
    case codeDeploy = "CodeDeploy"
    case sts = "STS"

    fileprivate var service: AWSService {
        switch self {
        case .lambda: .lambda
        case .s3: .s3
        case .ecr: .ecr
        case .cloudWatch: .cloudWatch
        case .codeDeploy: .codeDeploy
        case .sts: .sts
        }
    }
}

/// An endpoint for each of them.
struct Endpoints {
    fileprivate let found: [CalledService: Endpoint]

    subscript(service: CalledService) -> Endpoint { found[service] ?? .nowhere }
}

/// Where the services are, as the inputs, the variables, the profile and the Region say.
struct EndpointSearch {
    /// `nil` is told elsewhere; an address that somebody named is looked at all the same.
    let region: Region?
    /// An `endpoint-url` serves for all services: whoever rehearses elsewhere has no package in AWS's own S3.
    let input: String?
    let environment: [String: String]
    let wishes: EndpointWishes

    /// `nil`: what is wrong has been noted, or there is no Region.
    func endpoints(needed: Set<CalledService>, _ inspection: inout Inspection) -> Endpoints? {
        var found: [CalledService: Endpoint] = [:]
        var isComplete = true
        var absent: [CalledService] = []
        for one in CalledService.allCases {
            do throws(EndpointFailure) {
                found[one] = try endpoint(of: one.service)
            } catch {
                switch error {
                case .absent:
                    if needed.contains(one) { absent.append(one) }
                case .malformed(let source, let reason):
                    isComplete = false
                    note(source, reason, &inspection)
                }
            }
        }
        if let region, !absent.isEmpty {
            isComplete = false
            note(absent, in: region, &inspection)
        }
        return isComplete ? Endpoints(found: found) : nil
    }

    private func endpoint(of service: AWSService) throws(EndpointFailure) -> Endpoint? {
        guard let region else { return try Endpoint.named(for: service, input: input, environment: environment) }
        return try Endpoint.resolve(
            for: service, in: region, variant: wishes.variant, input: input, environment: environment)
    }

    private func note(_ source: String, _ reason: String, _ inspection: inout Inspection) {
        // All services may share one address that is wrong.
        guard !inspection.problems.contains(where: { $0.input == source }) else { return }
        inspection.note(source, "must be an address such as https://lambda.example.com:8443/path: \(reason)")
    }

    private func note(_ absent: [CalledService], in region: Region, _ inspection: inout Inspection) {
        guard let source = wishes.fips ?? wishes.dualStack else { return }
        let kind =
            switch (wishes.fips, wishes.dualStack) {
            case (.some, let dualStack?): "a FIPS endpoint, and \(dualStack) for one that is dual-stack"
            case (.some, nil): "a FIPS endpoint"
            case (nil, _): "a dual-stack endpoint"
            }
        let names = absent.map(\.rawValue).joined(separator: ", ")
        let variables = absent.map(\.service.endpointVariable).joined(separator: ", ")
        inspection.note(
            source,
            "asks for \(kind), but AWS's tools know none in \(region) of: \(names). Set it to false, deploy to another "
                + "Region, or name an endpoint that is there by now in \(variables)")
    }
}
