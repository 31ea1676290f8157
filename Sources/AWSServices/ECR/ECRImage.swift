/// An image in Amazon ECR, as its address names it: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/repo/name:tag`.
package struct ECRImage: Sendable, Equatable {
    /// The account.
    package let registryId: String
    package let repository: String
    /// `latest` where neither a tag nor a digest is given.
    package let tag: String?
    /// 64 hexadecimal digits, as a function's `CodeSha256` shows them.
    package let digest: String?

    /// `nil` when the address is not one of ECR's.
    package init?(uri: String) {
        let parts = uri.split(separator: "/", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        let host = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard host.count >= 6, host[1] == "dkr", host[2] == "ecr", host[4] == "amazonaws", host[0].count == 12,
            host[0].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }

        let named = parts[1].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let tagged = named[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard !tagged[0].isEmpty else { return nil }
        registryId = String(host[0])
        self.repository = String(tagged[0])
        digest = named.count == 2 && named[1].hasPrefix("sha256:") ? String(named[1].dropFirst(7)) : nil
        tag = tagged.count == 2 ? String(tagged[1]) : named.count == 2 ? nil : "latest"
    }
}
