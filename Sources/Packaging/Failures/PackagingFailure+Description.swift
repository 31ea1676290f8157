extension PackagingFailure: CustomStringConvertible {
    /// What is wrong and what would be right, in words that name the path. Names in it were chosen by others:
    /// whoever prints it has to make it harmless.
    package var description: String {
        switch self {
        case .missing(let path):
            "\(quoted(path)) does not exist. In a workflow a path begins at the workspace, and the rest of the machine, "
                + "such as /tmp, is not there: build the package in the workspace, in a step before and in the same job."
        case .unreadable(let path, let reason): "\(quoted(path)) cannot be read: \(reason)."
        case .changedWhileReading(let path):
            "\(quoted(path)) changed while it was being read. Is something still writing to it?"
        case .listTooLong(let path): "\(quoted(path)) \(IgnoreList.tooLong)."
        case .notWritten(let path, let reason): "The zip of \(quoted(path)) could not be built: \(reason)."
        case .zipTooLarge(let path, let bytes, let limit):
            "\(quoted(path)): the zip has \(bytes) bytes, and Lambda takes at most \(limit) directly. "
                + "Upload it to S3 and name it with s3-bucket and s3-key."
        case .unpackedTooLarge(let path, let bytes, let limit):
            "\(quoted(path)) holds at least \(bytes) bytes unpacked, and Lambda takes at most \(limit), layers included. "
                + "Leave files out, or use a container image."
        case .unfitDirectory(let path, let fault): "\(quoted(path)) \(fault.predicate)"
        case .unfitZip(let path, let fault): "\(quoted(path)) \(fault.predicate)"
        }
    }
}

extension DirectoryFault {
    fileprivate var predicate: String {
        switch self {
        case .notADirectory:
            "is a file, not a directory. Name the directory that holds the function's files, "
                + "or give a finished zip as zip-file."
        case .empty(false): "holds no file. Was the function built into another place?"
        case .empty(true): "holds no file but what is left out of the package."
        case .unfitEntries(let entries): "cannot be packaged: \(Self.list(entries))."
        case .tooManyEntries(let limit): "holds more than \(limit) files and directories. Is it the right one?"
        }
    }

    private static func list(_ entries: [UnfitEntry]) -> String {
        let shown = entries.prefix(10).map(\.sentence)
        let rest = entries.count - shown.count
        return (shown + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: "; ")
    }
}

extension UnfitEntry {
    fileprivate var sentence: String {
        let path = quoted(path)
        return switch why {
        case .nameIsNotUTF8: "the name of \(path) is not UTF-8"
        case .notAFile: "\(path) is neither a file, a directory nor a link"
        case .linkLeavesDirectory(let target): "the link \(path) leads out of the directory (to \(quoted(target)))"
        case .linkLeadsNowhere(let target): "the link \(path) leads to nothing in the directory (to \(quoted(target)))"
        case .linkRunsInCircles(let target): "the link \(path) leads in a circle (to \(quoted(target)))"
        }
    }
}

extension ZipFault {
    fileprivate var predicate: String {
        switch self {
        case .isADirectory: "is a directory, not a zip. Give it as code-artifacts-dir, and it is zipped for you."
        case .notAFile: "is not a file. Name a zip."
        case .notAZip(let content): "is not a zip: it is \(content.description)."
        case .cutOff: "begins as a zip, but its end is missing: it is cut off. Make it again."
        case .damaged(let entry, let reason):
            "is a damaged zip\(entry.map { ", at \(quoted($0))" } ?? ""): \(reason). Make it again."
        case .encrypted(let entry):
            "holds \(quoted(entry)) encrypted, and Lambda knows no password. Make the zip without one."
        case .unsafeName(let entry):
            "holds \(quoted(entry)), a path that leads out of the package. "
                + "Make the zip inside the directory that holds the function's files."
        case .empty: "is a zip without any file."
        }
    }
}

/// A path in quotes, without its middle if it is longer than anybody reads: what is wrong stands behind it, and messages
/// are cut.
private func quoted(_ path: String) -> String {
    let scalars = path.unicodeScalars
    guard scalars.count > 300 else { return "'\(path)'" }
    return "'\(String(scalars.prefix(100)))…\(String(scalars.suffix(200)))'"
}
