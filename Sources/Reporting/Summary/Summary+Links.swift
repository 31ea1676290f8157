import Deployment
import GitHubActions

extension Summary {
    /// The pages of AWS's console that one looks at next, by what to call them in Markdown.
    var links: [(name: String, address: String)] {
        guard let console = result.console else { return [] }
        let alias = result.alias.map { ("alias " + Markdown.code($0.name), console.alias($0.name)) }
        return [("function", console.function), alias, ("log", console.log(result.latest?.logGroup))].compactMap(\.self)
    }

    /// Who changed the function, some minutes after they did.
    var whoLink: String? { result.console?.events }
}
