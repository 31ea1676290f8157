import HTTP

// The rooms above know bytes, not HTTP.
package typealias ByteSource = HTTP.ByteSource
package typealias ByteSourceFailure = HTTP.ByteSourceFailure
