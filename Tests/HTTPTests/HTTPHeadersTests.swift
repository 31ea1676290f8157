import HTTP
import Testing

@Suite struct HTTPHeadersTests {
    private let headers = HTTPHeaders([
        .init(name: "Content-Type", value: "a"), .init(name: "X-One", value: "1"), .init(name: "x-one", value: "2"),
    ])

    @Test func namesAreFoundWithoutCase() {
        #expect(headers["content-TYPE"] == "a")
        #expect(headers["X-ONE"] == "1")
        #expect(headers["X-Two"] == nil)
    }

    @Test func settingReplacesAllOfTheName() {
        var headers = headers
        headers["X-one"] = "3"
        #expect(headers.fields.map(\.name) == ["Content-Type", "X-one"])
        #expect(headers["x-one"] == "3")
    }

    @Test func settingNothingRemovesAllOfTheName() {
        var headers = headers
        headers["X-one"] = nil
        #expect(headers.fields == [.init(name: "Content-Type", value: "a")])
    }
}
