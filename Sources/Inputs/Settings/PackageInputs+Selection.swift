import Packaging

extension PackageInputs {
    /// The directory as it is to be packaged; nil if something is wrong, which is noted.
    func selection(from path: String, _ inspection: inout Inspection) -> SourceDirectory? {
        guard exclude.given != nil else { return SourceDirectory(path: path, exclude: .empty) }
        return inspection.read(\.exclude, of: self, IgnoreList.init(input:)).map {
            SourceDirectory(path: path, exclude: $0)
        }
    }

    /// What chooses from a directory needs one.
    func checkSelection(_ inspection: inout Inspection) {
        if let path = codeArtifactsDir.given {
            _ = selection(from: path, &inspection)
        } else if isGiven(\.exclude) {
            inspection.note(\Self.exclude, "is only for code-artifacts-dir: any other package is taken as it is")
        }
    }
}

extension IgnoreList {
    fileprivate init(input text: String) throws(Complaint) {
        guard let list = IgnoreList(Array(text.utf8)) else { throw Complaint(Self.tooLong) }
        self = list
    }
}
