/// What can be told of an image by its address alone. Lambda says it only after other things have been written.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#images-reqs
enum ImageAddress {
    /// One image, with one tag at most.
    static func read(_ text: String) throws(Complaint) -> String {
        let images = text.split { $0.isWhitespace || $0 == "," }
        guard images.count == 1 else {
            throw Complaint(
                "names \(images.count) images, but a function has one: give one tag or, better, the digest "
                    + "(the output tags of docker/metadata-action is a list)")
        }
        let name = text.split(separator: "@", omittingEmptySubsequences: false).first ?? ""
        let tags = (name.split(separator: "/").last ?? "").split(separator: ":").dropFirst()
        guard tags.count < 2 else {
            throw Complaint(
                "has \(tags.count) tags (\(tags.joined(separator: ", ").quoted)), but an image is named by one")
        }
        return try TextRule.imageURI.read(text)
    }

    /// Why Lambda cannot take it, as the end of a sentence that the input's name begins.
    /// - Parameter region: the function's.
    static func fault(of uri: String, in region: String) -> String? {
        let host = (uri.split(separator: "/").first ?? "").split(separator: ".").map(String.init)
        // 123456789012.dkr.ecr.REGION.amazonaws.com, and 123456789012.dkr-ecr.REGION.on.aws, also with -fips.
        let service = host.firstIndex { ["ecr", "ecr-fips", "dkr-ecr", "dkr-ecr-fips"].contains($0) }
        guard let service, host.first?[...].isAccountID == true, service + 1 < host.count else {
            let account = "ACCOUNT.dkr.ecr.\(region).amazonaws.com"
            return
                "is in \(host.joined(separator: ".").quoted), but Lambda takes images from private repositories of Amazon ECR only: "
                + "push it to one, such as \(account)/name"
        }
        let named = host[service + 1]
        guard named != region else { return nil }
        return
            "is in \(named), but a function takes images of its own Region only, \(region): push or replicate it there"
    }
}
