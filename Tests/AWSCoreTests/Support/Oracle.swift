import AWSCore
import FoundationEssentials
import Testing

/// What another program made of the same input, from Tests/Oracles.
func oracle(_ name: String, from file: String = #filePath) throws -> JSONValue {
    var url = URL(filePath: file)
    while url.lastPathComponent != "Tests" { url.deleteLastPathComponent() }
    return try #require(JSONValue(parsing: Array(Data(contentsOf: url.appending(path: "Oracles/\(name)")))))
}
