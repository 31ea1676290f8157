/// A command line as far as it can be understood by itself: a command, inputs by their names, and wishes.
struct CommandWords {
    struct Given: Equatable {
        let input: String
        let value: String
    }

    /// `nil`: none stands there.
    private(set) var command: RunMode?
    private(set) var given: [Given] = []
    private(set) var wishes = Wishes.none
    private(set) var asksForHelp = false

    /// - Parameter words: without the program's name.
    init(_ words: [String]) throws(CommandMistake) {
        var rest = words[...]
        if let first = rest.first, !first.hasPrefix("-") {
            rest = rest.dropFirst()
            command = try Self.command(first)
        }
        while let word = rest.popFirst() { try read(word, &rest) }
        if command == .status { mergeFunctions() }
        if !asksForHelp { try checkInputs() }
    }

    static func command(_ word: String) throws(CommandMistake) -> RunMode {
        if let command = RunMode(rawValue: word) { return command }
        let meant =
            NearMiss.name(meantBy: word, among: CommandMistake.commands) ?? otherWords[NearMiss.plain(word)]?.rawValue
        throw .noSuchCommand(word, meant: meant)
    }

    /// What other tools call it.
    private static let otherWords: [String: RunMode] = [
        "update": .deploy, "release": .deploy, "publish": .deploy, "apply": .deploy, "up": .deploy,
        "preview": .plan, "diff": .plan, "dry-run": .plan, "revert": .rollback, "undo": .rollback, "back": .rollback,
        "describe": .status, "show": .status, "info": .status, "get": .status, "build": .package, "zip": .package,
        "policy": .permissions, "iam": .permissions,
    ]

    /// As somebody writes it, with a place for the value where it needs one.
    static func written(_ input: String) -> String {
        ActionInputs.switches.contains(input) || Wishes.switches[input] != nil
            ? "--\(input)" : "--\(input) VALUE"
    }

    private mutating func read(_ word: String, _ rest: inout ArraySlice<String>) throws(CommandMistake) {
        let (flag, value) = Self.halves(of: word)
        if command == .status, !word.hasPrefix("-"), word != "" {
            return given.append(Given(input: "function-name", value: word))
        }
        if command != nil, ["--help", "-h"].contains(word) {
            asksForHelp = true
            return
        }
        guard flag.hasPrefix("--") else { throw stray(word, flag) }
        let name = String(flag.dropFirst(2))
        switch name {
        case "output":
            let text = if let value { value } else { try next(&rest, for: name) }
            guard let form = OutputForm(rawValue: text) else {
                throw .noSuchChoice(name, of: command, among: OutputForm.allCases.map(\.rawValue))
            }
            wishes.output = form
        case "exit-code": wishes.tellsChanges = try wish(name, value)
        case "watch": wishes.watches = try wish(name, value)
        default: given.append(try input(name, value, &rest))
        }
    }

    private func wish(_ name: String, _ value: String?) throws(CommandMistake) -> Bool {
        guard let command, let owner = Wishes.switches[name] else { throw unknown(name) }
        guard command == owner else { throw .optionOfOthers(name, of: command, others: [owner]) }
        guard isTrueOrFalse(value ?? "true") else { throw unknown(name) }
        return value != "false"
    }

    /// `lockstep status orders invoices`
    private mutating func mergeFunctions() {
        let functions = given.filter { $0.input == "function-name" }.map(\.value)
        guard functions.count > 1 else { return }
        given.removeAll { $0.input == "function-name" }
        given.append(Given(input: "function-name", value: functions.joined(separator: ",")))
    }

    private func input(
        _ name: String, _ value: String?, _ rest: inout ArraySlice<String>
    ) throws(CommandMistake) -> Given {
        let isSwitch = ActionInputs.switches.contains(name)
        if ActionInputs.names.contains(name) {
            if let value { return Given(input: name, value: value) }
            if isSwitch, !isTrueOrFalse(rest.first) { return Given(input: name, value: "true") }
            return Given(input: name, value: try next(&rest, for: name))
        }
        guard name.hasPrefix("no-") else { throw unknown(name) }
        let denied = String(name.dropFirst(3))
        guard ActionInputs.names.contains(denied) else { throw unknown(name) }
        guard ActionInputs.switches.contains(denied) else { throw .noSwitch(denied, of: command) }
        guard value == nil else { throw .valueAfterNo(denied, of: command) }
        return Given(input: denied, value: "false")
    }

    private func isTrueOrFalse(_ word: String?) -> Bool { ["true", "false"].contains(word) }

    private func next(_ rest: inout ArraySlice<String>, for name: String) throws(CommandMistake) -> String {
        guard let word = rest.popFirst() else { throw .valueMissing(name, of: command, next: nil) }
        guard word.hasPrefix("-"), word != "-" else { return word }
        let isFlag = ActionInputs.names.contains { word.hasPrefix("--\($0)") }
        throw .valueMissing(name, of: command, next: isFlag ? nil : word)
    }

    private func checkInputs() throws(CommandMistake) {
        guard let command else { return }
        let isWithPackage = given.contains { ActionInputs.packageSources.contains($0.input) }
        let own = command.inputs(isWithPackage: isWithPackage)
        for one in given where one.input != "mode" && !own.contains(one.input) {
            throw .optionOfOthers(one.input, of: command, others: RunMode.having(one.input))
        }
        if let mode = given.last(where: { $0.input == "mode" })?.value { try check(mode: mode, in: "--mode") }
    }

    private func check(mode: String?, in place: String) throws(CommandMistake) {
        guard let command, let mode = mode.given, mode != command.rawValue else { return }
        throw .contradiction(command, mode: mode, place: place)
    }

    /// A mode that stands in a variable has to be the command's, too; but to deploy is what everybody does who says nothing.
    func check(modeOfVariable mode: String?) throws(CommandMistake) {
        if mode.given != RunMode.deploy.rawValue { try check(mode: mode, in: "INPUT_MODE") }
    }

    private func unknown(_ name: String) -> CommandMistake {
        .noSuchOption("--\(name)", of: command, meant: Self.meant(by: name, of: command))
    }

    private func stray(_ word: String, _ flag: String) -> CommandMistake {
        let name = String(flag.drop { $0 == "-" })
        if word.hasPrefix("-") { return .noSuchOption(flag, of: command, meant: Self.meant(by: name, of: command)) }
        if word.contains("="), let meant = Self.meant(by: name, of: command) {
            return .strayWord(flag, of: command, meant: meant)
        }
        let isFunction =
            command != .package && !word.contains("=") && !given.contains { $0.input == "function-name" }
        return .strayWord(
            word, of: command, meant: isFunction && !word.isEmpty ? "--function-name \(word.prefix(60))" : nil)
    }

    private static func meant(by name: String, of command: RunMode?) -> String? {
        let own = command.map { $0.inputs(isWithPackage: true) } ?? ActionInputs.names
        let denials = ActionInputs.switches.filter(own.contains).map { "no-\($0)" }
        let wishes = (command.map(Wishes.help) ?? []).map(\.name)
        guard let meant = NearMiss.name(meantBy: name, among: own + wishes + denials) else { return nil }
        return denials.contains(meant) ? "--\(meant)" : written(meant)
    }

    /// What stands before the first equals sign, and after it. To Swift that sign and a mark behind it are one character.
    static func halves(of word: String) -> (flag: String, value: String?) {
        let parts = word.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return (word, nil) }
        return (String(decoding: Array(parts[0]), as: UTF8.self), String(decoding: Array(parts[1]), as: UTF8.self))
    }
}
