import AWSCore

extension Lambda {
    /// All rows of a list, read to its last page. AWS gives at most 50 a page, whatever is asked for.
    /// - Parameter member: what the rows stand under.
    func rows(_ list: AWSCall, _ member: String, within budget: Duration) async throws(AWSFailure) -> [JSONValue] {
        let deadline = client.deadline(after: budget)
        var rows: [JSONValue] = []
        var marker: String?
        for _ in 0..<mostPages {
            var call = list
            call.query.append(HTTPQueryItem(name: "MaxItems", value: "50"))
            if let marker { call.query.append(HTTPQueryItem(name: "Marker", value: marker)) }
            let page = try await client.send(call, within: deadline.left) { answer throws(UnreadableAnswer) in
                try Page(answer, member)
            }
            rows += page.rows
            guard let next = page.nextMarker else { return rows }
            guard next != marker else { break }
            marker = next
        }
        throw .outcomeUnknown(operation: list.operation, reason: "the list does not end")
    }

    /// The versions and aliases that the rows of a list are about.
    func qualifiers(
        _ list: AWSCall, _ member: String, within budget: Duration
    ) async throws(AWSFailure) -> Set<String> {
        var qualifiers: Set<String> = []
        for row in try await rows(list, member, within: budget) {
            // function:NAME:QUALIFIER
            let parts = row["FunctionArn"]?.string.flatMap(ARN.init)?.resourceParts ?? []
            guard parts.count == 3, let qualifier = parts.last, !qualifier.isEmpty else {
                throw .outcomeUnknown(operation: list.operation, reason: "a row names no version or alias")
            }
            qualifiers.insert(String(qualifier))
        }
        return qualifiers
    }
}

/// 50,000 rows.
private let mostPages = 1_000

private struct Page {
    let rows: [JSONValue]
    let nextMarker: String?

    init(_ answer: HTTPResponse, _ member: String) throws(UnreadableAnswer) {
        let members = try answer.jsonObject
        guard let rows = members[member]?.array else {
            throw UnreadableAnswer(reason: "the answer has no \(member)")
        }
        self.rows = rows
        nextMarker = members["NextMarker"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    }
}
