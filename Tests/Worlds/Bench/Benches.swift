/// A bench for each kind, prepared once.
package struct Benches: Sendable {
    private let benches: [Kind: Bench]

    package init() async {
        var benches: [Kind: Bench] = [:]
        for kind in Kind.allCases { benches[kind] = await kind.bench() }
        self.benches = benches
    }

    package subscript(kind: Kind) -> Bench { benches[kind] ?? Bench() }
}
