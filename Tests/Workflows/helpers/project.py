"""A user's repository with the examples as its workflows, before a simulated Lambda, an account that trusts it, and a stand-in
for GitHub.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
import zipfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Callable, Iterator

from helpers import act
from helpers.account import Account
from helpers.github import GitHub
from helpers.release import VERSION, Release
from helpers.repository import ROOT, run
from support.simulator import Simulator

STAND_INS = Path(__file__).resolve().parents[1] / "stand-ins"
CODE = "import greeting\n\ndef handler(event, context):\n    return {'ok': True}\n"
#: A package that the project's code needs, so that a build has something to install; without any registry.
WHEEL = "greeting-1.0-py3-none-any.whl"


class Project(ExitStack):
    def __init__(self, release: Release, *functions: str, options: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.release = release
        folders = [tempfile.TemporaryDirectory(prefix=f"lockstep-{name}-") for name in ("project", "artifacts")]
        self.path, self._artifacts = (Path(self.enter_context(folder)) for folder in folders)
        there = [word for function in functions for word in ("--function", function)]
        self.simulator = Simulator("--update-seconds", "0.2", "--create-seconds", "0.2", *there, *options)
        self.callback(self.simulator.end)
        self.account = Account()
        self.callback(self.account.end)
        self.github = GitHub(f"v{VERSION}", release.files)
        self.callback(self.github.end)
        for function in functions:
            self.simulator.script_invoke(function, {"payload": {"ok": True}})
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("remote", "add", "origin", "https://github.com/octocat/orders")
        shutil.copytree(ROOT / "examples", self.path / ".github/workflows")
        self.commit(CODE)

    def git(self, *arguments: str) -> str:
        return run(["git", *arguments], self.path, check=True).stdout.strip()

    def commit(self, code: str, folder: str = ".") -> str:
        """New code on main."""
        source = self.path / folder
        (source / "src").mkdir(parents=True, exist_ok=True)
        (source / "src/app.py").write_text(code)
        (source / "requirements.txt").write_text(f"./{WHEEL}\n")
        (source / "Dockerfile").write_text("FROM scratch\nCOPY src /app\n")
        _write_wheel(source / WHEEL)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Change the code")
        return self.git("rev-parse", "HEAD")

    def edit(self, workflow: str, old: str, new: str) -> None:
        """As a user does."""
        path = self.path / ".github/workflows" / workflow
        text = path.read_text()
        if old not in text:
            raise ValueError(f"{workflow} does not say {old}")
        path.write_text(text.replace(old, new))

    def run(self, workflow: str, event: str = "push", **options) -> act.Run:
        actions = {
            "<owner>/lockstep@v1": self.release.action,
            "aws-actions/configure-aws-credentials@v6": STAND_INS / "configure-aws-credentials",
            "actions/upload-artifact@v7": STAND_INS / "upload-artifact",
            "actions/download-artifact@v8": STAND_INS / "download-artifact",
        }
        environment = {
            "AWS_ENDPOINT_URL": self.simulator.url, "LOOPBACK_REGISTRY": self.release.registry,
            **self.account.variables, **self.github.variables,
        }
        return act.run(
            workflow, self.path, actions, event=event, environment=environment, artifacts=self._artifacts, **options)

    @contextmanager
    def after_a_write(self, operation: str, then: Callable[[], None]) -> Iterator[None]:
        """Meanwhile, does this as soon as the workflow has written so."""
        is_over = threading.Event()

        def watch() -> None:
            while not is_over.wait(0.1):
                if any(one["operation"] == operation for one in self.simulator.writes()):
                    return then()

        watching = threading.Thread(target=watch)
        watching.start()
        try:
            yield
        finally:
            is_over.set()
            watching.join()

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


def _write_wheel(path: Path) -> None:
    about = "greeting-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in {
            "greeting.py": "WORD = 'hello'\n",
            f"{about}/METADATA": "Metadata-Version: 2.1\nName: greeting\nVersion: 1.0\n",
            f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: a test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            f"{about}/RECORD": "",
        }.items():
            wheel.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text)
