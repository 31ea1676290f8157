import AWSCore
import HTTP
import Testing

private let text =
    "https://awslambda-eu-west-1-tasks.s3.eu-west-1.amazonaws.com/snapshots/123/f-1?versionId=a%2Fb&X-Amz-Signature=00"

@Test func aLinkIsSentAsItStandsAndNotSignedAgain() async throws {
    let bench = try Bench([success])
    var call = bench.call(.read)
    call.link = PresignedLink(text)
    _ = try await bench.send(call, within: budget)
    let request = try #require(bench.transport.requests.first)
    #expect(request.url == text)
    #expect(request.headers.fields.map(\.name) == ["User-Agent"])
}

@Test func whatALinkNeedsToBeSentIsThere() async throws {
    let bench = try Bench([reset, success])
    var call = bench.call(.read)
    call.link = PresignedLink("http://127.0.0.1:4566/bucket/key")
    let file = try MemoryFile()
    call.sink = file
    _ = try await bench.send(call, within: budget)
    #expect(bench.transport.requests.map(\.url) == Array(repeating: "http://127.0.0.1:4566/bucket/key", count: 2))
    #expect(bench.transport.requests.allSatisfy { $0.sink as? MemoryFile === file })
}

@Test(arguments: [
    "", "snapshots/1", "ftp://host/key", "https://host", "https://host/a b", "https://host/é", "https:///k",
])
func whatIsNoAddressIsNoLink(_ text: String) {
    #expect(PresignedLink(text) == nil)
}

@Test func aLinkIsNeverShownAndNeverADifference() throws {
    let link = try #require(PresignedLink(text))
    var dumped = ""
    dump(link, to: &dumped)
    for shown in ["\(link)", String(reflecting: link), dumped] { #expect(!shown.contains("snapshots"), "\(shown)") }
    #expect(try link == #require(PresignedLink("https://another.example/key?X-Amz-Signature=11")))
}

@Suite struct MemoryFileTests {
    private func append(_ text: String, to file: MemoryFile) throws {
        try Array(text.utf8).withUnsafeBytes { try file.append($0) }
    }

    private func text(of file: MemoryFile, from offset: Int) throws -> String {
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = try bytes.withUnsafeMutableBytes { try file.read(at: offset, into: $0) }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    @Test func whatIsWrittenIsRead() throws {
        let file = try MemoryFile()
        #expect(file.count == 0)
        try append("one, ", to: file)
        try append("two", to: file)
        #expect(file.count == 8)
        #expect(try text(of: file, from: 0) == "one, two" && text(of: file, from: 5) == "two")
        #expect(try text(of: file, from: 8).isEmpty)
        #expect(try SHA256Digest.of(file) == SHA256Digest.of(Array("one, two".utf8)))
    }

    @Test func itIsFilledAnew() throws {
        let file = try MemoryFile()
        try append("something long", to: file)
        try file.begin()
        try append("short", to: file)
        #expect(try file.count == 5 && text(of: file, from: 0) == "short")
    }
}
