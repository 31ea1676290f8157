import AWSCore
import AWSServices
import Engine

/// All that one look shows of `$LATEST` and that a run can change.
struct Standing {
    var content: FunctionContent
    /// `nil` where it was not told.
    var storage: PackageStorage?
    /// `nil` where they were not told.
    var tags: [String: String]?

    init(_ function: FunctionDescription) {
        content = FunctionContent(of: function)
        storage = function.storage
        tags = function.tags
    }
}

extension Standing {
    /// How `$LATEST` would stand without this run: what it left goes back to what this was, and what others have changed
    /// since stays theirs.
    /// - Parameters:
    ///   - left: as this run left it.
    ///   - seen: as it stands now.
    func restored(from left: Standing, in seen: Standing) -> Standing {
        var target = seen
        if seen.hasCode(of: left) { target.takeCode(of: self) }
        for member in Set(content.members.keys).union(seen.content.members.keys) {
            let seen = seen.content.members[member]
            target.content.members[member] = JSONValue.choosing(
                content.members[member], where: seen, is: left.content.members[member], else: seen)
        }
        guard let before = tags, let leftTags = left.tags, let seenTags = seen.tags else { return target }
        for key in Set(before.keys).union(seenTags.keys) where leftTags[key] == seenTags[key] {
            target.tags?[key] = before[key]
        }
        return target
    }

    /// Whether the same package lies here, by what AWS shows of it.
    func hasCode(of other: Standing) -> Bool {
        content.codeSha256 == other.content.codeSha256 && content.architectures == other.content.architectures
    }

    mutating func takeCode(of other: Standing) {
        content.codeSha256 = other.content.codeSha256
        content.architectures = other.content.architectures
        content.imageUri = other.content.imageUri
        storage = other.storage
    }

    /// Whether code has to be sent to make `seen` this. An image may be named otherwise: its digest tells which it is.
    func needsCode(over seen: Standing) -> Bool {
        guard hasCode(of: seen) else { return true }
        guard let storage, let standing = seen.storage else { return false }
        return storage != standing
    }

    /// What is to be changed to make `seen` this. Tags count where both tell them.
    func differences(from seen: Standing) -> [Difference] {
        Difference.between(seen.content, content) + tagDifferences(from: seen)
    }

    private func tagDifferences(from seen: Standing) -> [Difference] {
        guard let before = seen.tags, let after = tags else { return [] }
        return Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }.map { key in
            .ofTag(key, before: before[key].map(JSONValue.string), after: after[key].map(JSONValue.string))
        }
    }
}
