"""This repository as GitHub would have it: a server, and a clone that stands at a commit, as in a job."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
VERSION_FILE = "Sources/Inputs/Command/LockstepVersion.swift"
FILES = ["README.md", "action.yml", VERSION_FILE, "scripts", ".github/workflows", "examples"]

#: Nobody's own settings, and no network.
ENVIRONMENT = {
    "PATH": os.environ["PATH"], "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C",
    "GIT_AUTHOR_NAME": "Mona", "GIT_AUTHOR_EMAIL": "mona@example.com",
    "GIT_COMMITTER_NAME": "Mona", "GIT_COMMITTER_EMAIL": "mona@example.com",
}


def run(command: list[str], folder: Path, **options) -> subprocess.CompletedProcess:
    environment = {**ENVIRONMENT, **options.pop("env", {})}
    return subprocess.run(command, cwd=folder, env=environment, text=True, capture_output=True, timeout=120, **options)


class Repository:
    def __init__(self, version: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="lockstep-release-")
        self.path = Path(self._folder.name, "clone")
        self.server = Path(self._folder.name, "server.git")
        self.path.mkdir()
        for name in FILES:
            _copy(ROOT / name, self.path / name)
        self.git("init", "--quiet", "--initial-branch=main")
        run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(self.server)], self.path, check=True)
        self.git("remote", "add", "origin", str(self.server))
        self.commit_version(version)

    def close(self) -> None:
        self._folder.cleanup()

    def git(self, *arguments: str) -> str:
        """What git says. CalledProcessError: it failed."""
        done = run(["git", *arguments], self.path, env={"GIT_COMMITTER_DATE": "2026-08-01T12:00:00+02:00"})
        if done.returncode:
            raise RuntimeError(f"git {' '.join(arguments)}: {done.stderr}")
        return done.stdout.strip()

    def commit_version(self, version: str) -> str:
        """A commit on main that says it is this version, pushed."""
        (self.path / VERSION_FILE).write_text(f'package let lockstepVersion = "{version}"\n')
        return self.commit(f"Version {version}")

    def commit(self, message: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        self.git("push", "--quiet", "origin", "HEAD:refs/heads/main")
        return self.git("rev-parse", "HEAD")

    def tag(self, name: str, commit: str = "HEAD", annotated: bool = False) -> None:
        """As a maintainer tags, somewhere else: this clone need not have the tag."""
        self.git("tag", *(["--annotate", "--message", name] if annotated else []), name, commit)
        self.git("push", "--quiet", "origin", f"refs/tags/{name}")
        self.git("tag", "--delete", name)

    def script(self, name: str, *arguments: str, **options) -> subprocess.CompletedProcess:
        return run([f"scripts/{name}", *arguments], self.path, **options)

    def tags(self) -> dict[str, str]:
        """The commit that each tag on the server means."""
        found = {}
        for line in self.git("ls-remote", "--tags", "origin").splitlines():
            commit, name = line.split("\t")
            found[name.removeprefix("refs/tags/").removesuffix("^{}")] = commit
        return found

    def file(self, commit: str, path: str) -> str:
        return self.git("show", f"{commit}:{path}")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)
