extension ControlPlane {
    /// An update is an update even if it changes nothing.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
    mutating func updateFunctionConfiguration(_ call: Call) throws(Refusal) -> Answer {
        var function = try existing(call)
        try checkConfigurationSize(call.input)
        try checkValues(call.input)
        try checkDurability(call.input, standing: function.latest)
        try checkWritable(function, revisionId: call.revisionId, takesCode: false)
        try checkRole(call)
        try checkLayersAreThere(call)
        try checkLayers(call.input["Layers"], beside: function.latest.code)
        try function.latest.checkNetwork(call.input)
        // Only CreateFunction knows that one.
        let unknown = settings.unknownMembers.union(["TenancyConfig"])
        function.latest.apply(call.input.without(unknown), author: call.author, layerSizes: settings.layerSizes)
        beginUpdate(of: &function, settings.configurationUpdate, call)
        functions[function.name] = function
        return .json(200, json(of: function.latest, function.name, arn: function.arn))
    }
}
