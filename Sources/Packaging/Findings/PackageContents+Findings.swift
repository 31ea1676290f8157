extension PackageContents {
    /// What is wrong with the package whatever the function.
    package var findings: [Finding] {
        let named: [Finding?] = [
            Names(paths: files.filter(\.isSecret)).map(Finding.secrets),
            Names(paths: files.filter { $0.glimpse == .largeFilePointer }).map(Finding.largeFilePointers),
        ]
        return (isFinishedZip ? zipFindings : []) + named.compactMap(\.self)
    }

    /// What is wrong with it in this function.
    package func findings(in function: FunctionAsPlanned) -> [Finding] {
        handlerFindings(function) + moduleFindings(function)
    }
}

extension Names {
    /// - Returns: nil for none.
    init?(paths entries: some Sequence<PackageEntry>) {
        let paths = entries.map(\.path)
        guard !paths.isEmpty else { return nil }
        self.init(paths)
    }
}
