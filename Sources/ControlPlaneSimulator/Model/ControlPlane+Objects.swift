extension ControlPlane {
    /// Somebody writes another package under each key.
    mutating func replaceObjects(by bytes: [UInt8]) {
        for (name, bucket) in buckets {
            for key in bucket.objects.keys { putObject(name, key, bytes) }
        }
    }

    mutating func deleteObjects() { expireObjects(below: "") }

    /// A lifecycle rule has removed what lies under these keys, every version of it.
    package mutating func expireObjects(below prefix: String) {
        for (name, bucket) in buckets {
            buckets[name]?.objects = bucket.objects.filter { !$0.key.hasPrefix(prefix) }
        }
    }
}
