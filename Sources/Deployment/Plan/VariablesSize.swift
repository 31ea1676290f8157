/// What environment variables take, all of them together.
package enum VariablesSize {
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#function-configuration-deployment-and-execution
    package static let most = 4096

    /// AWS measures the variables as compact JSON. Escapes are left out, so this is never too much.
    package static func bytes(ofAll sizes: [Int]) -> Int { sizes.reduce(1, +) }

    /// The same of one of them.
    package static func bytes(_ name: String, _ text: String) -> Int {
        name.utf8.count + text.utf8.count + #""":"","#.utf8.count
    }
}
