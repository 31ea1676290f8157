import AWSCore
import AWSServices

/// Why a write has to be looked into before anything else is done.
package enum Trouble {
    /// 409: an update is in progress. 412: the snapshot it was decided on is past.
    case conflict(Refusal)
    /// No answer: it may have arrived, or may yet; its RevisionId lets only one through.
    case lost(operation: String, reason: String)
}

/// The troubles of one write, and how long they may go on.
package struct Troubles {
    private static let longestPause = 15.0
    /// As many answers may be lost: about a minute. More is no passing fault, and each sending may be a large upload.
    private static let lostAtMost = 8

    private let limit: Duration
    private var began: Duration?
    private var count = 0
    private var lost = 0
    /// An answer was lost, so what is found may be ours.
    package private(set) var mayHaveArrived = false
    /// The last refusal proved that the snapshot is past: what still shows it is stale.
    package private(set) var revisionMoved = false
    /// The last refusal, if that was one, said that something is not there. It was when we looked: the look, or this
    /// answer, may have lagged behind.
    package private(set) var saidGone: Refusal?
    /// How often a refusal said so.
    private(set) var timesGone = 0
    /// The answer that was lost last, for when nobody can tell what became of it.
    package private(set) var loss: EngineFailure?
    private var last: EngineFailure?

    /// - Parameter limit: from the first trouble on.
    package init(limit: Duration) {
        self.limit = limit
    }

    package mutating func add(_ trouble: Trouble, at now: Duration) {
        count += 1
        revisionMoved = false
        saidGone = nil
        began = began ?? now
        switch trouble {
        case .conflict(let refusal):
            revisionMoved = refusal.saysRevisionMoved
            saidGone = refusal.saysItIsNotThere ? refusal : nil
            if saidGone != nil { timesGone += 1 }
            last = .refused(refusal)
        case .lost(let operation, let reason):
            mayHaveArrived = true
            // What came before it was short; waiting for the answer may have taken all the time there was.
            if lost == 0 { began = now }
            lost += 1
            loss = .unknown(operation: operation, reason: reason)
            last = loss
        }
    }

    /// What still shows what was there before this refusal may be stale.
    package var disprovesTheLastLook: Bool { revisionMoved || saidGone != nil }

    /// To be asked before the write is sent again, but after a look: one sending may have taken all the time there was,
    /// and have arrived.
    /// - Throws: the last trouble as a failure, once there is no time left for another try.
    package func requireTimeLeft(at now: Duration) throws(Interruption) {
        // The first trouble alone may have taken all the time: once, it is tried again in any case.
        guard let began, let last, count > 1 else { return }
        guard now - began < limit, lost < Self.lostAtMost else { throw .failed(last) }
    }

    /// The time before the next look: longer each time, for a read may lag behind what was written.
    /// - Parameter chance: from 0 up to 1.
    package func pause(chance: Double) -> Duration {
        let seconds = min(0.5 * Double(1 << min(count - 1, 10)), Self.longestPause)
        return .seconds(seconds * (0.5 + chance / 2))
    }
}

extension Refusal {
    /// Refused because something else is going on, or was, and not for what was asked.
    package var isConflict: Bool {
        saysRevisionMoved || (code == "ResourceConflictException" && !saysItFailed)
    }

    /// What is Failed stays so: `...is currently in the following state: 'Failed', StateReasonCode: 'FunctionError'`.
    /// Source: https://github.com/hashicorp/terraform-provider-aws/issues/49904
    package var saysItFailed: Bool {
        code == "ResourceConflictException" && message.contains("following state: 'Failed'")
    }

    package var saysRevisionMoved: Bool {
        code == "PreconditionFailedException" || status == 412
    }
}

extension Snapshot {
    /// What is past when a write over this has met troubles.
    package func lineage(after troubles: Troubles) -> Lineage {
        troubles.revisionMoved ? lineage.succeeding(self) : lineage
    }
}
