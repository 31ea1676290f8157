import AWSCore
import Synchronization
import Testing

@testable import Reporting

@Suite struct VoiceTests {
    private final class Lines: Console {
        private let written = Mutex<[String]>([])
        var all: [String] { written.withLock { $0 } }
        func write(_ line: String) { written.withLock { $0.append(line) } }
    }

    private let lines = Lines()

    private func voice(_ style: Voice.Style, of function: String?) -> Voice {
        let secrets = KnownSecrets()
        secrets.keep(["s3cretvalue"])
        return Voice(style: style, console: lines, secrets: secrets, functionName: function)
    }

    @Test func aDebugLineIsCleanedLikeEveryOther() {
        let attempt = AWSTry(
            operation: "GetFunction", took: .milliseconds(1234), status: 503, requestID: "r\n::error::x",
            setback: .unclear(reason: "##[error]s3cretvalue\r::stop-commands::y"), pause: .seconds(2))
        voice(.github, of: "orders").debug(attempt)
        #expect(lines.all.allSatisfy { $0.hasPrefix("::debug::") && !$0.contains("\n") && !$0.contains("\r") })
        let text = lines.all.joined()
        #expect(
            text.hasPrefix("::debug::GetFunction: 503, ") && text.hasSuffix("in 1234 ms; again after 2 s"), "\(text)")
        #expect(!text.contains("##[") && !text.contains("s3cretvalue") && text.contains("***"), "\(text)")
    }

    @Test func inATerminalTitlesAreFlushDetailsIndentedAndColoursOurs() {
        let voice = voice(.terminal(Looks(hasColours: true, hasLiveLine: false)), of: "orders")
        voice.head("Lockstep")
        voice.group("Update the code")
        voice.say("give zip-file, \(supplied: "a\u{1B}[31mzip-file")")
        voice.announce(title: "version 2 is live", "orders: version 2 is live")
        voice.warn(title: "x", "y")
        voice.fail(title: "x", "y")
        voice.complain("--memory-size must be a number\nor nothing")
        #expect(
            lines.all == [
                "Lockstep", "\u{1B}[1mUpdate the code\u{1B}[0m", "  give --zip-file, azip-file",
                "\u{1B}[1;32morders: version 2 is live\u{1B}[0m", "\u{1B}[1;33mwarning: orders: x\u{1B}[0m", "  y",
                "\u{1B}[1;31merror: orders: x\u{1B}[0m", "  y",
                "\u{1B}[1;31merror: --memory-size must be a number\u{1B}[0m", "  or nothing",
            ])
    }

    @Test func everyTitleBeginsWithTheFunctionsNameWhereOneIsKnown() {
        voice(.github, of: "orders").warn(title: "the alias moved", "x")
        voice(.github, of: nil).fail(title: "the alias moved", "x")
        voice(.terminal(.plain), of: "orders").announce(title: "version 2 is live", "x")
        #expect(
            lines.all == [
                "::warning title=orders%3A the alias moved::x", "::error title=The alias moved::x",
                "x",
            ])
    }
}
