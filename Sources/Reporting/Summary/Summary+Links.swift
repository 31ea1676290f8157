import AWSServices
import Deployment
import GitHubActions

extension Summary {
    /// The pages of AWS's console that one looks at next, by what to call them in Markdown.
    var links: [(name: String, address: String)] {
        guard let console = result.console else { return [] }
        let alias = result.alias.map { ("alias " + Markdown.code($0.name), console.alias($0.name)) }
        let alarm = result.alarmThatCameOn.map { ("alarm", console.alarm($0)) }
        return [("function", console.function), alias, ("log", console.log(result.latest?.logGroup)), alarm]
            .compactMap(\.self)
    }

    /// Who changed the function, some minutes after they did.
    var whoLink: String? { result.console?.events }
}

extension RunResult {
    /// The one that ended the run.
    fileprivate var alarmThatCameOn: String? {
        switch ending {
        case .failed(.traffic(.alarm(let alarm, _))), .failed(.traffic(.alarmAtHalfWay(let alarm, _))): alarm.name
        default: nil
        }
    }
}
