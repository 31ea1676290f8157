import AWSCore
import AWSServices
import Deployment
import Engine
import GitHubActions

// What stood before, and what stands now.
extension Summary {
    var changes: String? {
        guard result.outcome != "planned" else { return nil }
        let rows = [aliasRow, versionRow, codeRow].compactMap(\.self) + settingRows
        guard !rows.isEmpty else { return nil }
        guard isCarriedOut else {
            return Markdown.folded("What this run asked for", Markdown.table([["", "Before", "Asked for"]] + rows))
        }
        return Markdown.table([["", "Before", "Now"]] + rows)
    }

    /// What was to be changed stands.
    var isCarriedOut: Bool { result.isSuccess && !result.isSuperseded }

    private var aliasRow: [String]? {
        guard isCarriedOut, let alias = result.alias, let version = result.version else { return nil }
        let before = result.aliasBefore.map { alias in
            text("version \(ours: alias.traffic)") + (alias.record?.run.map { " · run \($0.number)" } ?? "")
        }
        let isMoved = alias.traffic != result.aliasBefore?.traffic
        let now = text("version \(ours: alias.traffic)")
        return [
            "Alias " + code(alias.name), before ?? "",
            (isMoved ? "**\(now)**" : now) + origin(of: version),
        ]
    }

    private var versionRow: [String]? {
        guard isCarriedOut, result.alias == nil, let version = result.version, let number = version.version else {
            return nil
        }
        return ["Version", "", "**\(text(.ours(number)))**" + origin(of: version)]
    }

    /// ` · commit 1a2b3c4 · 3 days ago`
    private func origin(of version: FunctionConfiguration) -> String {
        let origin = Origin(of: version, now: context.startedAt + result.duration.inSeconds)
        let isOld = result.isOlder(version)
        return [origin.commit.map(shown(commit:)), isOld ? origin.age.map(age) : nil].compactMap(\.self)
            .map { " · \($0)" }.joined()
    }

    private var codeRow: [String]? {
        guard let code = result.differences.first(where: { $0.name == Difference.codeName }) else { return nil }
        let now = isCarriedOut ? result.version ?? result.latest : nil
        return [
            "Code", shown(code.before, result.before?.codeSize), shown(code.after, now?.codeSize),
        ]
    }

    /// `3.2 MB · 5OSSKXW/`
    private func shown(_ digest: JSONValue?, _ size: Int?) -> String {
        [size.map { text("\(bytes: $0)") }, digest?.string.map { code($0.shortDigest) }].compactMap(\.self)
            .joined(separator: " · ")
    }

    private var settingRows: [[String]] {
        let others = result.differences.filter { $0.name != Difference.codeName && !$0.isOfVariable }
        return others.map {
            [$0.title, $0.measure($0.before), $0.after == nil ? "not set" : $0.measure($0.after)].map {
                cell($0, of: 3)
            }
        }
            + [variablesRow].compactMap(\.self)
    }

    /// By name, for values are nobody's business but the function's.
    private var variablesRow: [String]? {
        let variables = result.differences.filter(\.isOfVariable)
        guard !variables.isEmpty else { return nil }
        let kinds: [(String, (Difference) -> Bool)] = [
            ("added", { $0.before == nil }), ("removed", { $0.after == nil }),
            ("changed", { $0.before != nil && $0.after != nil }),
        ]
        let told = kinds.compactMap { kind, isOfKind -> String? in
            let names = variables.filter(isOfKind).map { variable in
                code(variable.variableName) + (variable.after == .string("") ? " (empty)" : "")
            }
            return names.isEmpty ? nil : "\(kind) \(names.joined(separator: ", "))"
        }
        return ["Variables", "", told.joined(separator: "<br>")]
    }
}

extension RunResult {
    /// Whether the version was there before this run.
    fileprivate func isOlder(_ version: FunctionConfiguration) -> Bool {
        !entries.contains { if case .versionPublished(version) = $0.fact { true } else { false } }
    }
}

extension Difference {
    fileprivate var title: Wording {
        switch name {
        case "MemorySize": "Memory"
        default: nameWording
        }
    }

    /// The value with its unit.
    fileprivate func measure(_ value: JSONValue?) -> Wording {
        guard case .integer(let number)? = value else { return value == nil ? "" : self.value(value) }
        return switch name {
        case "MemorySize": "\(number) MB"
        case "Timeout": "\(number) s"
        default: self.value(value)
        }
    }
}
