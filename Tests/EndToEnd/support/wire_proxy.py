"""A proxy that spoils, at the level of bytes, the exchanges between a program and a control plane."""

from __future__ import annotations

import http.client
import socket
import struct
import threading
import time
from typing import Callable, Iterable
from urllib.parse import urlsplit

from support.recording_proxy import HOP_BY_HOP, Call

# So that an upload cannot hide in the system's buffers.
RECEIVE_BUFFER = 65_536

Fault = Callable[["Exchange"], None]


class Answer:
    """What the control plane said, to be put on the wire in whatever way."""

    def __init__(self, status: int, reason: str, headers: list[tuple[str, str]], body: bytes) -> None:
        self.status, self.reason, self.body = status, reason, body
        self.headers = [(name, value) for name, value in headers if name.lower() not in (*HOP_BY_HOP, "content-length")]

    def head(self, *lines: str, version: str = "HTTP/1.1", end: str = "\r\n") -> bytes:
        """With these lines and none of its own about the body's length."""
        fields = [f"{name}: {value}" for name, value in self.headers]
        return end.join([f"{version} {self.status} {self.reason}", *fields, *lines, "", ""]).encode("latin-1")

    @property
    def whole(self) -> bytes:
        return self.head(f"Content-Length: {len(self.body)}") + self.body


class Exchange:
    """One request whose head has been read, and the connection it came on."""

    def __init__(self, proxy: "WireProxy", client: socket.socket, call: Call, rest: bytes) -> None:
        self.proxy, self.client, self.call = proxy, client, call
        self.is_open = True
        self._rest = rest

    def read(self) -> None:
        """Takes in the request's body."""
        length = int(self.call.header("Content-Length") or 0)
        parts, missing = [self._rest], length - len(self._rest)
        while missing > 0 and (part := self.client.recv(min(missing, 1 << 20))):
            parts.append(part)
            missing -= len(part)
        self.call.body, self._rest = b"".join(parts), b""
        if missing > 0:
            raise ConnectionError("the client left")

    def carry_out(self) -> Answer:
        """Lets the control plane do what was asked."""
        self.read()
        upstream = http.client.HTTPConnection(self.proxy.upstream.hostname, self.proxy.upstream.port, timeout=120)
        try:
            headers = {name: value for name, value in self.call.headers if name.lower() not in HOP_BY_HOP}
            upstream.request(self.call.method, self.call.target, self.call.body or None, headers)
            answer = upstream.getresponse()
            self.call.status, self.call.answer = answer.status, answer.read()
            return Answer(answer.status, answer.reason, answer.getheaders(), self.call.answer)
        finally:
            upstream.close()

    def send(self, data: bytes) -> None:
        self.client.sendall(data)

    def half_close(self) -> None:
        self.client.shutdown(socket.SHUT_WR)
        self.is_open = False

    def hang_up(self) -> None:
        self.client.close()
        self.is_open = False

    def reset(self) -> None:
        self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.hang_up()

    def wait_for_client(self) -> None:
        """Until it closes the connection."""
        while self.client.recv(1 << 20):
            pass
        self.is_open = False


class WireProxy:
    """Spoils exchanges in a row, one fault each, from the first of the given step on.

    Calls of the same operation in a row are one step, so that it does not matter how often a wait looked.
    """

    def __init__(self, upstream: str, step: int, faults: Iterable[Fault], only: str | None = None) -> None:
        self.upstream = urlsplit(upstream)
        self.calls: list[Call] = []
        self.spoiled: list[Call] = []
        self.step = -1
        self._first_step, self._faults, self._only = step, iter(faults), only
        self._lock = threading.Lock()
        self._clients: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=16)
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def end(self) -> None:
        # Closing alone does not wake a thread that accepts or receives.
        for one in [self._listener, *self._clients]:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # It was closed before.
            one.close()

    @property
    def steps(self) -> list[str]:
        names = [call.operation for call in self.calls]
        return [name for before, name in zip(["", *names], names) if name != before]

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self._clients.append(client)
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            while (exchange := self._next(client)) is not None:
                fault = self._fault(exchange.call)
                fault(exchange)
                exchange.call.answered = time.monotonic()
                if not exchange.is_open:
                    break
        except (OSError, http.client.HTTPException):
            pass  # The client, or the whole test, has left.
        finally:
            client.close()

    def _next(self, client: socket.socket) -> Exchange | None:
        data = b""
        while b"\r\n\r\n" not in data:
            if not (part := client.recv(65_536)):
                return None
            data += part
        head, _, rest = data.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
        return Exchange(self, client, Call(method, target, headers, b"", time.monotonic()), rest)

    def _fault(self, call: Call) -> Fault:
        with self._lock:
            if not self.calls or self.calls[-1].operation != call.operation:
                self.step += 1
            self.calls.append(call)
            if self.step < self._first_step or self._only not in (None, call.operation):
                return pass_on
            fault = next(self._faults, pass_on)
            if fault is not pass_on:
                self.spoiled.append(call)
            return fault


def pass_on(exchange: Exchange) -> None:
    exchange.send(exchange.carry_out().whole)
