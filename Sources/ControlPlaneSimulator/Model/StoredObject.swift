extension ControlPlane {
    struct StoredObject: Sendable {
        let versionId: String
        let bytes: [UInt8]
        let checksum: String
    }

    enum Lookup {
        case found(StoredObject)
        case missing(code: String, message: String)
    }

    /// Stores an object, and says which version of it this is.
    @discardableResult
    package mutating func putObject(_ bucket: String, _ key: String, _ bytes: [UInt8]) -> String {
        let versionId = "version-\(objects["\(bucket)/\(key)", default: []].count + 1)"
        objects["\(bucket)/\(key)", default: []].append(
            StoredObject(versionId: versionId, bytes: bytes, checksum: Self.codeSha256(ofZip: bytes)))
        return versionId
    }

    func find(_ bucket: String, _ key: String, version: String?) -> Lookup {
        let versions = objects["\(bucket)/\(key)"] ?? []
        if let object = version.map({ id in versions.last { $0.versionId == id } }) ?? versions.last {
            return .found(object)
        }
        if !objects.keys.contains(where: { $0.hasPrefix("\(bucket)/") }) {
            return .missing(code: "NoSuchBucket", message: "The specified bucket does not exist")
        }
        return version == nil || versions.isEmpty
            ? .missing(code: "NoSuchKey", message: "The specified key does not exist.")
            : .missing(code: "NoSuchVersion", message: "The specified version does not exist.")
    }
}
