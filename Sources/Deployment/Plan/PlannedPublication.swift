/// The version that is to be published, and the alias that is to serve it.
package struct PlannedPublication: Sendable {
    /// At most 256 characters.
    package var versionDescription: String
    /// The alias that is to point at the version.
    package var alias: String?
    package var traffic: PlannedTraffic

    package init(versionDescription: String, alias: String?, traffic: PlannedTraffic) {
        self.versionDescription = versionDescription
        self.alias = alias
        self.traffic = traffic
    }
}
