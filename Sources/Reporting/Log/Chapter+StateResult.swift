import AWSCore
import AWSServices
import Deployment
import Engine

// What came of looking at the function, of moving the alias, and of a conflict: one line each.
extension [Fact] {
    /// `account 123456789012 · live → version 41 · to change: code, MemorySize, 2 variables, 1 tag`.
    var stateResult: Wording? {
        let parts = [
            result { if case .functionFound(let function) = $0 { function.configuration.account } else { nil } },
            result { if case .aliasFound(let alias, let name) = $0 { pointing(alias, name) } else { nil } },
            result { if case .planned(let changes) = $0 { changes.brief } else { nil } },
        ].compactMap(\.self)
        return parts.isEmpty ? waitResult : parts.joined(separator: " · ")
    }

    private var waitResult: Wording? {
        result { fact in
            switch fact {
            case .functionMissing: "There is no such function"
            case .engine(.waitBegan(let waiting)): "Not done waiting \(waiting.wording)"
            case .engine(.waitEnded(.otherUpdate, _, _)): "The other update has ended"
            case .engine(.waitEnded): "The function is ready"
            default: nil
            }
        }
    }

    var aliasResult: Wording? {
        result { fact in
            switch fact {
            case .aliasCreated(let alias): "\(ours: alias.name) created at version \(ours: alias.traffic)"
            case .aliasMoved(let from, let to):
                "\(ours: to.name): version \(ours: from.traffic) → \(ours: to.traffic)"
            case .aliasUnchanged(let alias), .aliasRecorded(let alias):
                "\(ours: alias.name) stays at version \(ours: alias.traffic)"
            case .aliasPutBack(let alias): "\(ours: alias.name) is back at version \(ours: alias.traffic)"
            case .aliasLeft(let alias?, _): "\(ours: alias.name) is left at version \(ours: alias.traffic)"
            case .aliasLeft(nil, _): "Where the alias points is not known"
            case .traffic(.shifted(let alias, _)): alias.pointing
            case .traffic(.codeDeploy(.ended(let deployment))): "CodeDeploy: \(ours: "\(deployment.status)")"
            case .traffic(.codeDeploy(.left(let id))): "Left to CodeDeploy (\(ours: id))"
            case .engine(.aliasWriteSent): "Alias not moved"
            default: nil
            }
        }
    }

    /// `Someone else changed MemorySize; starting over (1 of at most 5)`.
    var conflictResult: Wording? {
        let who = result { fact in
            guard case .rivalFound(let rival) = fact else { return nil }
            let names = rival.differences.map(\.nameWording)
            return names.isEmpty
                ? "Someone else created the function" : "Someone else changed \(names.joined(separator: ", "))"
        }
        let then = result { fact in
            guard case .startingOver(let attempt, let limit, _) = fact else { return nil }
            return "starting over (\(attempt) of at most \(limit))"
        }
        return [who, then].compactMap(\.self).joined(separator: "; ")
    }
}

private func pointing(_ alias: AliasConfiguration?, _ name: String) -> Wording {
    alias?.pointing ?? "alias \(ours: name) does not exist yet"
}

extension FunctionConfiguration {
    /// Whose it is, as its ARN says.
    fileprivate var account: Wording? {
        functionArn.flatMap(ARN.init).flatMap { $0.account.isEmpty ? nil : "account \(ours: String($0.account))" }
    }
}

extension Changes {
    /// As little as tells a reader whether to look closer.
    fileprivate var brief: Wording {
        if isCreation { return "no such function yet · to create" }
        guard !isEmpty else { return "nothing to change" }
        let names = differences.filter { !$0.isOfCode && !$0.isOfVariable && !$0.isOfTag }.map(\.nameWording)
        let counts = [
            counted(differences.count(where: \.isOfVariable), "variable"),
            counted(differences.count(where: \.isOfTag), "tag"),
        ]
        let all = (code == nil ? [] : ["code"]) + names + counts.compactMap(\.self)
        return "to change: \(all.joined(separator: ", "))"
    }
}

private func counted(_ count: Int, _ what: Wording) -> Wording? {
    count == 0 ? nil : "\(count) \(what)\(count == 1 ? "" : "s")"
}
