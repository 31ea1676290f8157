import AWSCore
import AWSServices
import Deployment
import Synchronization

/// Tells the journal as it is written: a group for each step, a line for each thing that happens, progress while waiting.
package final class Narrator: Sendable {
    private struct Telling {
        var chapter: Chapter?
        var lastProgress = Duration.zero
    }

    /// A wait in which nothing changes is heard of again after so long.
    private static let longestSilence = Duration.seconds(15)

    private let telling = Mutex(Telling())
    private let voice: Voice

    package init(voice: Voice) {
        self.voice = voice
    }

    package func tell(_ fact: Fact) {
        if case .functionFound(let function) = fact { voice.keepSecret(function.configuration.variableValues) }
        if case .rollbackVersionFound(let version) = fact { voice.keepSecret(version.variableValues) }
        if let chapter = Chapter(fact) { open(chapter) }
        if case .engine(.polled(_, let status, let waited, let limit, let isNews)) = fact {
            guard isNews || isLongSilent(waited) else { return }
            telling.withLock { $0.lastProgress = waited }
            voice.say("\(status), \(waited) of at most \(limit)")
        }
        fact.sentences.forEach(voice.speak)
    }

    package func end() {
        telling.withLock { telling in
            if telling.chapter != nil { voice.endGroup() }
            telling.chapter = nil
        }
    }

    private func isLongSilent(_ waited: Duration) -> Bool {
        telling.withLock { waited - $0.lastProgress >= Self.longestSilence }
    }

    private func open(_ chapter: Chapter) {
        telling.withLock { telling in
            guard telling.chapter != chapter else { return }
            if telling.chapter != nil { voice.endGroup() }
            telling.chapter = chapter
            voice.group(chapter.title)
        }
    }
}

extension FunctionConfiguration {
    /// What the function's variables hold: its log and its errors may say it.
    fileprivate var variableValues: [String] {
        (members["Environment"]?["Variables"]?.object ?? [:]).values.compactMap(\.string).sorted()
    }
}
