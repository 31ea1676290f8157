import ControlPlaneSimulator

/// Everything that is to happen while somebody deploys. Written as one line, so that one command plays it again:
/// `existing answer-lost@5 stale-revision@7 code<9 seed=3`.
package struct World: Sendable, Equatable {
    package struct PlacedFault: Sendable, Equatable {
        package let fault: Fault
        /// The number of the call that meets it, from 1, over all clients.
        package let call: Int
    }

    package struct PlacedMove: Sendable, Equatable {
        package let move: RivalMove
        /// The number of the call right before which the rival moves.
        package let call: Int
    }

    package var kind: Kind
    package var faults: [PlacedFault] = []
    package var rivals: [PlacedMove] = []
    package var circumstances: [Circumstance] = []
    /// The number of the call right before which an alarm goes on.
    package var alarmBefore: Int?
    /// From when on nothing gets out any more, in milliseconds since the beginning: as if the job were lost.
    package var outageAt: Int?
    /// When the runs are stopped, in milliseconds since the beginning.
    package var cancelledAt: Int?
    /// When a deadline stops the work, in milliseconds since the beginning.
    package var deadlineAt: Int?
    package var clients = 1
    package var seed: UInt64 = 1

    package init(_ kind: Kind) {
        self.kind = kind
    }

    /// Whether a run may fail in it without any fault.
    var mayFail: Bool { kind.fails || mayNotKeepTheCode || circumstances.contains(where: \.mayFail) }

    /// Whoever asks for `$LATEST` to be put back does not begin where that could not be done.
    private var mayNotKeepTheCode: Bool {
        let isUnreachable =
            Set(circumstances).isDisjoint(
                with: [.linksExpired, .linksSpoilt, .withoutLinks, .withoutGetFunction]) == false
        return circumstances.contains(.restored) && (isUnreachable || !faults.isEmpty)
    }

    package func with(_ fault: Fault, at call: Int) -> World {
        var world = self
        world.faults.append(PlacedFault(fault: fault, call: call))
        return world
    }

    package func with(_ move: RivalMove, before call: Int) -> World {
        var world = self
        world.rivals.append(PlacedMove(move: move, call: call))
        return world
    }
}

extension World: CustomStringConvertible {
    package var description: String {
        var words = [kind.rawValue]
        words += faults.map { "\($0.fault.rawValue)@\($0.call)" }
        words += rivals.map { "\($0.move.rawValue)<\($0.call)" }
        words += circumstances.map(\.rawValue)
        if let alarmBefore { words.append("alarm<\(alarmBefore)") }
        if let outageAt { words.append("outage=\(outageAt)") }
        if let cancelledAt { words.append("cancelled=\(cancelledAt)") }
        if let deadlineAt { words.append("deadline=\(deadlineAt)") }
        if clients != 1 { words.append("clients=\(clients)") }
        if seed != 1 { words.append("seed=\(seed)") }
        return words.joined(separator: " ")
    }

    /// Reads what ``description`` wrote; `nil` where a word means nothing.
    package init?(_ line: String) {
        var words = line.split(separator: " ").map(String.init)[...]
        guard let kind = words.popFirst().flatMap(Kind.init) else { return nil }
        self.init(kind)
        for word in words {
            guard read(word) else { return nil }
        }
    }

    private mutating func read(_ word: String) -> Bool {
        if let circumstance = Circumstance(rawValue: word) {
            circumstances.append(circumstance)
            return true
        }
        guard let mark = word.firstIndex(where: { "@<=".contains($0) }),
            let number = UInt64(word[word.index(after: mark)...])
        else { return false }
        let name = String(word[..<mark])
        switch (word[mark], name) {
        case ("=", "seed"): seed = number
        case ("=", "clients"): clients = Int(number)
        case ("=", "cancelled"): cancelledAt = Int(number)
        case ("=", "deadline"): deadlineAt = Int(number)
        case ("=", "outage"): outageAt = Int(number)
        case ("<", "alarm"): alarmBefore = Int(number)
        case ("@", _):
            guard let fault = Fault(rawValue: name) else { return false }
            self = with(fault, at: Int(number))
        case ("<", _):
            guard let move = RivalMove(rawValue: name) else { return false }
            self = with(move, before: Int(number))
        default: return false
        }
        return true
    }
}
