"""One deployment over a wire that is spoiled somewhere, and whether anything is claimed of it that is not so."""

from __future__ import annotations

import base64
import hashlib
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterable

from support.action_file import ActionFile
from support.credentials import CREDENTIALS
from support.packages import write_folder, write_zip
from support.rehearsal import PROGRAM
from support.runner import Runner
from support.simulator import Simulator
from support.wire_proxy import Fault, WireProxy

US = CREDENTIALS["AWS_ACCESS_KEY_ID"]
PLANNED = {"code-artifacts-dir": "app", "alias": "live", "timeout": "21"}
EXISTING = {**PLANNED, "smoke-test-payload": "{}", "smoke-test-expect": '{"statusCode": 200}'}
MISSING = {
    **PLANNED, "role": "arn:aws:iam::123456789012:role/orders", "runtime": "python3.12", "handler": "app.handler",
}
# Of a run that nothing holds up, on a machine that has much else to do.
QUICK = 30.0


@dataclass(frozen=True)
class Spoiling:
    """At the first call of this step and the next ones, a fault each."""

    name: str
    step: int
    faults: Iterable[Fault]
    only: str | None = None
    """The operation whose calls are meant, whatever comes between."""
    inputs: dict[str, str] = field(default_factory=lambda: EXISTING)
    program: tuple[str, ...] = (PROGRAM,)
    bound: float = QUICK
    options: dict = field(default_factory=dict)
    """For the runner."""


class World:
    """What became of one spoiled deployment."""

    def __init__(self, spoiling: Spoiling, simulator: Simulator, workspace: Path, function: str) -> None:
        self.spoiling, self.function, self._simulator = spoiling, function, simulator
        self.hung = ""
        proxy = WireProxy(simulator.url, spoiling.step, spoiling.faults, spoiling.only)
        try:
            self.result = Runner(list(spoiling.program), ActionFile.read()).run(
                {**spoiling.inputs, "function-name": function}, workspace=workspace, timeout=spoiling.bound,
                env={**CREDENTIALS, "AWS_ENDPOINT_URL": proxy.url}, **spoiling.options,
            )
        except TimeoutError as late:
            self.hung = str(late)
        finally:
            proxy.end()
        self.calls, self.spoiled, self.steps = proxy.calls, proxy.spoiled, proxy.steps
        self.end = simulator.function(function)
        self.revisions = simulator.revisions(function)

    @property
    def existed(self) -> bool:
        return "role" not in self.spoiling.inputs

    @property
    def alias_version(self) -> str | None:
        alias = self.end.get("aliases", {}).get("live", {})
        is_split = bool((alias.get("RoutingConfig") or {}).get("AdditionalVersionWeights"))
        return None if is_split else alias.get("FunctionVersion")

    def done(self, operation: str) -> list[dict]:
        """What a call of ours really changed, of the thing that it is about."""
        about = {"PublishVersion": str.isdigit, "UpdateAlias": lambda name: name != "$LATEST"}
        is_it = about.get(operation, lambda name: True)
        ours = [one for one in self.revisions if (one["cause"], one["author"]) == (operation, US)]
        return [one for one in ours if is_it(one["resource"])]

    def story(self) -> str:
        calls = [f"{'! ' if call in self.spoiled else '  '}{call}" for call in self.calls]
        told = self.hung or self.result.story()
        return "\n".join([f"{self.spoiling.name}, {self.function}", *calls, told])


class Worlds:
    """Plays spoilings side by side. Each simulator has a few functions, for many would slow it down."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="lockstep-workspace-")
        self.workspace = Path(self._folder.name)
        write_folder(self.workspace / "app")
        self.digests: dict[str, str] = {}
        """Of zip files, as AWS gives them."""
        self.count = 0

    def add_large_zip(self, name: str, size: int) -> None:
        data = write_zip(self.workspace / name, ballast=size).read_bytes()
        self.digests[name] = base64.b64encode(hashlib.sha256(data).digest()).decode()

    def play(self, pool: ThreadPoolExecutor, spoilings: list[Spoiling]) -> Future:
        """In the end, their worlds in order. They are played one after the other."""
        self.count += len(spoilings)
        return pool.submit(self._play, spoilings)

    def end(self) -> None:
        self._folder.cleanup()

    def _play(self, spoilings: list[Spoiling]) -> list[World]:
        names = [f"orders-{number}" for number in range(len(spoilings))]
        existing = [name for name, one in zip(names, spoilings) if "role" not in one.inputs]
        options = [word for name in existing for word in ("--function", name)]
        simulator = Simulator("--update-seconds", "0.05", "--create-seconds", "0.05", *options)
        try:
            return [World(one, simulator, self.workspace, name) for name, one in zip(names, spoilings)]
        finally:
            simulator.end()
