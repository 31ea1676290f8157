import HTTP

/// Carries requests over libcurl on one thread of its own, which starts with the first request.
///
/// Proxies are taken from the environment by libcurl itself (`HTTPS_PROXY`, `NO_PROXY` and their like,
/// https://curl.se/libcurl/c/libcurl-env.html). TLS is always verified, redirects are never followed, and nothing that may
/// change something (all but GET and HEAD) is ever sent twice. The body of a HEAD is not sent.
package final class LibcurlTransport: HTTPTransport {
    private let loop: EventLoop

    package init(settings: LibcurlSettings) {
        loop = EventLoop(settings: settings)
    }

    deinit {
        loop.close()
    }

    package func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        guard !Task.isCancelled else { throw .cancelled }
        let accepted = ContinuousClock.now
        let cancellation = Cancellation()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.submit(
                    Call(
                        request: request, accepted: accepted, cancellation: cancellation, continuation: continuation))
            }
        } onCancel: {
            cancellation.ask()
            loop.wake()
        }
        return try result.get()
    }

    /// Ends the thread and closes all connections. Requests under way end as cancelled, later ones as not sent.
    package func shutdown() {
        loop.close()
    }
}
