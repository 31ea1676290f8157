"""What the end-to-end tests share: the real program, run as GitHub runs it, against a server on loopback."""

from __future__ import annotations

import os
import tempfile
import unittest
from pathlib import Path

from support import signing_proxy
from support.action_file import REPOSITORY, ActionFile
from support.credentials import CREDENTIALS
from support.packages import write_folder
from support.recording_proxy import RecordingProxy
from support.runner import Runner, StepResult
from support.signing_proxy import SigningProxy
from support.simulator import Simulator

PROGRAM = os.environ.get("LOCKSTEP_BINARY", str(REPOSITORY / ".build/debug/lockstep"))
ROLE = "arn:aws:iam::123456789012:role/orders"


class EndToEndTest(unittest.TestCase):
    """A workspace with a small package in `app`, and a proxy before the server that `start_server` names."""

    def start_server(self) -> str:
        """Starts what the program shall talk to, and returns its address."""
        raise NotImplementedError

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="lockstep-workspace-")
        self.addCleanup(folder.cleanup)
        self.workspace = Path(folder.name)
        write_folder(self.workspace / "app")
        self.action = ActionFile.read()
        self.program = [PROGRAM]
        self.proxy = _proxy(self.start_server())
        self.proxy.start()
        self.addCleanup(self.proxy.end)

    def tearDown(self) -> None:
        """Whatever a test is about: each call must be signed, and be one that AWS knows."""
        self.assertEqual(getattr(self.proxy, "mistakes", []), [])

    def run_step(self, inputs: dict[str, str], env: dict[str, str] | None = None, **options) -> StepResult:
        environment = {**CREDENTIALS, "AWS_ENDPOINT_URL": self.proxy.url, **(env or {})}
        runner = Runner(self.program, self.action)
        return runner.run(inputs, env=environment, workspace=self.workspace, **options)

    def deploy(self, inputs: dict[str, str] | None = None, **options) -> StepResult:
        return self.run_step({"function-name": "orders", "code-artifacts-dir": "app", **(inputs or {})}, **options)

    def change_code(self, text: str = "\n# changed\n") -> None:
        with open(self.workspace / "app" / "app.py", "a") as file:
            file.write(text)

    def assert_outcome(self, result: StepResult, outcome: str) -> None:
        self.assertEqual(result.outputs.get("outcome"), outcome, result.story())
        self.assertEqual(result.outcome, "failure" if outcome == "failed" else "success", result.story())
        self.assertEqual(result.file_errors, [])


class SimulatorTest(EndToEndTest):
    options: tuple[str, ...] = ("--function", "orders", "--update-seconds", "0.2")

    def start_server(self) -> str:
        self.simulator = Simulator(*self.options)
        self.addCleanup(self.simulator.end)
        return self.simulator.url

    def alias_version(self, alias: str = "live") -> str:
        return self.simulator.get(f"/2015-03-31/functions/orders/aliases/{alias}")["FunctionVersion"]

    def configuration(self, qualifier: str = "$LATEST") -> dict:
        return self.simulator.get(f"/2015-03-31/functions/orders?Qualifier={qualifier}")["Configuration"]


def _proxy(upstream: str) -> RecordingProxy:
    if not signing_proxy.IS_AVAILABLE:
        return RecordingProxy(upstream)
    return SigningProxy(upstream, CREDENTIALS["AWS_ACCESS_KEY_ID"], CREDENTIALS["AWS_SECRET_ACCESS_KEY"])
