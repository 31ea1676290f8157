extension PackagingFailure: CustomStringConvertible {
    /// What is wrong and what would be right, in words that name the path. Names in it were chosen by others:
    /// whoever prints it has to make it harmless.
    package var description: String {
        switch self {
        case .missing(let path):
            "\(quoted(path)) does not exist. In a workflow a path begins at the workspace, and the rest of the machine, "
                + "such as /tmp, is not there: build the package in the workspace, in a step before and in the same job."
        case .linkedToNothing(let path, let end):
            "\(quoted(path)) is a link, or lies behind one, that leads to \(quoted(end)), and nothing is there. "
                + LinkMaker.elsewhere(end)
        case .unreadable(let path, let reason): "\(quoted(path)) cannot be read: \(reason)."
        case .changedWhileReading(let path):
            "\(quoted(path)) changed while it was being read. Is something still writing to it?"
        case .notOneFile(let pattern, []):
            "\(quoted(pattern)) fits no file. In a workflow a path begins at the workspace: build the package there, in a "
                + "step before and in the same job."
        case .notOneFile(let pattern, let found):
            "\(quoted(pattern)) fits \(found.count) files, and one is needed: \(listed(found.map(quoted)))."
        case .patternTooWide(let pattern, let limit):
            "\(quoted(pattern)) is looked for among more than \(limit) names. Begin it with the directory that it is in."
        case .listTooLong(let path): "\(quoted(path)) \(IgnoreList.tooLong)."
        case .notSaved(let path, let reason): "\(quoted(path)) cannot be written: \(reason)."
        case .notWritten(let path, let reason): "The zip of \(quoted(path)) could not be built: \(reason)."
        case .zipTooLarge(let path, let bytes, let limit, let largest):
            "\(quoted(path)): the zip has \(bytes) bytes, and Lambda takes at most \(limit) \(Self.way(limit)) "
                + "or make the package smaller.\(Self.list(largest))"
        case .unpackedTooLarge(let path, let bytes, let limit, let largest):
            "\(quoted(path)) holds at least \(bytes) bytes unpacked, and Lambda takes at most \(limit), layers included. "
                + "Leave files out, or use a container image.\(Self.list(largest))"
        case .unfitDirectory(let path, let fault): "\(quoted(path)) \(fault.predicate)"
        case .unfitZip(let path, let fault): "\(quoted(path)) \(fault.predicate)"
        }
    }
}

extension PackagingFailure {
    /// Two ways out of a limit, of which the first is there only below S3's.
    private static func way(_ limit: Int) -> String {
        limit < SizeLimits.lambdaFromS3.zip
            ? "in a request. Give s3-bucket, a bucket in the function's Region, and it goes there first;"
            : "from S3: look for what does not belong in it,"
    }

    private static func list(_ largest: [SizedFile]) -> String {
        let files = largest.map { "\(quoted($0.path)) (\($0.bytes) bytes)" }.joined(separator: ", ")
        return largest.isEmpty ? "" : " The largest of its files, unpacked: \(files)."
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
        case .unfitEntries(let entries): "cannot be packaged: \(listed(entries.map(\.sentence))).\(entries.cures)"
        case .tooManyLinks(let limit):
            "leads by its links to more than \(limit) directories, each of which would be packaged once for every link. "
                + LinkMaker.pnpm.cure
        case .tooManyEntries(let limit): "holds more than \(limit) files and directories. Is it the right one?"
        }
    }
}

extension UnfitEntry {
    fileprivate var sentence: String {
        let path = quoted(path)
        return switch why {
        case .nameIsNotUTF8: "the name of \(path) is not UTF-8"
        case .notAFile: "\(path) is neither a file, a directory nor a link"
        case .linkLeavesDirectory(let target, let end):
            "the link \(path) leads out of the directory (to \(way(target, end)))"
        case .linkLeadsNowhere(let target, let end, isLeftOut: false):
            "the link \(path) leads to nothing in the directory (to \(way(target, end)))"
        case .linkLeadsNowhere(let target, let end, isLeftOut: true):
            "the link \(path) leads to what is left out of the package (to \(way(target, end)))"
        case .linkRunsInCircles(let target): "the link \(path) leads in a circle (to \(quoted(target)))"
        }
    }

    private func way(_ target: String, _ end: String?) -> String {
        quoted(target) + (end.map { ", which ends at \(quoted($0))" } ?? "")
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

/// The first ten, and how many more there are.
private func listed(_ all: [String]) -> String {
    let rest = all.count - 10
    return (all.prefix(10) + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: "; ")
}

/// A path in quotes, without its middle if it is longer than anybody reads: what is wrong stands behind it, and messages
/// are cut.
func quoted(_ path: String) -> String {
    let scalars = path.unicodeScalars
    guard scalars.count > 300 else { return "'\(path)'" }
    return "'\(String(scalars.prefix(100)))…\(String(scalars.suffix(200)))'"
}
