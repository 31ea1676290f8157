"""A release of this repository, made by the release's own scripts, with a registry and a server on this machine."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path

from helpers import engine
from helpers.registry import Registry
from helpers.repository import Repository

VERSION = "1.0.0"


class Release(ExitStack):
    """`action` is the folder with what `uses: <owner>/lockstep@v1` gets. RuntimeError: the release failed."""

    def __init__(self) -> None:
        super().__init__()
        try:
            self._make()
        except BaseException:
            self.close()
            raise

    def _make(self) -> None:
        self.folder = Path(self.enter_context(tempfile.TemporaryDirectory(prefix="lockstep-release-")))
        registry = Registry()
        self.registry, self.manifest = registry.address, registry.manifest
        self.callback(registry.close)
        self.callback(engine.forget, registry.address, engine.OTHER_IMAGE)
        self.repository = Repository(VERSION)
        self.callback(self.repository.close)
        self.repository.tag(f"v{VERSION}")
        self._script("release-check.sh", f"v{VERSION}")
        self.image = self._script(
            "release-image.sh", f"{registry.address}/octocat/lockstep", f"v{VERSION}",
            str(engine.save(engine.IMAGE, self.folder / "here.tar")),
            str(engine.save_for_another_platform(engine.IMAGE, self.folder / "other.tar")))
        self._script("release-tags.sh", f"v{VERSION}", self.image)
        self.action = self.folder / "action"
        self.repository.git("worktree", "add", "--quiet", "--detach", str(self.action), self.repository.tags()["v1"])
        self.files = {"lockstep-linux-amd64": engine.read(engine.IMAGE, "/lockstep")}
        # What was pushed stays in the registry only, so that it is pulled from there, by its digest.
        engine.forget(registry.address)

    def _script(self, *command: str) -> str:
        done = self.repository.script(*command, env={"HOME": str(self.folder)})
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)}: {done.stdout}{done.stderr}")
        return done.stdout.strip()
