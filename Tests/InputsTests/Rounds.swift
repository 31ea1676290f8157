/// Cases of different inputs side by side: the parser takes longer than all checks.
enum Rounds {
    /// The first case of every input, the second of every input, and so on.
    static func of<Case>(_ cases: [Case], by input: (Case) -> String) -> [[Case]] {
        var rounds: [[Case]] = []
        var seen: [String: Int] = [:]
        for one in cases {
            let round = seen[input(one), default: 0]
            seen[input(one)] = round + 1
            if round == rounds.count { rounds.append([]) }
            rounds[round].append(one)
        }
        return rounds
    }
}
