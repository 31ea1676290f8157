/// A part of AWS with accounts, ARNs and host names of its own.
/// Source: https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json, which a test holds it against.
package struct Partition: Sendable, Equatable, CustomStringConvertible {
    /// As ARNs have it.
    package let name: String
    /// What begins the names of its Regions; empty for ``aws``, to which all others belong.
    package let beginning: String
    /// What ends its host names.
    package let domain: String

    package var description: String { name }

    package static let aws = Partition(name: "aws", beginning: "", domain: "amazonaws.com")

    package static let all = [
        Partition(name: "aws-cn", beginning: "cn-", domain: "amazonaws.com.cn"),
        Partition(name: "aws-eusc", beginning: "eusc-", domain: "amazonaws.eu"),
        Partition(name: "aws-iso", beginning: "us-iso-", domain: "c2s.ic.gov"),
        Partition(name: "aws-iso-b", beginning: "us-isob-", domain: "sc2s.sgov.gov"),
        Partition(name: "aws-iso-e", beginning: "eu-isoe-", domain: "cloud.adc-e.uk"),
        Partition(name: "aws-iso-f", beginning: "us-isof-", domain: "csp.hci.ic.gov"),
        Partition(name: "aws-us-gov", beginning: "us-gov-", domain: "amazonaws.com"),
        aws,
    ]
}
