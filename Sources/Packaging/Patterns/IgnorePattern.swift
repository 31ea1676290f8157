/// One line of a `.gitignore`: which paths it is about, and whether it leaves them out or brings them back.
///
/// Source: https://git-scm.com/docs/gitignore#_pattern_format, and for what that leaves open
/// https://github.com/git/git/blob/v2.39.5/dir.c (parse_path_pattern, match_basename, match_pathname)
struct IgnorePattern: Sendable, Equatable {
    private enum Form: Equatable {
        /// The name of a file or folder at any depth.
        case name(ArraySlice<UInt8>)
        case nameLike(Wildcards)
        /// The path from the top: a beginning without wildcards, and the rest.
        case path(ArraySlice<UInt8>)
        case pathLike(beginning: ArraySlice<UInt8>, Wildcards)
        case nothing
    }

    /// As it was written.
    let text: String
    let bringsBack: Bool
    private let isForDirectories: Bool
    private let form: Form

    /// - Returns: nil for an empty line and a comment.
    init?(line: ArraySlice<UInt8>) {
        let line = Self.withoutEnd(line)
        guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
        text = String(decoding: line, as: UTF8.self)
        bringsBack = first == UInt8(ascii: "!")
        let pattern = bringsBack ? line.dropFirst() : line
        isForDirectories = pattern.last == UInt8(ascii: "/")
        form = Self.form(of: isForDirectories ? pattern.dropLast() : pattern)
    }

    private static func form(of pattern: ArraySlice<UInt8>) -> Form {
        let plain = pattern.prefix { !Array("*?[\\".utf8).contains($0) }
        guard pattern.contains(UInt8(ascii: "/")) else {
            return plain.count == pattern.count ? .name(pattern) : Wildcards(pattern).map(Form.nameLike) ?? .nothing
        }
        let beginning = plain.first == UInt8(ascii: "/") ? plain.dropFirst() : plain
        if plain.count == pattern.count { return .path(beginning) }
        // What follows the plain beginning is a pattern of its own to git: of `a/b**` the stars are at its start.
        let rest = Wildcards(pattern[plain.endIndex...])
        return rest.map { .pathLike(beginning: beginning, $0) } ?? .nothing
    }

    /// A carriage return before the line's end is none of the pattern's, nor are blanks, unless they are escaped.
    private static func withoutEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let line = (line.last == UInt8(ascii: "\r") ? line.dropLast() : line).prefix { $0 != 0 }
        var end = line.startIndex
        var place = line.startIndex
        while place < line.endIndex {
            if line[place] == UInt8(ascii: "\\") {
                // A backslash at the end escapes nothing, and git then leaves the blanks before it.
                place = min(place + 2, line.endIndex)
                end = place
            } else {
                place += 1
                if line[place - 1] != UInt8(ascii: " ") { end = place }
            }
        }
        return line[..<end]
    }

    /// - Parameter path: From the top, with slashes.
    func matches(_ path: ArraySlice<UInt8>, isDirectory: Bool) -> Bool {
        guard isDirectory || !isForDirectories else { return false }
        switch form {
        case .name(let name): return Self.name(of: path).elementsEqual(name)
        case .nameLike(let wildcards): return wildcards.matches(Self.name(of: path))
        case .path(let whole): return path.elementsEqual(whole)
        case .pathLike(let beginning, let wildcards):
            return path.starts(with: beginning) && wildcards.matches(path.dropFirst(beginning.count))
        case .nothing: return false
        }
    }

    private static func name(of path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        path.lastIndex(of: UInt8(ascii: "/")).map { path[($0 + 1)...] } ?? path
    }
}
