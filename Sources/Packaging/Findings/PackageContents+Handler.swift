extension PackageContents {
    func handlerFindings(_ function: FunctionAsPlanned) -> [Finding] {
        guard let files = HandlerFiles(function) else { return [] }
        guard files.areThere(in: self) else {
            let hint = HandlerSearch(contents: self, function: function, files: files).hint
            let missing = MissingHandler(function: function, paths: files.paths, hint: hint)
            // A program that something else starts in the runtime's place, as the Lambda Web Adapter does.
            if function.hasOtherSources, case .file(let entry) = find(function.handler) {
                return entry.isExecutable ? [] : [.handlerNotExecutable(path: entry.path)]
            }
            return [.handlerMissing(missing)]
        }
        let pointer = files.paths.lazy.compactMap(pointer).first
        if let pointer { return [.handlerIsLargeFilePointer(path: pointer)] }
        return function.runtime == .provided ? bootstrapFindings(function) : []
    }

    private func pointer(at path: String) -> String? {
        guard case .file(let entry) = find(path), entry.glimpse == .largeFilePointer else { return nil }
        return entry.path
    }

    private func bootstrapFindings(_ function: FunctionAsPlanned) -> [Finding] {
        guard case .file(let bootstrap) = find("bootstrap") else { return [] }
        let mode: [Finding] = bootstrap.isExecutable ? [] : [.bootstrapNotExecutable]
        return switch bootstrap.glimpse {
        case .program(let binary): mode + binaryFindings(binary, function.architecture)
        case .script(let endsInCarriageReturn): mode + (endsInCarriageReturn ? [.bootstrapHasCarriageReturn] : [])
        default: mode + [.bootstrapIsNoProgram]
        }
    }

    private func binaryFindings(_ binary: NativeBinary, _ architecture: String) -> [Finding] {
        if binary.system != .linux { return [.bootstrapForOtherSystem(binary.system)] }
        return binary.fits(architecture)
            ? [] : [.bootstrapForOtherMachine(binary.machine, architecture: architecture)]
    }
}
