import AWSCore
import Deployment
import Engine

extension PreviewedSteps {
    var sentences: [Sentence] {
        [tests?.wording, traffic?.preview].compactMap(\.self).map(Sentence.said) + deletion.sentences
    }
}

extension PreviewedTests {
    fileprivate var wording: Wording {
        let place: Wording = .ours(subjects.map(\.rawValue).joined(separator: ", then "))
        let named = names.compactMap(\.self)
        guard named.count == names.count else { return "To test: \(place)" }
        let list = named.map(Wording.supplied).joined(separator: ", ")
        return "To test: \(place), with \(list)"
    }
}

extension PlannedTraffic {
    /// `nil`: it goes over at once.
    fileprivate var preview: Wording? {
        switch shift {
        case .atOnce: nil
        case .inSteps(let steps):
            "To shift: \(steps.wording)" + (alarms.map { ", under alarms \(listed($0.names))" } ?? "")
        case .byCodeDeploy(let planned):
            "To shift: by CodeDeploy, with deployment group \(supplied: planned.group.name)"
        }
    }

    private func listed(_ names: [String]) -> Wording {
        names.map(Wording.supplied).joined(separator: ", ")
    }
}

extension PreviewedDeletion {
    fileprivate var sentences: [Sentence] {
        switch self {
        case .of(let versions) where versions.isEmpty: []
        case .of(let versions): [.said("To delete, unless something calls them by their number: \(listed(versions))")]
        case .unknown(let failure):
            [
                .said(
                    "Which old versions would be deleted is unknown: "
                        + Diagnosis(of: failure, functionName: "The function").happened)
            ]
        }
    }
}
