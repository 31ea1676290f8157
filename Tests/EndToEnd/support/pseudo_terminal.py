"""A terminal as a program sees it, and what somebody would see in its window."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time

SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class PseudoTerminal:
    """A command whose three streams are a terminal's, but for those that are given in `streams`."""

    def __init__(self, command: list[str], env: dict[str, str], cwd, columns: int = 100, **streams) -> None:
        self._terminal, inside = pty.openpty()
        self._columns = columns
        self._set_size()
        own = {"stdin": inside, "stdout": inside, "stderr": inside, **streams}
        self.process = subprocess.Popen(
            command, env=env, cwd=cwd, start_new_session=True, preexec_fn=_take_terminal, **own)
        os.close(inside)
        self.shown = ""

    def read(self, until: str = "", timeout: float = 20) -> str:
        """All that is shown up to the end, or until this text comes. TimeoutError: neither came."""
        end = time.monotonic() + timeout
        while not (until and until in self.shown):
            if time.monotonic() > end:
                raise TimeoutError(self.shown)
            if not select.select([self._terminal], [], [], 0.1)[0]:
                continue
            try:
                part = os.read(self._terminal, 65536)
            except OSError:  # EIO: nobody has it open any more
                part = b""
            if not part:
                break
            self.shown += part.decode()
        return self.shown

    def end(self) -> int:
        """The exit code, once all is read."""
        self.read()
        return self.process.wait(timeout=10)

    def press_ctrl_c(self) -> None:
        os.write(self._terminal, b"\x03")

    def resize(self, columns: int) -> None:
        self._columns = columns
        self._set_size()

    def close(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(timeout=10)
        os.close(self._terminal)

    def _set_size(self) -> None:
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, self._columns, 0, 0))


def _take_terminal() -> None:
    """Of the three streams the last is a terminal in every test; it becomes the one whose keys are heard."""
    fcntl.ioctl(2, termios.TIOCSCTTY, 0)


def drawings(shown: str) -> list[str]:
    """What was written over, each time as it was: from a return to the next, or to the end of its line."""
    return [SEQUENCE.sub("", part) for part in re.findall(r"\r(?!\n)([^\r\n]*)", shown) if SEQUENCE.sub("", part)]


def lines(shown: str) -> list[str]:
    """What is left to read in the end, without colours: of what was written over, the last."""
    plain = SEQUENCE.sub("", shown.replace("\r\n", "\n"))
    return [line.rsplit("\r", 1)[-1] for line in plain.split("\n")]
