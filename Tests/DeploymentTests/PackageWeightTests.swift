import AWSCore
import Testing

@testable import Deployment

/// What package and layers are together, as far as anybody tells.
struct PackageWeightTests {
    private let standing = JSONValue.array(
        [("arn:a:1", 100), ("arn:b:2", 50)].map { .object(["Arn": .string($0), "CodeSize": .integer($1)]) })

    @Test(
        arguments: [
            (850, nil, nil), (851, nil, ["arn:a:1", "arn:b:2"]), (899, ["arn:a:1"], nil),
            (901, ["arn:a:1"], ["arn:a:1"]),
            (1000, [], nil), (1000, ["arn:new:1"], nil), (901, ["arn:new:1", "arn:a:1"], ["arn:a:1"]),
        ] as [(Int, [String]?, [String]?)])
    func layersCountWithWhatTheyAreKnownToTake(bytes: Int, planned: [String]?, excess: [String]?) {
        let layers = planned.map { JSONValue.array($0.map(JSONValue.string)) }
        let found = PackageWeight(bytes: bytes, most: 1000).excess(planned: layers, standing: standing)
        #expect(found?.layers.map(\.arn) == excess)
    }

    @Test func whatIsNotToldCountsNothing() {
        let weight = PackageWeight(bytes: 1000, most: 1000)
        #expect(weight.excess(planned: nil, standing: nil) == nil)
        #expect(weight.excess(planned: nil, standing: .array([.object(["Arn": .string("arn:a:1")])])) == nil)
    }
}
