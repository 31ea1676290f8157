import CStamp

/// What `lockstep --version` shows: `lockstep 0.1.0 (0f26533, 2026-11-30)`, with the commit and its date. A build that was
/// told neither says so.
package let lockstepStamp = stamp(
    version: lockstepVersion, commit: String(cString: lockstep_commit()), date: String(cString: lockstep_date()))

func stamp(version: String, commit: String, date: String) -> String {
    let known = [String(commit.prefix(7)), date].filter { !$0.isEmpty }
    return "lockstep \(version) (\(known.isEmpty ? "commit unknown" : known.joined(separator: ", ")))"
}
