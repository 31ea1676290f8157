"""One stage on which the real program plays: a workspace, a server on loopback, and a proxy that watches."""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

from support import signing_proxy
from support.action_file import REPOSITORY, ActionFile
from support.credentials import CREDENTIALS
from support.packages import write_folder
from support.programs import Container
from support.recording_proxy import RecordingProxy
from support.runner import Runner, StepResult
from support.signing_proxy import SigningProxy
from support.simulator import Simulator

PROGRAM = os.environ.get("LOCKSTEP_BINARY", str(REPOSITORY / ".build/debug/lockstep"))
IMAGE = os.environ.get("LOCKSTEP_IMAGE", "")
"""Where it is set, a container of this image is deployed with in place of the program."""


class Rehearsal(ExitStack):
    """A workspace with a small package in `app`, and a proxy before the server at `url`."""

    def __init__(
        self, url: str, credentials: dict[str, str] = CREDENTIALS, proxy: RecordingProxy | None = None
    ) -> None:
        super().__init__()
        self.credentials = credentials
        folder = tempfile.TemporaryDirectory(prefix="lockstep-workspace-")
        self.callback(folder.cleanup)
        self.workspace = Path(folder.name)
        write_folder(self.workspace / "app")
        self.action = ActionFile.read()
        self.program = Container(IMAGE) if IMAGE else [PROGRAM]
        self.proxy = proxy or _proxy(url)
        self.proxy.start()
        self.callback(self.proxy.end)

    def deploy(
        self, inputs: dict[str, str] | None = None, env: dict[str, str] | None = None, **options
    ) -> StepResult:
        """One step that deploys `app` to the function `orders`, if the inputs and variables do not say otherwise."""
        inputs = {"function-name": "orders", "code-artifacts-dir": "app", **(inputs or {})}
        environment = {**self.credentials, "AWS_ENDPOINT_URL": self.proxy.url, **(env or {})}
        return Runner(self.program, self.action).run(inputs, env=environment, workspace=self.workspace, **options)

    def change_code(self) -> None:
        with open(self.workspace / "app" / "app.py", "a") as file:
            file.write("\n# changed\n")

    @property
    def mistakes(self) -> list[str]:
        """What AWS would have refused in the calls so far."""
        return getattr(self.proxy, "mistakes", [])


class SimulatorRehearsal(Rehearsal):
    def __init__(self, *options: str) -> None:
        self.simulator = Simulator(*options)
        try:
            super().__init__(self.simulator.url)
        except BaseException:
            self.simulator.end()
            raise
        self.callback(self.simulator.end)

    def alias_version(self, alias: str = "live") -> str:
        return self.simulator.get(f"/2015-03-31/functions/orders/aliases/{alias}")["FunctionVersion"]

    def configuration(self, qualifier: str = "$LATEST") -> dict:
        return self.simulator.get(f"/2015-03-31/functions/orders?Qualifier={qualifier}")["Configuration"]


def _proxy(upstream: str) -> RecordingProxy:
    if not signing_proxy.IS_AVAILABLE:
        return RecordingProxy(upstream)
    return SigningProxy(upstream, CREDENTIALS["AWS_ACCESS_KEY_ID"], CREDENTIALS["AWS_SECRET_ACCESS_KEY"])
