/// Regions by name and by form. AWS adds some every year, so one that is not known here is refused only where it has no
/// Region's form and one that has is near: else a wrong name costs twenty seconds of looking for a host.
package enum KnownRegion {
    /// `nil`: it may be a Region, or nothing is near.
    static func meant(by text: String) -> String? {
        let plain = NearMiss.plain(text)
        if hasForm(plain) { return plain == text ? nil : plain }
        let near = all.map { (name: $0, distance: distance($0, plain)) }.filter { $0.distance <= 2 }
        return near.min { $0.distance < $1.distance }?.name
    }

    private static func distance(_ known: String, _ given: String) -> Int {
        known.filter { $0 != "-" } == given.filter { $0 != "-" } ? 0 : NearMiss.distance(known, given)
    }

    /// What the partitions say of their Regions' names, such as `^(us|eu|ap|sa|ca|me|af|il|mx)\-\w+\-\d+$`.
    /// Source: https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
    private static func hasForm(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, let number = parts.last, !number.isEmpty, number.allSatisfy(\.isASCIIDigit),
            parts.dropLast().allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNameCharacter) })
        else { return false }
        let beginning = parts.dropLast(2).joined(separator: "-")
        return beginnings.contains(beginning)
    }

    package static let beginnings: Set = [
        "us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx", "cn", "eusc-de", "us-iso", "us-isob", "eu-isoe",
        "us-isof",
        "us-gov",
    ]

    /// Those of the same file.
    package static let all = [
        "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1",
        "ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5",
        "ap-southeast-6", "ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-north-1",
        "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "il-central-1", "me-central-1", "me-south-1",
        "me-west-1",
        "mx-central-1", "sa-east-1", "sa-west-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2", "cn-north-1",
        "cn-northwest-1",
        "eusc-de-east-1", "us-iso-east-1", "us-iso-west-1", "us-isob-east-1", "us-isob-west-1", "eu-isoe-west-1",
        "us-isof-east-1", "us-isof-south-1", "us-gov-east-1", "us-gov-west-1",
    ]
}
