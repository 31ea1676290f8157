import AWSCore
import Deployment
import Engine

/// Finds what took time: whatever begins with one fact and ends with another.
struct Drawing {
    private struct Open {
        let actor: Bar.Actor
        let label: String
        let start: Duration
    }

    private var bars: [Bar] = []
    private var open: [Open] = []

    mutating func follow(_ entry: Journal.Entry) {
        switch entry.fact {
        case .engine(let fact): follow(fact, at: entry.at)
        case .upload(.began): begin(.aws, "Upload", at: entry.at)
        case .upload(.done): end("Upload", at: entry.at)
        case .versionPublished: end("Version", at: entry.at)
        case .rivalFound:
            // Their write has ended whatever of ours it met.
            endAll(.aws, at: entry.at)
            bars.append(Bar(actor: .somebodyElse, label: "A change", start: entry.at, end: entry.at))
        case .startingOver(_, _, let quiet):
            bars.append(Bar(actor: .lockstep, label: "Waits", start: entry.at, end: entry.at + quiet))
        case .smokeTestBegan: begin(.lockstep, "Smoke test", at: entry.at)
        case .smokeTestEnded: end("Smoke test", at: entry.at)
        case .traffic(.shifted(_, let share)):
            endAll(.traffic, at: entry.at)
            if share != .all { begin(.traffic, "\(share.description.dropLast()) percent", at: entry.at) }
        case .traffic(.codeDeploy(.started)), .traffic(.codeDeploy(.takenUp)):
            begin(.traffic, "CodeDeploy", at: entry.at)
        case .traffic(.codeDeploy(.ended)), .aliasPutBack, .aliasMoved: endAll(.traffic, at: entry.at)
        default: break
        }
    }

    private mutating func follow(_ fact: EngineFact, at time: Duration) {
        switch fact {
        case .waitBegan(let waiting): if let label = waiting.label { begin(.aws, label, at: time) }
        case .waitEnded(let waiting, _, _): if let label = waiting.label { end(label, at: time) }
        case .sending(let write): if let label = write.label { begin(.aws, label, at: time) }
        case .done(let write): if let label = write.label { end(label, at: time) }
        default: break
        }
    }

    /// What was sent once more goes on.
    private mutating func begin(_ actor: Bar.Actor, _ label: String, at time: Duration) {
        guard !open.contains(where: { $0.label == label }) else { return }
        open.append(Open(actor: actor, label: label, start: time))
    }

    private mutating func end(_ label: String, at time: Duration) {
        end(at: time) { $0.label == label }
    }

    private mutating func endAll(_ actor: Bar.Actor, at time: Duration) {
        end(at: time) { $0.actor == actor }
    }

    private mutating func end(at time: Duration, _ isMeant: (Open) -> Bool) {
        bars += open.filter(isMeant).map { open in
            let took = time - open.start
            return Bar(actor: open.actor, label: "\(open.label) \(took.brief)", start: open.start, end: time)
        }
        open.removeAll(where: isMeant)
    }

    /// All bars, in order; what is still open lasted to the end.
    func ended(at time: Duration) -> [Bar] {
        var drawing = self
        drawing.end(at: time) { _ in true }
        return drawing.bars.sorted { $0.start < $1.start }
    }
}

extension Write {
    fileprivate var label: String? {
        switch self {
        case .createFunction: "Creation"
        case .updateFunctionCode: "Code"
        case .updateFunctionConfiguration: "Configuration"
        case .tagResource, .untagResource: "Tags"
        case .publishVersion: "Version"
        // A matter of moments, or a picture of its own.
        case .invoke, .createAlias, .updateAlias, .createDeployment, .deleteVersion: nil
        }
    }
}

extension Waiting {
    fileprivate var label: String? {
        switch self {
        case .otherUpdate, .readiness: "Another update"
        case .version: "Start of the version"
        case .wakingUp, .versionAwakening: "Waking up"
        case .warmUp: "Warming up"
        case .codeDeploy: "Another deployment"
        // It is a part of what the write takes.
        case .creation, .codeUpdate, .configurationUpdate, .tags, .lookUp, .restoration: nil
        }
    }
}
