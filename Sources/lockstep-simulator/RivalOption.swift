import ArgumentParser
import ControlPlaneSimulator

/// `--rival`: `after-code:configuration`, `deployment@3.5`.
struct RivalOption: ExpressibleByArgument, Sendable {
    let move: RivalMove
    let moment: Moment

    init?(argument: String) {
        if let at = argument.lastIndex(of: "@") {
            guard let move = RivalMove(named: argument[..<at]), let seconds = Double(argument[at...].dropFirst()),
                seconds >= 0
            else { return nil }
            (self.move, moment) = (move, .time(.seconds(seconds)))
        } else {
            let parts = argument.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let move = RivalMove(named: parts[1]), let moment = Moment(named: parts[0])
            else { return nil }
            (self.move, self.moment) = (move, moment)
        }
    }
}

extension RivalMove {
    init?(named name: Substring) {
        self.init(rawValue: name == "alias" ? "alias-moved" : String(name))
    }
}

extension Moment {
    fileprivate init?(named name: Substring) {
        let parts = name.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let match = RequestMatch(named: parts[1]) else { return nil }
        switch parts[0] {
        case "before": self = .before(match)
        case "after": self = .after(match)
        default: return nil
        }
    }
}

extension RequestMatch {
    /// Requests of one kind, by the word for it on the command line.
    init?(named name: Substring) {
        let operations: Set<Operation>
        switch name {
        case "create": operations = [.createFunction]
        case "code": operations = [.updateFunctionCode]
        case "configuration": operations = [.updateFunctionConfiguration]
        case "publish": operations = [.publishVersion]
        case "alias": operations = [.updateAlias, .createAlias]
        case "tags": operations = [.tagResource]
        case "invoke": operations = [.invoke]
        case "get": operations = [.getFunction]
        case "upload": operations = [.putObject, .createMultipartUpload]
        case "part": operations = [.uploadPart]
        case "complete": operations = [.completeMultipartUpload]
        default: return nil
        }
        self = .where { request in request.operation.map(operations.contains) ?? false }
    }
}
