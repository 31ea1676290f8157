import HTTP

package struct AWSClient: Sendable {}
