import AWSCore
import Deployment
import Inputs

/// Shows what functions are up to: as a page for people, or as JSON, a line for each.
package struct StatusTeller: Sendable {
    private let voice: Voice
    private let form: OutputForm?

    package init(_ voice: Voice, _ form: OutputForm?) {
        self.voice = voice
        self.form = form
    }

    /// - Parameter now: seconds since 1970.
    /// - Returns: `false`: nobody reads it any more.
    package func tell(_ status: FunctionStatus, now: Double) -> Bool {
        for version in [status.latest] + status.knownVersions { voice.keepSecret(version.variableValues) }
        switch form {
        case .json: return voice.hand(over: StatusJSON(status, redacting: voice.secrets.redact).value.text)
        case .text, nil: return StatusPage(status, now: now).lines.allSatisfy { voice.hand(over: $0) }
        }
    }

    /// Why a function is not shown.
    package func tell(_ failure: DeploymentFailure, of name: String, _ place: Place?) {
        let diagnosis = Diagnosis(of: failure, functionName: name).with(place)
        let voice = Voice(style: voice.style, console: voice.console, secrets: voice.secrets, functionName: name)
        voice.fail(title: diagnosis.title, [diagnosis.happened, diagnosis.advice].joined(separator: "\n"))
    }
}
