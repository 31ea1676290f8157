import AWSCore

extension Lambda {
    /// All published versions, oldest first, `$LATEST` left out, read to the last page.
    /// Rows carry no `State` and no `LastUpdateStatus`.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html
    package func listVersions(
        _ name: String, within budget: Duration
    ) async throws(AWSFailure) -> [FunctionConfiguration] {
        let deadline = client.deadline(after: budget)
        var versions: [FunctionConfiguration] = []
        var marker: String?
        for _ in 0..<VersionPage.mostPages {
            let page = try await versionPage(name, marker, within: deadline.left)
            versions += page.versions
            guard let next = page.nextMarker else { return versions.filter { $0.version != "$LATEST" } }
            guard next != marker else { break }
            marker = next
        }
        throw .outcomeUnknown(operation: VersionPage.operation, reason: "the list of versions does not end")
    }

    private func versionPage(
        _ name: String, _ marker: String?, within budget: Duration
    ) async throws(AWSFailure) -> VersionPage {
        var call = AWSCall.read(VersionPage.operation, functionPath(name, "versions"))
        call.query = [HTTPQueryItem(name: "MaxItems", value: "50")]
        if let marker { call.query.append(HTTPQueryItem(name: "Marker", value: marker)) }
        return try await client.send(call, within: budget, read: VersionPage.init(answer:))
    }
}

private struct VersionPage {
    static let operation = "ListVersionsByFunction"
    /// 50,000 versions. AWS gives at most 50 a page, whatever is asked for.
    static let mostPages = 1_000

    let versions: [FunctionConfiguration]
    let nextMarker: String?

    init(answer: HTTPResponse) throws(UnreadableAnswer) {
        let members = try answer.jsonObject
        guard let rows = members["Versions"]?.array else {
            throw UnreadableAnswer(reason: "the answer has no Versions")
        }
        versions = rows.compactMap { $0.object.map(FunctionConfiguration.init(members:)) }
        nextMarker = members["NextMarker"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    }
}
