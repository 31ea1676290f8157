import AWSCore
import ArgumentParser

/// What is said of an input where it is defined.
struct InputHelp: Equatable {
    let name: String
    /// The title of those that belong together.
    let group: String
    let text: String

    /// By the parser's own account, in the order of their definition.
    static func all() -> [InputHelp] {
        let dump = JSONValue(parsing: Array(ActionInputs._dumpHelp().utf8))
        return (dump?["command"]?["arguments"]?.array ?? []).compactMap { argument in
            guard argument["kind"]?.string == "option", let name = argument["valueName"]?.string else { return nil }
            return InputHelp(
                name: name, group: argument["sectionTitle"]?.string ?? "", text: argument["abstract"]?.string ?? "")
        }
    }

    /// As it is written in a command line.
    var flag: String {
        if ActionInputs.switches.contains(name) { return "--[no-]\(name)" }
        return Wishes.switches[name] != nil ? "--\(name)" : "--\(name) VALUE"
    }
}
