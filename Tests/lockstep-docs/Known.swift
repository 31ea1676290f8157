import AWSCore
import Engine
import Inputs
import Reporting

/// What the program knows of Lambda, read out of its own tables, as JSON: Tests/Model holds it against AWS's own model.
enum Known {
    static var json: JSONValue {
        let (settings, ownOfAWS) = ConfigurationMember.paths
        let bounds = KnownBound.all.map { ($0.name, JSONValue.integer($0.most)) }
        return .object([
            "inputs": texts(ActionInputs.names),
            "settings": texts(settings),
            "own": texts(ownOfAWS),
            "codes": texts(Remedy.all.flatMap(\.codes)),
            "runtimes": texts(KnownRuntime.all),
            "regions": texts(KnownRegion.all),
            "beginnings": texts(KnownRegion.beginnings.sorted()),
            "partitions": texts(Partition.all.map { "\($0.name) \"\($0.beginning)\" \($0.domain)" }),
            "endpoints": texts(EndpointVariant.table.split(separator: "\n").map(String.init)),
            "bounds": .object(Dictionary(bounds) { max, _ in max }),
        ])
    }

    private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}
