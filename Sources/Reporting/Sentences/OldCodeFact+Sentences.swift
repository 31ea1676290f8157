import AWSCore
import Deployment

extension OldCodeFact {
    var sentences: [Sentence] {
        switch self {
        case .kept(let code, _): [.said(code.wording)]
        case .notKept(let reason):
            [
                .warning(
                    title: "the current code could not be kept",
                    "The code that stands now could not be kept: \(reason). If this deployment fails, $LATEST cannot be put "
                        + "back.")
            ]
        }
    }
}

extension OldCode {
    fileprivate var wording: Wording {
        switch self {
        case .zip(let bytes):
            "Kept the code that stands now (\(bytes: bytes.count)), in case it has to be put back"
        case .version(let number):
            "The code that stands now is also that of version \(ours: number.description), in case it has to be put back"
        case .image(let uri): "The image that stands now, in case it has to be put back: \(supplied: uri)"
        case .object(let address, let version):
            "The code that stands now, in case it has to be put back: "
                + "\(supplied: "s3://\(address.bucket)/\(address.key)")"
                + (version.map { " (version \(supplied: $0))" } ?? "")
        }
    }
}
