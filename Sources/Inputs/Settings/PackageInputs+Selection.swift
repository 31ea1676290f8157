import Packaging

extension PackageInputs {
    /// The directory as it is to be packaged; what is wrong is noted.
    func selection(from path: String, _ inspection: inout Inspection) -> SourceDirectory {
        let exclude = inspection.read(\.exclude, of: self, IgnoreList.init(input:))
        let links = inspection.read(\.links, of: self, SourceDirectory.Links.init(input:))
        return SourceDirectory(path: path, exclude: exclude ?? .empty, links: links ?? .keep)
    }

    /// What only the making of a package has use for.
    func checkPackageFile(_ inspection: inout Inspection) {
        if isGiven(\.packageFile) {
            inspection.note(\Self.packageFile, "is only for mode package: set mode, or leave it out")
        }
    }

    /// What chooses from a directory needs one.
    func checkSelection(_ inspection: inout Inspection) {
        if let path = codeArtifactsDir.given {
            _ = selection(from: path, &inspection)
        } else {
            for input in [\Self.exclude, \.links] where isGiven(input) {
                inspection.note(input, "is only for code-artifacts-dir: any other package is taken as it is")
            }
        }
    }
}

extension IgnoreList {
    fileprivate init(input text: String) throws(Complaint) {
        guard let list = IgnoreList(Array(text.utf8)) else { throw Complaint(Self.tooLong) }
        self = list
    }
}
