import AWSCore

extension RunResult {
    /// Our inputs won over somebody's change: they may not know of it.
    var overruledWarning: Sentence? {
        let overruled = overruled
        guard let first = overruled.first else { return nil }
        let what = overruled.map(\.wording).joined(separator: "; ")
        guard overruled.count > 1 else {
            return .warning(
                title: "\(first.theirs.name): a change by someone else was overwritten",
                "During this run someone else changed \(what): this run's inputs ask for that. If the other value was meant, "
                    + "change the inputs.")
        }
        return .warning(
            title: "changes by someone else were overwritten",
            "During this run someone else changed \(what): this run's inputs ask for that. If the other values were meant, "
                + "change the inputs.")
    }
}

extension Overruled {
    /// `MemorySize from 128 to 1024, and this run set it to 256`.
    fileprivate var wording: Wording {
        "\(theirs.nameWording) from \(theirs.value(theirs.before)) to \(theirs.value(theirs.after)), "
            + (ours.map { "and this run set it to \($0.value($0.after))" } ?? "and this run sent its own")
    }
}
