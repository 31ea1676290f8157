/// What only matters for a function that is not there yet.
package struct PlannedCreation: Sendable {
    /// `Zip` or `Image`.
    package var packageType: String
    package var codeSigningConfigArn: String?

    package init(packageType: String, codeSigningConfigArn: String?) {
        self.packageType = packageType
        self.codeSigningConfigArn = codeSigningConfigArn
    }
}
