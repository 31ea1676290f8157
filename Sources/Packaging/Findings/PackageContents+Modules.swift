extension PackageContents {
    /// Native modules that cannot be loaded, where nothing in the same package can be in their place.
    func moduleFindings(_ function: FunctionAsPlanned) -> [Finding] {
        guard function.runtime.loadsModules else { return [] }
        let modules = entries.lazy.compactMap { NativeModule($0, in: function) }
        let groups = Dictionary(grouping: modules, by: \.group).values
        let unfit = groups.filter { group in group.allSatisfy { $0.unfit != nil } && !Self.isForMany(group) }
        let byFault = Dictionary(grouping: unfit.joined(), by: \.unfit)
        return UnfitModule.all(in: function).compactMap { fault in
            byFault[fault].map { .nativeModules(Names($0.map(\.entry.path).sorted()), fault) }
        }
    }

    /// A package that carries libraries for several platforms chooses by itself, and does without where none fits, as
    /// debugpy does.
    private static func isForMany(_ group: [NativeModule]) -> Bool {
        if group.contains(where: \.isSoughtByName) { return false }
        var binaries: [Glimpse?] = []
        for module in group where !binaries.contains(module.entry.glimpse) { binaries.append(module.entry.glimpse) }
        return binaries.count > 2
    }
}

extension RuntimeFamily {
    /// Jars and .NET's packages carry modules for all platforms, unpacked or not, and choose by themselves.
    fileprivate var loadsModules: Bool {
        switch self {
        case .python, .node, .ruby, .provided: true
        case .java, .dotnet, .unknown: false
        }
    }
}

extension UnfitModule {
    fileprivate static func all(in function: FunctionAsPlanned) -> [UnfitModule] {
        [
            .otherSystem, .otherMachine(architecture: function.architecture),
            .otherPython(runtime: function.runtimeName),
        ]
    }
}
