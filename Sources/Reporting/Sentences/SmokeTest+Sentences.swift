import AWSCore
import AWSServices
import Deployment

func invoking(_ name: String?, _ qualifier: String) -> Wording {
    name.map { "Test \(supplied: $0): invoking \(place(qualifier))" } ?? "Invoking \(place(qualifier))"
}

extension SmokeTestRun {
    var sentences: [Sentence] {
        [.said("\(ours: status.capitalFirst) after \(took)")]
            + (failure == nil ? result.map { [.quoted($0.payloadText)] } ?? [] : [])
    }
}

let untestedSnapshot = Sentence.warning(
    title: "the smoke test does not see the snapshot",
    "SnapStart is on, and only published versions have a snapshot: $LATEST may pass the test, and the "
        + "version that is restored fail it. Set smoke-test-target to version.")
