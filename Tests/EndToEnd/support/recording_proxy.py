"""A proxy before a control plane that keeps every call with its answer and its times."""

from __future__ import annotations

import http.client
import json
import ssl
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Callable
from urllib.parse import urlsplit

OPERATIONS = {
    ("POST", ""): "CreateFunction",
    ("GET", "NAME"): "GetFunction",
    ("GET", "NAME/configuration"): "GetFunctionConfiguration",
    ("PUT", "NAME/configuration"): "UpdateFunctionConfiguration",
    ("PUT", "NAME/code"): "UpdateFunctionCode",
    ("GET", "NAME/versions"): "ListVersionsByFunction",
    ("POST", "NAME/versions"): "PublishVersion",
    ("POST", "NAME/aliases"): "CreateAlias",
    ("GET", "NAME/aliases/ALIAS"): "GetAlias",
    ("PUT", "NAME/aliases/ALIAS"): "UpdateAlias",
    ("GET", "NAME/provisioned-concurrency"): "GetProvisionedConcurrencyConfig",
    ("POST", "NAME/invocations"): "Invoke",
}

# Operations whose name stands in a header, and which change nothing.
QUESTIONS = ("BatchGetImage", "DescribeAlarms", "GetDeployment", "ListDeployments")

# Between proxy and server only; what they say about the connection is not passed on.
HOP_BY_HOP = ("connection", "keep-alive", "transfer-encoding", "proxy-connection", "expect")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes


@dataclass
class Call:
    method: str
    target: str
    """Path and query as they stood on the wire."""
    headers: list[tuple[str, str]]
    body: bytes
    arrived: float
    """Times are of time.monotonic()."""
    status: int = 0
    answer: bytes = b""
    answered: float = 0

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def operation(self) -> str:
        """AWS's name for the call; its path where we have none."""
        if self.is_link:
            return "DownloadCode"
        parts = self.path.strip("/").split("/")[2:]
        names = ["NAME", parts[1] if len(parts) > 1 else "", "ALIAS"]
        return OPERATIONS.get((self.method, "/".join(names[: len(parts)])), self.path)

    @property
    def is_link(self) -> bool:
        """Whether it follows the link that GetFunction shows, which Lambda has signed."""
        return self.method == "GET" and self.path.startswith("/awslambda-")

    @property
    def is_write(self) -> bool:
        asked = (self.header("X-Amz-Target") or "").rpartition(".")[2]
        # STS's operations stand in the body.
        is_question = self.operation == "Invoke" or asked in QUESTIONS or self.body.startswith(b"Action=Get")
        return self.method not in ("GET", "HEAD") and not is_question

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    def answer_json(self) -> dict:
        return json.loads(self.answer)

    def __str__(self) -> str:
        return f"{self.method} {self.target} -> {self.status}"


class RecordingProxy:
    """Sub-classes look at each call in `inspect` before it goes on, and may answer it themselves in `ask`."""

    def __init__(self, upstream: str) -> None:
        self.upstream = urlsplit(upstream)
        self.calls: list[Call] = []
        self.after: Callable[[Call], None] = lambda call: None
        """Runs when the server has answered and the client has not heard it yet."""
        self.loses: Callable[[Call], bool] = lambda call: False
        """Whether the client shall never hear this answer."""
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def encrypt(self, context: ssl.SSLContext, host: str) -> None:
        """To be done before the start: clients come by TLS then, and by this name."""
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.url = f"https://{host}:{self._server.server_address[1]}"

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def inspect(self, call: Call) -> None:
        """For sub-classes."""

    def ask(self, call: Call) -> Answer:
        """OSError: there is none."""
        headers = {key: value for key, value in call.headers if key.lower() not in HOP_BY_HOP}
        upstream = http.client.HTTPConnection(self.upstream.hostname, self.upstream.port, timeout=120)
        try:
            upstream.request(call.method, call.target, call.body or None, headers)
            answer = upstream.getresponse()
            return Answer(answer.status, answer.getheaders(), answer.read())
        finally:
            upstream.close()

    def forget(self) -> None:
        self.calls.clear()

    @property
    def names(self) -> list[str]:
        return [call.operation for call in self.calls]

    @property
    def calls_besides_polling(self) -> int:
        """Of looks at the function in a row all but the first are polling."""
        return sum(name != "GetFunction" or before != name for before, name in zip(["", *self.names], self.names))

    @property
    def writes(self) -> list[Call]:
        return [call for call in self.calls if call.is_write]

    def keep(self, call: Call) -> None:
        with self._lock:
            self.calls.append(call)
            self.inspect(call)


def _handler(proxy: RecordingProxy):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def forward(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length)
            call = Call(self.command, self.path, list(self.headers.items()), body, time.monotonic())
            proxy.keep(call)
            try:
                answer = proxy.ask(call)
                call.answer, call.status, call.answered = answer.body, answer.status, time.monotonic()
                proxy.after(call)
                if proxy.loses(call):
                    self.close_connection = True
                else:
                    self._answer(answer, call)
            except OSError as failure:
                self.close_connection = True
                call.answer = str(failure).encode()

        def _answer(self, answer: Answer, call: Call) -> None:
            self.send_response_only(answer.status)
            for key, value in answer.headers:
                if key.lower() not in HOP_BY_HOP and (key.lower() != "content-length" or call.method == "HEAD"):
                    self.send_header(key, value)
            if answer.status not in (204, 304) and call.method != "HEAD":
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if call.method != "HEAD":
                self.wfile.write(answer.body)

        do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = forward

        def log_message(self, *_) -> None:
            """The calls are kept; nothing is printed."""

    return Handler
