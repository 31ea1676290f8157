import Glibc

extension String {
    /// By their bytes, whatever the locale. (`lexicographicallyPrecedes` goes byte by byte through an iterator, which for
    /// the paths of 70,000 files takes as long as reading their names.)
    func isBefore(_ other: String) -> Bool {
        var (one, other) = (self, other)
        return one.withUTF8 { one in
            other.withUTF8 { other in
                guard let ours = one.baseAddress, let theirs = other.baseAddress else { return one.count < other.count }
                let order = memcmp(ours, theirs, min(one.count, other.count))
                return order == 0 ? one.count < other.count : order < 0
            }
        }
    }
}
