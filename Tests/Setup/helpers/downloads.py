"""Stands in for Swift's server: an archive with a small Swift in it, its signature, and the keys."""

from __future__ import annotations

import io
import tarfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from helpers.signer import Signer

#: Writes down what it is asked to build.
SWIFT = """#!/bin/sh
[ "$1" = --version ] && { echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'; exit; }
echo "$@" >>"${0%/*}/calls"
"""


def archive(swift: str = SWIFT) -> bytes:
    """As Swift packs it: all of it in one folder."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as tar:
        entry = tarfile.TarInfo("swift-6.3.1-RELEASE-debian12/usr/bin/swift")
        entry.mode, entry.size = 0o755, len(swift)
        tar.addfile(entry, io.BytesIO(swift.encode()))
    return buffer.getvalue()


class Downloads:
    """What is at each kind of address may be changed at any time."""

    def __init__(self, signer: Signer) -> None:
        self.archive = archive()
        self.signature = signer.sign(self.archive)
        self.keys = signer.public_key
        self.status = 200
        #: How much of an archive is sent before the server hangs up, or, with `stalls`, sends nothing more.
        self.cut_at: int | None = None
        self.stalls = False
        self.requests: list[str] = []
        #: Set once an archive has stalled.
        self.stalled = threading.Event()
        self._ended = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        self._ended.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def variables(self) -> dict[str, str]:
        address = f"http://127.0.0.1:{self._server.server_address[1]}"
        return {"LOCKSTEP_SWIFT_DOWNLOADS": address, "LOCKSTEP_SWIFT_KEYS": f"{address}/keys.asc"}

    def _answer(self, path: str) -> bytes:
        if path == "/keys.asc":
            return self.keys
        return self.signature if path.endswith(".sig") else self.archive

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        downloads = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                downloads.requests.append(self.path)
                body = downloads._answer(self.path)
                self.send_response(downloads.status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                is_archive = self.path.endswith(".tar.gz")
                self.wfile.write(body[:downloads.cut_at] if is_archive else body)
                if is_archive and downloads.stalls:
                    self.wfile.flush()
                    downloads.stalled.set()
                    downloads._ended.wait(60)

            def log_message(self, *arguments: object) -> None:
                """Nothing."""

        return Handler
