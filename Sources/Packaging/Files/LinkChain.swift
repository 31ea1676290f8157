import Glibc

/// Where a path of this machine leads by its links.
struct LinkChain {
    /// As Linux: https://man7.org/linux/man-pages/man7/path_resolution.7.html
    static let mostLinks = 40

    /// The last link on the way; nil if there is none.
    private(set) var link: String?
    /// What is there without links, or would be: the whole path behind the last link.
    private(set) var end: String

    /// - Returns: nil for links that run in a circle. What cannot be looked at ends the chain.
    init?(from path: String) {
        var at = path.hasPrefix("/") ? "" : "."
        var ahead = path.split(separator: "/").map(String.init)[...]
        var links = 0
        while let name = ahead.popFirst() {
            if name == "." { continue }
            if name == ".." {
                at = Self.parent(of: at)
                continue
            }
            let here = "\(at)/\(name)"
            guard let target = linkTarget(at: here) else {
                at = here
                continue
            }
            links += 1
            guard links <= Self.mostLinks else { return nil }
            link = here
            if target.hasPrefix("/") { at = "" }
            ahead = target.split(separator: "/").map(String.init) + ahead
        }
        end = at.hasPrefix("./") ? String(at.dropFirst(2)) : at.isEmpty ? "/" : at
    }

    /// - Parameter place: Without links: empty for the top of all, else `.` and names, or `/` and names.
    private static func parent(of place: String) -> String {
        if place == "." || place.hasSuffix("/..") { return "\(place)/.." }
        return place.lastIndex(of: "/").map { String(place[..<$0]) } ?? ""
    }
}

/// - Returns: nil for what is no link, or one whose target is not UTF-8.
func linkTarget(at path: String) -> String? {
    let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: Int(PATH_MAX))
    defer { buffer.deallocate() }
    let count = readlink(path, buffer, Int(PATH_MAX))
    return count < 0 ? nil : String(validating: UnsafeBufferPointer(start: buffer, count: count), as: UTF8.self)
}

/// The path without links, `.` and `..`.
func realPath(of path: String) throws(PackagingFailure) -> String {
    guard let real = realpath(path, nil) else { throw .unopened(path: path, errno: errno) }
    defer { free(real) }
    return String(cString: real)
}

extension PackagingFailure {
    /// A path that could not be opened or looked at.
    static func unopened(path: String, errno number: Int32) -> PackagingFailure {
        guard number == ENOENT || number == ENOTDIR else { return .unreadable(path: path, reason: reason(number)) }
        guard let chain = LinkChain(from: path), chain.link != nil else { return .missing(path: path) }
        return .linkedToNothing(path: path, end: chain.end)
    }
}
