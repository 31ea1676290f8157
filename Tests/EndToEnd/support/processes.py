"""Programs that run beside a test and are always ended, by their id."""

from __future__ import annotations

import atexit
import queue
import random
import signal
import socket
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path


def free_port() -> int:
    """Not one of those that the system chooses from: other tests' connections get these until ours is taken."""
    first, last = map(int, Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split())
    ports = range(10_000, 65_536)
    others = [port for port in ports if not first <= port <= last] or ports
    for port in random.sample(others, len(others)):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no port is free")


# A test run that is ended from outside unwinds as if it had been interrupted, so that no companion outlives it.
signal.signal(signal.SIGTERM, signal.default_int_handler)


class Companion:
    """A child process whose output is kept. It ends at the latest with the interpreter."""

    def __init__(self, command: list[str], env: dict[str, str] | None = None) -> None:
        self.output: list[str] = []
        self._unread: queue.Queue = queue.Queue()
        self.process = subprocess.Popen(
            command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            errors="replace",
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        # unittest runs no cleanups after an interrupt.
        atexit.register(self.end)

    def wait_for_line(self, text: str, timeout: float) -> str:
        """The first line not yet looked at that contains the text. RuntimeError: it did not come."""
        deadline = time.monotonic() + timeout
        while (left := deadline - time.monotonic()) > 0:
            try:
                line = self._unread.get(timeout=left)
            except queue.Empty:
                break
            if line is None:
                break
            if text in line:
                return line
        raise RuntimeError("\n".join([f"no line with {text!r} within {timeout} s", *self.output]))

    def end(self) -> None:
        atexit.unregister(self.end)
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self._reader.join(5)
        self.process.stdout.close()

    def _read(self) -> None:
        for line in self.process.stdout:
            self.output.append(line.rstrip("\n"))
            self._unread.put(self.output[-1])
        self._unread.put(None)
