import AWSCore
import Deployment

extension ExcessWeight {
    var sentence: Sentence {
        let shown = layers.map { "\(ours: $0.arn) (\(bytes: $0.bytes))" as Wording }.joined(separator: ", ")
        return .warning(
            title: "the package is too large with its layers",
            "Unpacked it has \(bytes: package.bytes), and its layers have at least \(bytes: layersBytes), which is what they "
                + "take zipped: \(shown). Lambda takes at most \(bytes: package.most) of both together, so it will "
                + "probably refuse the code: leave files out, or layers.")
    }
}
