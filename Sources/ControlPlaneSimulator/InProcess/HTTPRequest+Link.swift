import HTTP

extension HTTPRequest {
    /// The same as a server reads it: an address that stands for itself has its query in its path.
    var withQueryApart: HTTPRequest {
        guard let mark = path.firstIndex(of: "?") else { return self }
        var request = self
        request.path = String(path[..<mark])
        request.query = path[mark...].dropFirst().split(separator: "&").map { item in
            let name = item.prefix { $0 != "=" }
            return HTTPQueryItem(
                name: percentDecoded(name), value: percentDecoded(item.dropFirst(name.count).dropFirst()))
        }
        return request
    }
}

extension HTTPResponse {
    /// Without its body, which the sink takes where it is one of success.
    func poured(into sink: (any ByteSink)?) throws(HTTPFailure) -> HTTPResponse {
        guard let sink, (200..<300).contains(status) else { return self }
        do throws(ByteSinkFailure) {
            try sink.begin()
            try body.withUnsafeBufferPointer { bytes throws(ByteSinkFailure) in
                try sink.append(UnsafeRawBufferPointer(bytes))
            }
        } catch {
            throw .outcomeUnknown(reason: error.reason)
        }
        return withBody([])
    }
}
