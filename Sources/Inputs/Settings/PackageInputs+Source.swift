extension PackageInputs {
    /// The one source that is given, checked against what else is said of the package.
    func source(_ inspection: inout Inspection) -> PackageSource? {
        let found = sources(&inspection)
        guard found.count == 1, let source = found.first else {
            if found.count > 1 { inspection.note(found[1].input, Self.tooMany(found.map(\.input))) }
            return nil
        }
        return source.value
    }

    private typealias Given = (input: KeyPath<Self, String?>, value: PackageSource?)

    /// The sources that are given; one that is wrong counts, without a value.
    private func sources(_ inspection: inout Inspection) -> [Given] {
        var found: [Given] = []
        if let path = codeArtifactsDir.given { found.append((\.codeArtifactsDir, .directory(path: path))) }
        if let path = zipFile.given { found.append((\.zipFile, .zipFile(path: path))) }
        if found.isEmpty, s3Bucket.given != nil || s3Key.given != nil || s3ObjectVersion.given != nil {
            found.append((\.s3Bucket, object(&inspection)))
        }
        if imageUri.given != nil {
            let uri = inspection.read(\.imageUri, of: self, ImageAddress.read)
            found.append((\.imageUri, uri.map { .image(uri: $0) }))
        }
        if found.isEmpty { inspection.note(\Self.codeArtifactsDir, Self.none) }
        return found
    }

    private func object(_ inspection: inout Inspection) -> PackageSource? {
        if s3Bucket.given == nil {
            inspection.note(\Self.s3Bucket, "is missing: it belongs to s3-key and s3-object-version")
        }
        if s3Key.given == nil {
            inspection.note(
                \Self.s3Key,
                "is missing: it names the zip in s3-bucket (to upload one, give code-artifacts-dir or zip-file)")
        }
        let bucket = inspection.read(\.s3Bucket, of: self, TextRule.bucket.read)
        let key = inspection.read(\.s3Key, of: self, TextRule.objectKey.read)
        let version = inspection.read(\.s3ObjectVersion, of: self, TextRule.objectKey.read)
        guard let bucket, let key else { return nil }
        return .s3(bucket: bucket, key: key, version: version)
    }

    private static let none = """
        is missing: give the package by code-artifacts-dir, zip-file, s3-bucket with s3-key, or image-uri
        """

    private static func tooMany(_ inputs: [KeyPath<Self, String?>]) -> String {
        "is a second package: give only one of \(inputs.map(name).joined(separator: ", "))"
    }
}

extension ActionInputs {
    /// What else is said of the package must fit its source.
    func checkPackageType(of source: PackageSource, _ given: GivenConfiguration, _ inspection: inout Inspection) {
        let own = inspection.read(\.packageType, of: package, TextRule.oneOf(["Zip", "Image"]).read)
        let contradiction = "but the package given is of the type \(source.packageType)"
        if let own, own != source.packageType {
            inspection.note(\PackageInputs.packageType, "is \(own), \(contradiction)")
        }
        if let type = given.packageType, type != source.packageType, !package.isGiven(\.packageType) {
            inspection.note(\ConfigurationInputs.configuration, "has the PackageType \(type), \(contradiction)")
        }
        if source.packageType == "Image", package.isGiven(\.sourceKmsKeyArn) {
            inspection.note(\PackageInputs.sourceKmsKeyArn, "is for zip packages: leave it out with image-uri")
        }
    }
}
