/// What becomes of what is wrong with a package.
enum PackageChecks: String, CaseIterable {
    case fail, warn, off
}

extension PackageInputs {
    func checks(_ inspection: inout Inspection) -> PackageChecks {
        inspection.read(\.packageChecks, of: self, PackageChecks.init(input:)) ?? .fail
    }
}
