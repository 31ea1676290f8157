import HTTP

/// What an operation answers when it does not refuse.
struct Answer {
    let status: Int
    var headers: [HTTPHeaders.Field]
    let body: [UInt8]
    /// For the history: the error that it tells.
    var error: String?

    init(_ status: Int, headers: [HTTPHeaders.Field], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    static func json(_ status: Int, _ value: JSON) -> Answer {
        Answer(status, headers: [.init(name: "Content-Type", value: "application/json")], body: value.bytes)
    }

    static let empty = Answer(204, headers: [], body: [])
}

extension Refusal {
    var answer: Answer {
        var answer = form == .json ? Answer.json(status, body) : xmlAnswer
        if form == .json { answer.headers.append(.init(name: "x-amzn-errortype", value: type)) }
        answer.error = type
        return answer
    }
}
