import AWSCore
import Deployment

extension ExcessWeight {
    var sentence: Sentence {
        let shown = layers.map { "\(ours: $0.arn) (\(bytes: $0.bytes))" as Wording }.joined(separator: ", ")
        return .warning(
            title: "the package is too large with its layers",
            "It unpacks to \(bytes: package.bytes), and its layers to at least \(bytes: layersBytes), which is what they "
                + "take zipped: \(shown). Lambda accepts at most \(bytes: package.most) for both together, so it will "
                + "probably reject the code: remove files or layers.")
    }
}
