import HTTP

/// Where a service is spoken to.
package struct Endpoint: Sendable, Equatable {
    package let origin: HTTPOrigin
    /// What goes before every path: empty, or beginning with "/" and not ending with it.
    package let basePath: String
    /// Somebody named it; it is not the Region's own.
    package let isCustom: Bool

    package init(origin: HTTPOrigin, basePath: String, isCustom: Bool) {
        self.origin = origin
        self.basePath = basePath
        self.isCustom = isCustom
    }
}

package enum EndpointFailure: Error, Equatable {
    /// `source` is the input or the variable that the address came from. The address is left out: it may hold a password.
    case malformed(source: String, reason: String)
    /// The Region has no such address of this service. The ordinary one is not what was asked for.
    case absent(EndpointVariant)
}

extension Endpoint {
    /// The input `endpoint-url`, else the service's own variable, else `AWS_ENDPOINT_URL`, else the Region's own.
    /// What is empty is not set; `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true` passes over the variables.
    /// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
    /// - Parameter variant: which of the Region's own; `nil`: the ordinary one.
    package static func resolve(
        for service: AWSService, in region: Region, variant: EndpointVariant?, input: String?,
        environment: [String: String]
    ) throws(EndpointFailure) -> Endpoint {
        if let named = try named(for: service, input: input, environment: environment) { return named }
        guard let variant else { return own("\(service.hostPrefix).\(region).\(region.partition.domain)") }
        guard let host = variant.host(of: service, in: region) else { throw .absent(variant) }
        return own(host)
    }

    /// The one that somebody named, if any: it is the same in every Region.
    package static func named(
        for service: AWSService, input: String?, environment: [String: String]
    ) throws(EndpointFailure) -> Endpoint? {
        if let url = input.given { return try Endpoint(parsing: url, from: "endpoint-url") }
        let areIgnored = environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"].given?.lowercased() == "true"
        for variable in areIgnored ? [] : [service.endpointVariable, "AWS_ENDPOINT_URL"] {
            if let url = environment[variable].given { return try Endpoint(parsing: url, from: variable) }
        }
        return nil
    }

    /// For a service that nobody is going to ask: a name that is never anybody's (RFC 6761, section 6.4).
    package static let nowhere = own("not-asked.invalid")

    private static func own(_ host: String) -> Endpoint {
        Endpoint(origin: HTTPOrigin(scheme: .https, host: host, port: nil), basePath: "", isCustom: false)
    }
}
