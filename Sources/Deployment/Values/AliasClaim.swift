import Engine

/// Whose an alias is that somebody else has moved after we had begun to move it.
package enum AliasClaim: Sendable, Equatable {
    /// A newer run of the same workflow released what it serves now.
    case newerRun(Supersession)
    /// An older run of the same workflow moved it: it is to be ours again.
    case olderRun
    /// Whoever moved it had a reason that nobody here knows: it stays as they left it.
    case theirs

    /// - Parameters:
    ///   - newer: whose release it serves, if that is a newer run's.
    ///   - ours: `nil`: nobody counts the runs.
    package init(_ move: AliasMove, newer: Supersession?, ours: WorkflowRun?) {
        let record = move.standing?.record
        if let newer {
            self = .newerRun(newer)
        } else if let run = record?.run, let ours, ours.isNewer(than: run), record != move.before?.record {
            self = .olderRun
        } else {
            // Who moves it by hand leaves the record that was there, an older run's perhaps.
            self = .theirs
        }
    }
}
