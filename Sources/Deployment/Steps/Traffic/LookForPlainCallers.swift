import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// A new alias is called by nobody yet: says who calls the function without one. It is a courtesy, so what may not be
    /// asked is left out.
    func lookForPlainCallers(of alias: AliasConfiguration) async {
        journal.record(.aliasIsNew(alias, journal.hasCreatedTheFunction ? .none : await plainCallers()))
    }

    private func plainCallers() async -> PlainCallers {
        // Whatever keeps us from knowing, the alias serves what it should.
        let (lambda, name, budget) = (lambda, engine.functionName, Budget.identification)
        let sources = try? await engine.call { () throws(AWSFailure) in
            try await lambda.eventSources(of: name, within: budget)
        }
        let services = try? await engine.call { () throws(AWSFailure) in
            try await lambda.invokingServices(of: name, within: budget)
        }
        let hasURL = try? await engine.call { () throws(AWSFailure) in
            try await lambda.hasURL(name, within: budget)
        }
        return PlainCallers(eventSources: sources ?? [], services: services ?? [], hasURL: hasURL ?? false)
    }
}

extension Journal {
    fileprivate var hasCreatedTheFunction: Bool {
        entries.contains { if case .engine(.done(.createFunction)) = $0.fact { true } else { false } }
    }
}
