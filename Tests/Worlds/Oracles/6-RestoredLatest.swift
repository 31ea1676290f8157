import AWSServices
import ControlPlaneSimulator
import Deployment

extension Evidence {
    /// A failure that leaves on `$LATEST` what the run made of it, or undoes what others made of it.
    var unrestored: [String] {
        guard let before = bench.plane.function("demo")?.latest, !isCreatedByThisRun else { return [] }
        guard isToBeRestored else { return restorationBegan == nil ? [] : ["$LATEST was put back, and nobody asked"] }
        var trail = Trail(of: before, client: author, restoringSince: restorationBegan)
        let since = history.revisions.drop { $0.author == "before" }
        for revision in since where revision.resource == .latest && revision.function == "demo" {
            if let content = revision.content { trail.follow(content, revision) }
        }
        return trail.undone.map { "someone else's \($0) was put back" } + left(trail)
    }

    private func left(_ trail: Trail) -> [String] {
        // It owns up to it, or nobody heard anything any more.
        if isSaidNotToBePutBack || plane.function("demo") == nil { return [] }
        let tags = isTouched ? bench.plane.function("demo")?.tags : plane.function("demo")?.tags
        return trail.left(of: wanted).map { "\($0) of this run was left on $LATEST" }
            + (tags == bench.plane.function("demo")?.tags ? [] : ["tags of this run were left"])
    }

    private var isSaidNotToBePutBack: Bool {
        let owning = [
            "It was not put back", "It was being put back", "It was put back, but", "It was put back, except",
        ]
        return run.errors.contains { error in owning.contains(where: error.contains) }
    }

    /// As the inputs ask for it: callers that no alias shields, as the run found it, get what is there.
    private var isToBeRestored: Bool {
        switch bench.inputs["on-failure"] ?? "auto" {
        case "restore": true
        case "keep": false
        default: aliasFound.map { $0.functionVersion == "$LATEST" } ?? true
        }
    }

    private var aliasFound: AliasConfiguration? {
        for case .aliasFound(let alias, _) in facts.reversed() { return alias }
        return nil
    }

    private var isCreatedByThisRun: Bool { ownRevisions.contains { $0.cause == "CreateFunction" } }

    /// What was put back is not changed.
    var isPutBack: Bool {
        facts.contains { if case .restoration(.restored) = $0 { true } else { false } }
    }

    /// Whether `$LATEST` was being put back by then.
    func isOnTheWayBack(_ time: Duration) -> Bool { restorationBegan.map { $0 <= time } ?? false }

    /// In the world's time.
    private var restorationBegan: Duration? {
        run.entries.first { if case .restoration(.began) = $0.fact { true } else { false } }.map { run.began + $0.at }
    }
}

/// Who set what last on `$LATEST`, and what was there before the run set it.
private struct Trail {
    private let client: String
    private let restoringSince: Duration?
    private var standing: [String: JSON]
    /// What the run has set.
    private var own: [String: Own] = [:]
    private var others: Set<String> = []
    private(set) var undone: [String] = []

    init(of before: ControlPlane.Version, client: String, restoringSince: Duration?) {
        self.client = client
        self.restoringSince = restoringSince
        standing = before.parts
    }

    mutating func follow(_ content: ControlPlane.Version, _ revision: History.Revision) {
        let parts = content.parts
        for name in Set(parts.keys).union(standing.keys) where parts[name] != standing[name] {
            if revision.author == client {
                note(name, parts[name], isRestoring: restoringSince.map { revision.at >= $0 } ?? false)
            } else if revision.author != "aws" {
                others.insert(name)
                // Whoever sets what the run had set cannot be told from it, nor has the run left it there.
                own[name]?.isSharedByOthers = true
            }
        }
        standing = parts
    }

    private mutating func note(_ name: String, _ value: JSON?, isRestoring: Bool) {
        if let set = own[name], set.value == standing[name] {
            own[name] = set.before == value ? nil : Own(before: set.before, value: value)
        } else {
            if isRestoring, others.contains(name) { undone.append(name) }
            own[name] = Own(before: standing[name], value: value)
        }
    }

    func left(of wanted: Wanted) -> [String] {
        own.filter { name, set in
            set.value == standing[name] && !set.isSharedByOthers && wanted.asksFor(name)
        }.keys.sorted()
    }
}

private struct Own {
    /// What was there before.
    let before: JSON?
    let value: JSON?
    /// Others have set it since, to whatever.
    var isSharedByOthers = false
}

extension Wanted {
    fileprivate func asksFor(_ part: String) -> Bool {
        part == "code" || part == "MemorySize" || members.contains(part)
            || variables.keys.contains { part == "Environment.\($0)" }
    }
}

extension ControlPlane.Version {
    /// Variables each by itself.
    fileprivate var parts: [String: JSON] {
        var parts = members
        parts["Environment"] = nil
        // Given by their ARNs, shown as objects.
        parts["Layers"] = members["Layers"]?.array.map { .array($0.map { $0["Arn"] ?? $0 }) }
        for (name, value) in members["Environment"]?["Variables"]?.object ?? [:] {
            parts["Environment.\(name)"] = value
        }
        parts["code"] = .string(code.sha256)
        return parts
    }
}
