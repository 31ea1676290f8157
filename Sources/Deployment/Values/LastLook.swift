import AWSServices

/// What the look at `$LATEST` after a failure showed.
package enum LastLook: Sendable {
    case seen(FunctionConfiguration)
    case notThere
    case failed
}
