extension Inspection {
    /// The input's meaning; `nil` if it is not given, or is wrong, which is noted.
    mutating func read<Group: InputGroup, Value>(
        _ input: KeyPath<Group, String?>, of group: Group, _ meaning: (String) throws(Complaint) -> Value
    ) -> Value? {
        guard let text = group[keyPath: input].given else { return nil }
        do throws(Complaint) {
            return try meaning(text)
        } catch {
            for reason in error.reasons { note(input, reason) }
            return nil
        }
    }

    mutating func remark<Group: InputGroup>(
        _ kind: InputRemark.Kind, _ input: KeyPath<Group, String?>, _ message: String
    ) {
        remark(kind, Group.name(of: input), message)
    }

    mutating func note<Group: InputGroup>(_ input: KeyPath<Group, String?>, _ message: String) {
        note(Group.name(of: input), message)
    }
}
