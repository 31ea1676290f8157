// Tags belong to the function, and changing them changes the revision of `$LATEST`; while an update is in progress they
// cannot be changed. Source: https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html#functions-states-updating
extension ControlPlane {
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html
    func listTags(_ call: Call) throws(Refusal) -> Answer {
        let function = try tagged(call)
        return .json(200, ["Tags": .object(function.tags.mapValues(JSON.string))])
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html
    mutating func tagResource(_ call: Call) throws(Refusal) -> Answer {
        var function = try tagged(call)
        try checkSettled(function, takesCode: false)
        let added = call.input["Tags"]?.object?.compactMapValues(\.string) ?? [:]
        function.tags.merge(added) { $1 }
        return retag(function, call)
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UntagResource.html
    mutating func untagResource(_ call: Call) throws(Refusal) -> Answer {
        var function = try tagged(call)
        try checkSettled(function, takesCode: false)
        for key in call.query where key.name == "tagKeys" { function.tags[key.value] = nil }
        return retag(function, call)
    }

    private func tagged(_ call: Call) throws(Refusal) -> Function {
        if call.reference?.qualifier != nil {
            throw .invalidParameter(
                "Tags on function aliases and versions are not supported. Please specify a function ARN.")
        }
        return try existing(call)
    }

    private mutating func retag(_ function: Function, _ call: Call) -> Answer {
        var function = function
        renew(
            &function.latest, of: function.name, at: call.now, author: call.author, cause: call.operation.rawValue)
        functions[function.name] = function
        return .empty
    }
}
