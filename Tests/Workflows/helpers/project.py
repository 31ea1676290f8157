"""A user's repository with the examples as its workflows, before a simulated Lambda."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

from helpers import act
from helpers.repository import ROOT, run
from support.packages import write_folder
from support.simulator import Simulator

STAND_INS = Path(__file__).resolve().parents[1] / "stand-ins"


class Project(ExitStack):
    def __init__(self, action: Path, *functions: str) -> None:
        super().__init__()
        self.action = action
        self.path = Path(self.enter_context(tempfile.TemporaryDirectory(prefix="lockstep-project-")))
        options = [word for function in functions for word in ("--function", function)]
        self.simulator = Simulator("--update-seconds", "0.2", *options)
        self.callback(self.simulator.end)
        for function in functions:
            self.simulator.script_invoke(function, {"payload": {"ok": True}})
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("remote", "add", "origin", "https://github.com/octocat/orders")
        shutil.copytree(ROOT / "examples", self.path / ".github/workflows")
        self.commit("def handler(event, context):\n    return {'ok': True}\n")

    def git(self, *arguments: str) -> str:
        return run(["git", *arguments], self.path, check=True).stdout.strip()

    def commit(self, code: str) -> str:
        """New code on main."""
        write_folder(self.path / "dist", code)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Change the code")
        return self.git("rev-parse", "HEAD")

    def run(self, workflow: str, event: str = "push", **options) -> act.Run:
        actions = {
            "OWNER/lockstep@v1": self.action,
            "aws-actions/configure-aws-credentials@v6": STAND_INS / "configure-aws-credentials",
            "actions/upload-artifact@v7": STAND_INS / "upload-artifact",
            "actions/download-artifact@v8": STAND_INS / "download-artifact",
        }
        environment = {"AWS_ENDPOINT_URL_LAMBDA": self.simulator.url}
        return act.run(workflow, self.path, actions, event=event, environment=environment, **options)

    def live(self, function: str) -> str:
        """The version that the alias points to."""
        return self.simulator.get(f"/2015-03-31/functions/{function}/aliases/live")["FunctionVersion"]

    def version(self, function: str, number: str) -> dict:
        return self.simulator.get(f"/2015-03-31/functions/{function}?Qualifier={number}")["Configuration"]

    def calls(self, function: str | None = None) -> list[dict]:
        """What the workflows asked of AWS, of this function or at all; our own looks are not among it."""
        return [
            one for one in self.simulator.requests()
            if one["author"] != "client" and function in (None, one["function"])
        ]
