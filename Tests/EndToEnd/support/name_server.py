"""A name server on loopback that knows one name, for 127.0.0.1."""

from __future__ import annotations

import os
import socket
import struct
import threading
from pathlib import Path
from socketserver import BaseRequestHandler, UDPServer

ADDRESS = "127.0.0.153"
PORT = 53
A = 1
NO_SUCH_NAME = 3


def may_answer() -> bool:
    """Whether we may have the port where names are asked for: root may, and on some machines everybody."""
    first = int(Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").read_text())
    return os.geteuid() == 0 or first <= PORT


class NameServer:
    """PermissionError: see `may_answer`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.asked: list[str] = []
        self._server = UDPServer((ADDRESS, PORT), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._server.shutdown()
        self._thread.join(5)
        self._server.server_close()

    def answer(self, question: bytes) -> bytes:
        """RFC 1035, section 4: a header of twelve bytes, the question as it was, an address if there is one."""
        name, end = _read_name(question, 12)
        self.asked.append(name)
        is_known = name.lower() == self.name
        has_address = is_known and struct.unpack_from(">H", question, end)[0] == A
        flags = 0x8580 | (0 if is_known else NO_SUCH_NAME)
        header = question[:2] + struct.pack(">5H", flags, 1, int(has_address), 0, 0)
        address = struct.pack(">3HIH", 0xC00C, A, 1, 60, 4) + socket.inet_aton("127.0.0.1") if has_address else b""
        return header + question[12 : end + 4] + address


def _handler(server: NameServer):
    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            question, answering = self.request
            answering.sendto(server.answer(question), self.client_address)

    return Handler


def _read_name(message: bytes, at: int) -> tuple[str, int]:
    """The name that begins here, and where what follows it begins."""
    labels = []
    while length := message[at]:
        labels.append(message[at + 1 : at + 1 + length].decode("ascii", "replace"))
        at += 1 + length
    return ".".join(labels), at + 1
