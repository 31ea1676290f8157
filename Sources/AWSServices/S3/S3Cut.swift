/// How a package is cut into the parts that it is uploaded in. It follows from the length alone, so that whoever computes
/// a checksum later cuts in the same places.
/// Source of the bounds: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
package struct S3Cut: Sendable, Equatable {
    /// Up to so many bytes it goes as a whole.
    package let wholeUpTo: Int
    /// In bytes; but for the last, S3 takes none under 5 MiB.
    package let smallestPart: Int
    package let mostParts: Int

    package init(wholeUpTo: Int, smallestPart: Int, mostParts: Int) {
        self.wholeUpTo = wholeUpTo
        self.smallestPart = smallestPart
        self.mostParts = mostParts
    }

    package static let ordinary = S3Cut(wholeUpTo: 16 << 20, smallestPart: 8 << 20, mostParts: 10_000)

    /// The parts of so many bytes, in order; one: it goes as a whole.
    package func parts(of length: Int) -> [Range<Int>] {
        guard length > wholeUpTo else { return [0..<length] }
        let size = max(smallestPart, (length + mostParts - 1) / mostParts)
        return stride(from: 0, to: length, by: size).map { $0..<min($0 + size, length) }
    }
}
