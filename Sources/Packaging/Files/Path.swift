extension StringProtocol {
    /// What follows the last slash.
    var lastPart: SubSequence {
        let slash = utf8.indices.reversed().first { utf8[$0] == UInt8(ascii: "/") }
        return slash.map { self[utf8.index(after: $0)...] } ?? self[...]
    }
}

extension BidirectionalCollection<UInt8> {
    func hasSuffix(_ suffix: String) -> Bool {
        reversed().starts(with: suffix.utf8.reversed())
    }
}
