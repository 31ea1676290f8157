/// Where a runtime looks for a handler, in the words of the runtimes themselves.
struct HandlerFiles: Equatable {
    /// The paths that it tries; none if the handler has not the form that it needs.
    let paths: [String]
    /// Further ones that it takes, of which nobody needs to be told.
    let alsoTaken: [String]
    /// The same, by a beginning and an end with anything between.
    let alsoLike: [Pair]

    struct Pair: Equatable {
        let beginning: String
        let end: String
    }

    /// - Returns: nil for a runtime of which nothing is known.
    init?(_ function: FunctionAsPlanned) {
        switch function.runtime {
        case .python: self.init(python: function.handler)
        case .node:
            guard let handler = Self.inPackage(function.handler) else { return nil }
            self.init(node: handler)
        case .ruby: self.init(ruby: function.handler)
        case .java: self.init(java: function.handler)
        case .dotnet: self.init(dotnet: function.handler)
        case .provided: self.init(paths: ["bootstrap"], alsoTaken: [], alsoLike: [])
        case .unknown: return nil
        }
    }

    private init(paths: [String], alsoTaken: [String], alsoLike: [Pair]) {
        self.paths = paths
        self.alsoTaken = alsoTaken
        self.alsoLike = alsoLike
    }

    /// Whether what the runtime would find is in the package, or may be.
    func areThere(in contents: PackageContents) -> Bool {
        (paths + alsoTaken).contains { contents.find($0) != nil }
            || paths.contains { path in contents.jars.values.contains { $0?.contains(path) ?? true } }
            || alsoLike.contains { contents.holdsFile(from: $0.beginning, to: $0.end) }
    }

    /// `pkg/mod.f` or `pkg.mod.f`: what stands before the last dot is imported.
    /// Source: https://github.com/aws/aws-lambda-python-runtime-interface-client (bootstrap.py, _get_handler)
    private init(python handler: String) {
        guard let dot = handler.lastIndex(of: ".") else {
            self.init(paths: [], alsoTaken: [], alsoLike: [])
            return
        }
        let module = String(handler[..<dot].map { $0 == "." ? "/" : $0 })
        self.init(
            paths: ["\(module).py", "\(module)/__init__.py"],
            alsoTaken: ["\(module).pyc", "\(module)/__init__.pyc"],
            alsoLike: [Pair(beginning: "\(module).", end: "so"), Pair(beginning: "\(module)/__init__.", end: "so")])
    }

    /// Node takes whole paths as well.
    /// - Returns: nil for one to somewhere else.
    private static func inPackage(_ handler: String) -> String? {
        let place = LambdasPlaces.taskRoot
        return handler.hasPrefix(place)
            ? String(handler.dropFirst(place.count)) : handler.hasPrefix("/") ? nil : handler
    }

    /// What stands before the first dot after the last slash is required, or imported.
    /// Source: https://github.com/aws/aws-lambda-nodejs-runtime-interface-client (UserFunction.js, _tryRequire)
    private init(node handler: String) {
        let name = handler.lastPart
        guard let dot = name.firstIndex(of: ".") else {
            self.init(paths: [], alsoTaken: [], alsoLike: [])
            return
        }
        let module = handler[..<dot]
        let folder = handler.dropLast(name.count)
        let installed = ["node_modules/\(name[..<dot])", "\(folder)node_modules/\(name[..<dot])"]
        self.init(
            paths: ["js", "mjs", "cjs"].map { "\(module).\($0)" },
            alsoTaken: [String(module)] + installed.map { "\($0).js" },
            alsoLike: (["\(module)"] + installed).map { Pair(beginning: "\($0)/", end: "") })
    }

    /// What stands before the first dot is required.
    /// Source: https://github.com/aws/aws-lambda-ruby-runtime-interface-client (lambda_handler.rb)
    private init(ruby handler: String) {
        let file = handler.prefix { $0 != "." }
        guard file.endIndex != handler.endIndex else {
            self.init(paths: [], alsoTaken: [], alsoLike: [])
            return
        }
        self.init(
            paths: ["\(file).rb"], alsoTaken: ["\(file).so"],
            // The runtime's own GEM_PATH: https://docs.aws.amazon.com/lambda/latest/dg/ruby-package.html
            alsoLike: [Pair(beginning: "vendor/bundle/ruby/", end: "/lib/\(file).rb")])
    }

    /// `com.example.Handler::method`, whose method may be left out.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/java-package.html
    private init(java handler: String) {
        let name = handler.prefix { $0 != ":" }
        self.init(
            paths: [String(name.map { $0 == "." ? "/" : $0 }) + ".class"], alsoTaken: [], alsoLike: [])
    }

    /// `Assembly::Type::Method`, or the assembly alone, which may be compiled to a program.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/csharp-handler.html
    private init(dotnet handler: String) {
        let assembly = handler.prefix { $0 != ":" }
        self.init(paths: ["\(assembly).dll"], alsoTaken: [String(assembly), "bootstrap"], alsoLike: [])
    }
}
