import HTTP

// The rooms above import this one only; these are the words of HTTP that calls to AWS are written in.
package typealias ByteSink = HTTP.ByteSink
package typealias ByteSlice = HTTP.ByteSlice
package typealias ByteSource = HTTP.ByteSource
package typealias ByteSourceFailure = HTTP.ByteSourceFailure
package typealias HTTPBody = HTTP.HTTPBody
package typealias HTTPHeaders = HTTP.HTTPHeaders
package typealias HTTPMethod = HTTP.HTTPRequest.Method
package typealias HTTPQueryItem = HTTP.HTTPQueryItem
package typealias HTTPResponse = HTTP.HTTPResponse

/// The text as one segment of a path: letters, digits and `-._~` as they are, the rest as `%XX`.
package func pathSegment(_ text: String) -> String {
    percentEncoded(text)
}
