import AWSCore
import Deployment
import Engine

/// The run as a picture. It holds words of ours and numbers only: a name with a colon in it would break the whole of it.
/// Source: https://mermaid.js.org/syntax/gantt.html
struct Gantt {
    /// A shorter run is read as quickly in the list of its steps.
    private static let shortest = Duration.seconds(3)
    /// More would not be seen apart.
    private static let mostBars = 40

    private let bars: [Bar]
    private let began: Double
    private let lasts: Duration

    /// - Parameter began: seconds since 1970, so that the axis is right by everybody's own clock.
    /// - Returns: `nil` where a picture would show nothing.
    init?(of entries: [Journal.Entry], lasts: Duration, from began: Double) {
        var drawing = Drawing()
        for entry in entries { drawing.follow(entry) }
        bars = Array(drawing.ended(at: lasts).prefix(Self.mostBars))
        guard lasts > Self.shortest, !bars.isEmpty else { return nil }
        self.began = began
        self.lasts = lasts
    }

    var markdown: String { "```mermaid\n\(source)\n```" }

    var source: String {
        let head = ["gantt", "    dateFormat x", "    axisFormat %H:%M:%S"] + ticks
        return
            (head
            + Bar.Actor.allCases.flatMap { actor in
                let lines = bars.filter { $0.actor == actor }.map(line)
                return lines.isEmpty ? [] : ["    section \(actor.rawValue)"] + lines
            }).joined(separator: "\n")
    }

    /// Mermaid's own are parts of seconds in a short run, each labelled with the same second.
    private var ticks: [String] { lasts < .seconds(12) ? ["    tickInterval 1second"] : [] }

    private func line(_ bar: Bar) -> String {
        // What took no time is to be seen all the same.
        let end = max(bar.end, bar.start + lasts / 100)
        let mark = bar.actor == .somebodyElse ? "crit, " : ""
        return "    \(bar.label) :\(mark)\(milliseconds(bar.start)), \(milliseconds(end))"
    }

    private func milliseconds(_ time: Duration) -> Int {
        Int(((began + time.inSeconds) * 1000).rounded())
    }
}

struct Bar: Equatable {
    enum Actor: String, CaseIterable {
        case aws = "AWS"
        case somebodyElse = "Someone else"
        case lockstep = "Lockstep"
        case traffic = "Traffic"
    }

    let actor: Actor
    let label: String
    let start: Duration
    let end: Duration
}
