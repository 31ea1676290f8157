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
    package func tell(_ status: FunctionStatus, now: Double) {
        voice.keepSecret(status.latest.variableValues)
        switch form {
        case .json: voice.hand(over: Wording.json(StatusJSON(status).value).text(redacting: voice.secrets.redact))
        case .text, nil:
            for line in StatusPage(status, now: now).lines { voice.hand(over: line) }
        }
    }

    /// Why a function is not shown.
    package func tell(_ failure: DeploymentFailure, of name: String, _ place: Place?) {
        let diagnosis = Diagnosis(of: failure, functionName: name).with(place)
        let voice = Voice(style: voice.style, console: voice.console, secrets: voice.secrets, functionName: name)
        voice.fail(title: diagnosis.title, [diagnosis.happened, diagnosis.advice].joined(separator: "\n"))
    }
}
