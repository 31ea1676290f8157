import ArgumentParser

struct TellingInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.telling }

    @Option(help: "false turns the job summary off; the output of that name is still set. Default: true.")
    var summary: String?
}

extension ActionInputs {
    /// What cannot be read is told as a mistake, in a summary as well.
    package var wantsSummary: Bool {
        var inspection = Inspection()
        return telling.wantsSummary(&inspection)
    }
}

extension TellingInputs {
    func wantsSummary(_ inspection: inout Inspection) -> Bool {
        inspection.read(\.summary, of: self, Bool.init(input:)) ?? true
    }
}
