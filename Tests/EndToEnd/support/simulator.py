"""lockstep-simulator as a companion, and its admin routes."""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request

from support.action_file import REPOSITORY
from support.processes import Companion

PROGRAM = os.environ.get("LOCKSTEP_SIMULATOR", str(REPOSITORY / ".build/debug/lockstep-simulator"))


class Simulator:
    def __init__(self, *options: str) -> None:
        """RuntimeError: it did not come up."""
        self._companion = Companion([PROGRAM, "--port", "0", *options])
        try:
            self.url = self._companion.wait_for_line("listening on ", timeout=60).split()[-1]
        except RuntimeError:
            self.end()
            raise

    def end(self) -> None:
        self._companion.end()

    def requests(self) -> list[dict]:
        """Every request that arrived, with who asked and whether it wrote."""
        return self._ask("GET", "/_simulator/history")["requests"]

    def writes(self) -> list[dict]:
        """The requests that changed something."""
        return [request for request in self.requests() if request["wrote"]]

    def revisions(self, function: str) -> list[dict]:
        """Everything that changed of a function, with who changed it."""
        return [one for one in self._ask("GET", "/_simulator/history")["revisions"] if one["function"] == function]

    def function(self, name: str) -> dict:
        """The function as it stands, with its versions and aliases; nothing if it is not there."""
        try:
            return self._ask("GET", f"/_simulator/function/{name}")
        except urllib.error.HTTPError as answer:
            with answer:
                return {}

    def rival(self, move: str) -> None:
        """Somebody else does this at once, or as soon as an update in progress has ended."""
        self._ask("POST", f"/_simulator/rival?move={move}")

    def turn_alarm(self, name: str, state: str) -> None:
        """The alarm's state from now on."""
        self._ask("PUT", f"/_simulator/alarm/{name}?state={state}")

    def script_invoke(self, name: str, answer: dict) -> None:
        """What the function says from now on when it is invoked: `payload`, `functionError`, `log`."""
        self._ask("PUT", f"/_simulator/invoke/{name}", json.dumps(answer).encode())

    def get(self, path: str) -> dict:
        """A look by Lambda's own interface; it does not check signatures."""
        return self._ask("GET", path)

    def _ask(self, method: str, path: str, body: bytes | None = None):
        request = urllib.request.Request(self.url + path, body, method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            text = answer.read()
        return json.loads(text) if text.strip() else None
