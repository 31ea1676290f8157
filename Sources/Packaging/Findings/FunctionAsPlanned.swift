/// What of a function decides whether a package can work in it.
package struct FunctionAsPlanned: Sendable, Equatable {
    package let runtime: RuntimeFamily
    /// As it was given: `provided.al2023`.
    package let runtimeName: String
    package let handler: String
    /// `x86_64` or `arm64`, AWS's words.
    package let architecture: String
    /// Layers, a file system, a wrapper or a search path may bring what is not in the package.
    package let hasOtherSources: Bool

    package init(runtimeName: String, handler: String, architecture: String, hasOtherSources: Bool) {
        runtime = RuntimeFamily(runtimeName)
        self.runtimeName = runtimeName
        self.handler = handler
        self.architecture = architecture
        self.hasOtherSources = hasOtherSources
    }
}

/// The kinds of runtimes, by the first part of their names.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
package enum RuntimeFamily: Sendable, Equatable {
    /// - Parameter version: As files name it: `313`.
    case python(version: String)
    case node, ruby, java, dotnet
    /// The package brings its own, as `bootstrap`.
    case provided
    /// Nothing is known of what it looks for.
    case unknown

    init(_ name: String) {
        let kind = name.prefix { !$0.isNumber && $0 != "." }
        switch kind {
        case "python": self = .python(version: name.dropFirst(6).split(separator: ".").prefix(2).joined())
        case "nodejs": self = .node
        case "ruby": self = .ruby
        case "java": self = .java
        case "dotnet", "dotnetcore": self = .dotnet
        case "provided": self = .provided
        default: self = .unknown
        }
    }
}
