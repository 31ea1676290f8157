import HTTP

extension ControlPlane {
    /// Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchGetImage.html
    func batchGetImage(_ call: Call) -> Answer {
        let repository = call.input["repositoryName"]?.string ?? ""
        let registry = call.input["registryId"]?.string ?? settings.account
        let name = "\(registry).dkr.ecr.\(settings.region).amazonaws.com/\(repository)"
        var images: [JSON] = []
        var failures: [JSON] = []
        for id in call.input["imageIds"]?.array ?? [] {
            let tag = id["imageTag"]?.string
            let uri = tag.map { "\(name):\($0)" } ?? "\(name)@\(id["imageDigest"]?.string ?? "")"
            if missingImages.contains(uri) {
                failures.append([
                    "imageId": id, "failureCode": "ImageNotFound", "failureReason": "Requested image not found",
                ])
            } else {
                images.append([
                    "registryId": .string(registry), "repositoryName": .string(repository),
                    "imageId": ["imageDigest": .string("sha256:\(digest(ofImage: uri))"), "imageTag": .text(tag)],
                    "imageManifestMediaType": .string(mediaType(ofImage: uri)),
                    "imageManifest": .string(manifest(ofImage: uri).text),
                ])
            }
        }
        return Answer(
            200, headers: [.init(name: "Content-Type", value: "application/x-amz-json-1.1")],
            body: JSON.object(["images": .array(images), "failures": .array(failures)]).bytes)
    }

    private func mediaType(ofImage uri: String) -> String {
        imageIndexes.contains(uri)
            ? "application/vnd.oci.image.index.v1+json" : "application/vnd.docker.distribution.manifest.v2+json"
    }

    /// In an index, an attestation lies beside each image.
    /// Source: https://docs.docker.com/build/metadata/attestations/attestation-storage/
    private func manifest(ofImage uri: String) -> JSON {
        guard imageIndexes.contains(uri) else { return ["schemaVersion": 2] }
        func image(_ os: String, _ architecture: String) -> JSON {
            [
                "digest": .string("sha256:\(digest(ofImage: "\(uri)-\(architecture)"))"),
                "platform": ["os": .string(os), "architecture": .string(architecture)],
            ]
        }
        return ["schemaVersion": 2, "manifests": [image("linux", "amd64"), image("unknown", "unknown")]]
    }
}
