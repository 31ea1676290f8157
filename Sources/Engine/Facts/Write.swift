/// The writes there are, by AWS's names.
package enum Write: String, Sendable {
    case createFunction = "CreateFunction"
    case updateFunctionCode = "UpdateFunctionCode"
    case updateFunctionConfiguration = "UpdateFunctionConfiguration"
    case tagResource = "TagResource"
    case untagResource = "UntagResource"
    case invoke = "Invoke"
    case publishVersion = "PublishVersion"
    case createAlias = "CreateAlias"
    case updateAlias = "UpdateAlias"
    case createDeployment = "CreateDeployment"
    /// Of a version, never of the function.
    case deleteVersion = "DeleteFunction"
}
