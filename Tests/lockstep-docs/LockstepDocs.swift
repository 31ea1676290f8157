import FoundationEssentials

/// Writes what action.yml and the documents say of inputs and outputs, from their definitions. With the argument `known` it
/// prints what the program knows of Lambda instead.
@main
struct LockstepDocs {
    static func main() throws {
        guard !CommandLine.arguments.contains("known") else { return print(Known.json.text) }
        for page in try Page.all() {
            let file = URL(filePath: page.name)
            let text = try page.written(over: String(contentsOf: file, encoding: .utf8))
            try Data(text.utf8).write(to: file)
        }
    }
}
