/// What somebody has probably meant who wrote something else.
enum NearMiss {
    /// The known name, if any, that a name is a misspelling of: but for one letter, or two in names of seven letters and more; as
    /// one of several, or as several of one; in another order of its words, or without its dashes.
    static func name(meantBy given: String, among known: [String]) -> String? {
        let given = plain(given)
        guard given.utf8.count <= 64 else { return nil }
        if let same = known.first(where: { isSameButForForm($0, given) }) { return same }
        let near = known.map { (name: $0, distance: distance($0, given)) }.filter {
            $0.distance <= letters(in: $0.name)
        }
        return near.min { $0.distance < $1.distance }?.name
    }

    /// In lower case and with dashes.
    static func plain(_ text: String) -> String {
        String(text.lowercased().map { "_. ".contains($0) ? "-" : $0 })
    }

    private static func letters(in name: String) -> Int { name.count >= 7 ? 2 : 1 }

    private static func isSameButForForm(_ known: String, _ given: String) -> Bool {
        words(known) == words(given) || known.filter { $0 != "-" } == given.filter { $0 != "-" }
    }

    private static func words(_ name: String) -> [String] {
        name.split(separator: "-").map(singular).sorted()
    }

    private static func singular(_ word: Substring) -> String {
        if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        if word.hasSuffix("ses") { return String(word.dropLast(2)) }
        let isPlural = word.hasSuffix("s") && !["ss", "as", "is", "us"].contains { word.hasSuffix($0) }
        return String(isPlural ? word.dropLast() : word)
    }

    /// How many letters have to be added, dropped, replaced, or swapped with their neighbours.
    /// Source: https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance (optimal string alignment)
    static func distance(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        var before: [Int] = []
        var last = Array(0...other.count)
        for i in one.indices {
            var row = [i + 1]
            for j in other.indices {
                var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (one[i] == other[j] ? 0 : 1))
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    least = min(least, before[j - 1] + 1)
                }
                row.append(least)
            }
            (before, last) = (last, row)
        }
        return last[other.count]
    }
}
