"""Chromium, driven over the pipe that it opens for that."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from itertools import count
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDTH = 980


def program() -> str | None:
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Browser:
    """One window. https://chromedevtools.github.io/devtools-protocol/"""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        theirs_in, self._to = os.pipe()
        self._from, theirs_out = os.pipe()
        # The numbers that it reads and writes by cannot be chosen.
        run = f'exec "$0" "$@" 3<&{theirs_in} 4>&{theirs_out}'
        options = (
            "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--no-first-run", "--disable-background-networking", "--disable-dev-shm-usage", "--force-color-profile=srgb",
            f"--user-data-dir={self._folder.name}",
        )
        self._process = subprocess.Popen(
            ["bash", "-c", run, program() or "chromium", *options], pass_fds=(theirs_in, theirs_out),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "TZ": "UTC"},
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._numbers = count(1)
        self._rest = b""
        target = self._call("Target.createTarget", {"url": "about:blank"})["targetId"]
        self._session = self._call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]

    def close(self) -> None:
        os.close(self._to)
        self._process.kill()
        self._process.wait()
        os.close(self._from)
        self._folder.cleanup()

    def show(self, html: str, dark: bool) -> None:
        """Loads the page, with everything on it unfolded, and its pictures drawn."""
        size = {"width": WIDTH, "height": 800, "deviceScaleFactor": 1, "mobile": False}
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._in_page("Emulation.setDeviceMetricsOverride", size)
        self._in_page("Emulation.setEmulatedMedia", {"features": [scheme]})
        file = Path(self._folder.name) / "page.html"
        file.write_text(html)
        address = f"{file.as_uri()}?{next(self._numbers)}"
        self._in_page("Page.navigate", {"url": address})
        deadline = time.monotonic() + 60
        while not self.ask(f"location.href == '{address}' && document.readyState == 'complete'"):
            if time.monotonic() > deadline:
                raise RuntimeError("the page is not there")
            time.sleep(0.02)
        theme = "dark" if dark else "default"
        self.ask(
            f"globalThis.mermaid && (mermaid.initialize({{startOnLoad: false, theme: '{theme}', gantt: {{useWidth: 930}}}}),"
            " mermaid.run({querySelector: '.mermaid'}))")

    def ask(self, expression: str):
        """The value of an expression on the page, or of its promise; AssertionError: it throws."""
        wanted = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        answer = self._in_page("Runtime.evaluate", wanted)
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def picture(self) -> bytes:
        """The whole page as PNG."""
        height = self.ask("Math.ceil(document.querySelector('article').getBoundingClientRect().height)")
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": height, "scale": 1}
        shot = self._in_page("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
        return base64.b64decode(shot["data"])

    def _in_page(self, method: str, parameters: dict) -> dict:
        return self._call(method, parameters, self._session)

    def _call(self, method: str, parameters: dict, session: str | None = None) -> dict:
        number = next(self._numbers)
        call = {"id": number, "method": method, "params": parameters, **({"sessionId": session} if session else {})}
        os.write(self._to, json.dumps(call).encode() + b"\0")
        deadline = time.monotonic() + 60
        while True:
            message = self._message(deadline)
            if message.get("id") != number:
                continue
            if "error" in message:
                raise RuntimeError(f"{method}: {message['error']}")
            return message["result"]

    def _message(self, deadline: float) -> dict:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._from], [], [], max(0, deadline - time.monotonic()))
            part = os.read(self._from, 1 << 16) if ready else b""
            if not part:
                raise RuntimeError("the browser does not answer")
            self._rest += part
        message, self._rest = self._rest.split(b"\0", 1)
        return json.loads(message)
