import AWSCore
import Deployment

extension ImageDoubt {
    var sentence: Sentence {
        guard isIndex else {
            return .warning(
                title: "the image may not be supported",
                "image-uri points to \(supplied: mediaType), and Lambda accepts Docker's image manifest V2 or an OCI image "
                    + "manifest. It is sent all the same, and AWS decides.")
        }
        return .warning(
            title: "the image is an index",
            "image-uri points to an index (\(supplied: mediaType)), and so far Lambda has accepted single images only. It is "
                + "sent all the same, and AWS decides. Docker's buildx writes an index for several platforms, and for "
                + "provenance: build with provenance: false, sbom: false and one platform.\(alternative)")
    }

    private var alternative: Wording {
        let shown = platforms.map { "\(supplied: $0.uri) (\(supplied: $0.name))" as Wording }
        return shown.isEmpty ? "" : " Or set image-uri to the image in it: \(shown.joined(separator: ", "))."
    }
}
