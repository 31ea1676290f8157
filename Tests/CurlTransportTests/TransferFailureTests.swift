import CCurl
import Glibc
import HTTP
import Testing

@testable import CurlTransport

@Suite struct TransferFailureTests {
    @Test func whatWasNotBegunToBeSentIsNotSent() {
        let stop = Stop.because("no route")
        #expect(HTTPFailure(stop, wasSent: false, authority: "h:1") == .notSent(reason: "no route (h:1)"))
        #expect(HTTPFailure(stop, wasSent: true, authority: "h:1") == .outcomeUnknown(reason: "no route (h:1)"))
        #expect(HTTPFailure(.cancelled, wasSent: true, authority: "h:1") == .cancelled)
    }

    @Test(arguments: [
        (
            CURLE_COULDNT_CONNECT, "Failed to connect to h port 1 after 0 ms: Couldn't connect", ECONNREFUSED,
            "Connection refused"
        ),
        (
            CURLE_COULDNT_CONNECT, "Failed to connect to proxy port 1", ECONNREFUSED,
            "Connection refused: Failed to connect to proxy port 1"
        ),
        (CURLE_COULDNT_RESOLVE_HOST, "Could not resolve host: h", 0, "Could not resolve host: h"),
        (CURLE_GOT_NOTHING, "", 0, "Server returned nothing (no headers, no data)"),
        (CURLE_SEND_FAIL_REWIND, "necessary data rewind wasn't possible", 0, closedBeforeAnswer),
    ])
    func theReasonIsInThePlainestWordsThereAre(code: CURLcode, text: String, systemError: Int32, expected: String) {
        #expect(reason(code: code, text: text, systemError: systemError, host: "h", isInContainer: true) == expected)
    }

    @Test(arguments: ["localhost", "127.0.0.1", "::1"])
    func thatAContainersLoopbackIsItsOwnIsSaid(host: String) {
        let text = "Failed to connect to \(host) port 3128 after 0 ms: Couldn't connect to server"
        func told(isInContainer: Bool) -> String {
            reason(
                code: CURLE_COULDNT_CONNECT, text: text, systemError: ECONNREFUSED, host: host,
                isInContainer: isInContainer)
        }
        #expect(told(isInContainer: true).contains("is the container itself: use host.docker.internal"))
        #expect(told(isInContainer: false) == "Connection refused")
    }
}
