import AWSCore
import AWSServices
import Deployment
import Identity
import Synchronization

/// Tells the journal as it is written: a group for each step, a line for each thing that happens, progress while waiting;
/// and after each group, for whoever sees it folded, one line with what came of it.
package final class Narrator: Sendable {
    private struct Telling {
        var step: (chapter: Chapter, began: Duration, facts: [Fact])?
        var lastProgress = Duration.zero
        var timeLeft = TimeLeft()
        /// Those that were told.
        var warnings: [Sentence] = []
    }

    /// A wait in which nothing changes is heard of again after so long.
    private static let longestSilence = Duration.seconds(15)
    /// That it has only just begun was said.
    private static let soonest = Duration.seconds(1)

    private let telling = Mutex(Telling())
    private let voice: Voice

    package init(voice: Voice) {
        self.voice = voice
    }

    package func tell(_ entry: Journal.Entry) {
        let fact = entry.fact
        if case .functionFound(let function) = fact { voice.keepSecret(function.configuration.variableValues) }
        if case .rollbackVersionFound(let version) = fact { voice.keepSecret(version.variableValues) }
        follow(entry)
        let left = telling.withLock { $0.timeLeft.note(entry) }
        if case .engine(.polled(_, let status, let waited, let limit, let isNews)) = fact {
            let progress: Wording = "\(status), \(waited) of at most \(limit)\(left)"
            guard isNews && waited >= Self.soonest || isLongSilent(waited) else { return voice.live(progress) }
            telling.withLock { $0.lastProgress = waited }
            voice.say(progress)
        }
        fact.sentences.filter(isNew).map { $0.with(left) }.forEach(voice.speak)
    }

    package func tell(_ fact: IdentityFact) {
        fact.sentences.filter(isNew).forEach(voice.speak)
    }

    /// Whoever starts over meets the same again: a warning is said once.
    private func isNew(_ sentence: Sentence) -> Bool {
        guard case .warning = sentence else { return true }
        return telling.withLock { telling in
            if telling.warnings.contains(sentence) { return false }
            telling.warnings.append(sentence)
            return true
        }
    }

    /// - Parameter time: since the run began.
    package func end(at time: Duration) {
        telling.withLock { close(&$0, at: time) }
    }

    private func isLongSilent(_ waited: Duration) -> Bool {
        !voice.hasLiveLine && telling.withLock { waited - $0.lastProgress >= Self.longestSilence }
    }

    /// Opens the fact's own group, if it has one, and another is open.
    private func follow(_ entry: Journal.Entry) {
        telling.withLock { telling in
            if let chapter = Chapter(entry.fact, after: telling.step?.chapter), telling.step?.chapter != chapter {
                close(&telling, at: entry.at)
                telling.step = (chapter, entry.at, [])
                voice.group(chapter.title)
            }
            telling.step?.facts.append(entry.fact)
        }
    }

    private func close(_ telling: inout Telling, at time: Duration) {
        guard let (chapter, began, facts) = telling.step else { return }
        telling.step = nil
        voice.endGroup()
        if let result = chapter.result(of: facts) { voice.result("\(result) (\(time - began))") }
    }
}

extension FunctionConfiguration {
    /// What the function's variables hold: its log and its errors may say it.
    var variableValues: [String] {
        (members["Environment"]?["Variables"]?.object ?? [:]).values.compactMap(\.string).sorted()
    }
}
