import AWSCore

/// What a zip package amounts to once it is unpacked, and what Lambda takes of it and of layers together.
package struct PackageWeight: Sendable, Equatable {
    /// Unpacked.
    package let bytes: Int
    package let most: Int

    package init(bytes: Int, most: Int) {
        self.bytes = bytes
        self.most = most
    }

    /// What is more than Lambda takes together with the layers that are planned, as far as the function that stands tells
    /// their sizes.
    /// - Parameters:
    ///   - planned: The member `Layers` of the plan; nil leaves those that stand.
    ///   - standing: The member as AWS shows it.
    /// - Returns: nil if there may be room for all.
    package func excess(planned: JSONValue?, standing: JSONValue?) -> ExcessWeight? {
        let wanted = planned?.array?.compactMap { $0.string ?? $0["Arn"]?.string }
        let layers = (standing?.array ?? []).compactMap { layer -> ExcessWeight.Layer? in
            guard let arn = layer["Arn"]?.string, let bytes = layer["CodeSize"]?.integer,
                wanted?.contains(arn) ?? true
            else { return nil }
            return ExcessWeight.Layer(arn: arn, bytes: bytes)
        }
        let excess = ExcessWeight(package: self, layers: layers)
        return layers.isEmpty || bytes + excess.layersBytes <= most ? nil : excess
    }
}

/// A package that is too large together with its layers.
package struct ExcessWeight: Sendable, Equatable {
    package struct Layer: Sendable, Equatable {
        package let arn: String
        /// Zipped: unpacked it is more, and AWS does not tell how much.
        package let bytes: Int
    }

    package let package: PackageWeight
    package let layers: [Layer]

    package var layersBytes: Int { layers.reduce(0) { $0 + $1.bytes } }
}
