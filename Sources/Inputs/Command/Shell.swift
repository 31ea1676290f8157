/// A shell that can complete what somebody begins to write. The script knows every command and the flags that it has.
enum Shell: String, CaseIterable {
    case bash, zsh, fish

    /// - Parameter name: `nil`: none is given.
    init(_ name: String?) throws(CommandMistake) {
        guard let shell = name.flatMap(Shell.init(rawValue:)) else {
            throw .noSuchChoice("generate-completion-script", of: nil, among: Self.allCases.map(\.rawValue))
        }
        self = shell
    }

    var script: String {
        switch self {
        case .bash: Self.forBash
        case .zsh: "#compdef lockstep\nautoload -U +X bashcompinit && bashcompinit\n" + Self.forBash
        case .fish: Self.forFish
        }
    }

    /// A value may be a file, as it is anywhere in a shell.
    private static var forBash: String {
        let cases = RunMode.allCases.map {
            "        \($0.rawValue)) words=\"\(flags(of: $0).joined(separator: " "))\" ;;"
        }
        return """
            _lockstep() {
                local words=""
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W "\(CommandMistake.commands.joined(separator: " "))" -- "$2"))
                    return
                fi
                case "${COMP_WORDS[1]}" in
                    help) words="\(RunMode.allCases.map(\.rawValue).joined(separator: " "))" ;;
            \(cases.joined(separator: "\n"))
                esac
                case "$2" in
                    -*) COMPREPLY=($(compgen -W "$words" -- "$2")) ;;
                    *) COMPREPLY=($(compgen -f -- "$2")) ;;
                esac
            }
            complete -o filenames -F _lockstep lockstep
            """
    }

    private static var forFish: String {
        let commands = CommandMistake.commands.joined(separator: " ")
        let lines = RunMode.allCases.flatMap { command in
            flags(of: command).map {
                "complete -c lockstep -n '__fish_seen_subcommand_from \(command.rawValue)' -l \($0.dropFirst(2))"
            }
        }
        return (["complete -c lockstep -n '__fish_use_subcommand' -f -a '\(commands)'"] + lines).joined(separator: "\n")
    }

    private static func flags(of command: RunMode) -> [String] {
        let own = command.inputs(isWithPackage: false)
        let denials = ActionInputs.switches.filter(own.contains).map { "no-\($0)" }
        return (own + denials + Wishes.help(of: command).map(\.name) + ["help"]).map { "--\($0)" }
    }
}
