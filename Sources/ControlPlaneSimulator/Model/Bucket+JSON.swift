extension ControlPlane.Bucket {
    /// What is in it, for tests that talk to the simulator over HTTP.
    package var json: JSON {
        [
            "region": .string(region), "owner": .string(owner),
            "objects": .object(objects.mapValues { .array($0.map(\.json)) }),
            "uploads": .object(uploads.mapValues { ["key": .string($0.key), "parts": .integer($0.parts.count)] }),
        ]
    }
}

extension ControlPlane.StoredObject {
    fileprivate var json: JSON {
        ["versionId": .text(versionId), "size": .integer(content.count), "checksum": .text(checksum)]
    }
}
