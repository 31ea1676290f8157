/// Lambda gives fifty items a page at most, whatever MaxItems says.
private let pageSize = 50

extension ControlPlane {
    /// `$LATEST` first, then the oldest version first; rows carry neither State nor LastUpdateStatus.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html
    func listVersions(_ call: Call) throws(Refusal) -> Answer {
        let function = try existing(call)
        let published = [function.latestPublished?.version].compactMap(\.self)
        let isFirst = settings.listsLatestPublishedFirst
        let versions = (isFirst ? published : []) + function.versions + (isFirst ? [] : published)
        let rows = ([function.latest] + versions).map {
            row(of: $0, function.name, arn: function.qualifiedArn($0.name))
        }
        let (page, next) = page(of: rows, call)
        return .json(200, ["Versions": .array(page), "NextMarker": .text(next)])
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListAliases.html
    func listAliases(_ call: Call) throws(Refusal) -> Answer {
        let function = try existing(call)
        let version = call.query("FunctionVersion")
        let rows = function.aliases.values.sorted { $0.name < $1.name }
            .filter { version == nil || $0.functionVersion == version }
            .map { $0.json(functionArn: function.arn) }
        let (page, next) = page(of: rows, call)
        return .json(200, ["Aliases": .array(page), "NextMarker": .text(next)])
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListProvisionedConcurrencyConfigs.html
    func listProvisionedConcurrencyConfigs(_ call: Call) throws(Refusal) -> Answer {
        let function = try existing(call)
        let rows = function.provisioned.sorted { $0.key < $1.key }.map { qualifier, kept -> JSON in
            var row = kept.json(lastModified: function.latest.lastModified).object ?? [:]
            row["FunctionArn"] = .string(function.qualifiedArn(qualifier))
            return .object(row)
        }
        let (page, next) = page(of: rows, call)
        return .json(200, ["ProvisionedConcurrencyConfigs": .array(page), "NextMarker": .text(next)])
    }

    func page(of rows: [JSON], _ call: Call) -> (rows: [JSON], next: String?) {
        let start = min(call.query("Marker").flatMap { Int($0) } ?? 0, rows.count)
        let size = min(max(1, call.query("MaxItems").flatMap { Int($0) } ?? pageSize), pageSize)
        let end = min(start + size, rows.count)
        return (Array(rows[start..<end]), end < rows.count ? String(end) : nil)
    }
}
