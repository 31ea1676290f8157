"""A Debian or Ubuntu that has no Swift, with a copy of this project's commands: what it installs, and how it would use
Docker, is written down by stand-ins. It reaches no network but this machine's own.
"""

from __future__ import annotations

import atexit
import functools
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FILES = [".swift-version", "Dockerfile", "Makefile", "Package.swift", "scripts"]
SCRIPT = "scripts/toolchain.sh"

DPKG = """[ "$1" = --print-architecture ] && echo {architecture}"""
DPKG_QUERY = """for name; do :; done
case " {missing} " in *" $name "*) ;; *) echo installed ;; esac"""
APT = """echo "apt-get $*" >>{log}
case " $* " in *" install "*) exit {status} ;; esac"""
SWIFT = """[ "$1" = --version ] || exit 1
echo {says}"""
DOCKER = """case "$*" in
    version) echo 'Cannot connect to the Docker daemon' >&2; {answers} ;;
    'image inspect '*) {is_there} ;;
    'pull '*) echo 'manifest unknown' >&2; {can_be_pulled} ;;
    run*) printf '%s\\n' "$@" >{folder}/docker; exit 7 ;;
esac"""


class Machine:
    def __init__(self, signer: str, system: tuple[str, str] = ("debian", "12"), architecture: str = "amd64") -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="lockstep-setup-")
        self.folder = Path(self._folder.name).resolve()
        self.tree = self.folder / "tree"
        self._bin = self.folder / "bin"
        self._bin.mkdir()
        self._log = self.folder / "apt"
        self.variables = {}
        self._copy_tree(signer)
        (self.folder / "os-release").write_text(
            f'ID={system[0]}\nVERSION_ID="{system[1]}"\nPRETTY_NAME="{" ".join(system).title()}"\n')
        self.put("dpkg", DPKG.format(architecture=architecture))
        self.needs()
        self.put("sudo", 'exec "$@"')
        self.apt_works()

    def close(self) -> None:
        self._folder.cleanup()

    def put(self, name: str, script: str) -> None:
        """A program on PATH."""
        path = self._bin / name
        path.unlink(missing_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def needs(self, *packages: str) -> None:
        """All others are installed."""
        self.put("dpkg-query", DPKG_QUERY.format(missing=" ".join(packages)))

    def apt_works(self, works: bool = True) -> None:
        self.put("apt-get", APT.format(log=self._log, status=0 if works else "100"))

    def has_swift(self, says: str) -> None:
        self.put("swift", SWIFT.format(says=f"'{says}'"))

    def has_docker(self, answers: bool = True, is_there: bool = True, can_be_pulled: bool = True) -> None:
        self.put("docker", DOCKER.format(
            folder=self.folder, **{name: "exit 0" if value else "exit 1" for name, value in {
                "answers": answers, "is_there": is_there, "can_be_pulled": can_be_pulled}.items()}))

    def start(self, *command: str) -> subprocess.Popen:
        environment = {"PATH": f"{self._bin}:{programs()}", "HOME": str(self.folder), "LC_ALL": "C", **self.variables}
        return subprocess.Popen(
            command, cwd=self.tree, env=environment, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, start_new_session=True)

    def run(self, *command: str) -> subprocess.CompletedProcess:
        process = self.start(*command)
        stdout, stderr = process.communicate(timeout=60)
        return subprocess.CompletedProcess(command, process.returncode, stdout, stderr)

    @property
    def installed(self) -> list[str]:
        """What apt was told to install, command by command."""
        lines = self._log.read_text().splitlines() if self._log.exists() else []
        return [line for line in lines if " install " in line]

    @property
    def docker_run(self) -> list[str]:
        """The arguments of `docker run`; none if it was not run."""
        path = self.folder / "docker"
        return path.read_text().splitlines() if path.exists() else []

    @property
    def toolchains(self) -> list[str]:
        """What there is of toolchains, whole or not."""
        folder = self.tree / ".build" / "toolchain"
        return sorted(path.name for path in folder.iterdir() if path.name != "lock") if folder.exists() else []

    def _copy_tree(self, signer: str) -> None:
        self.tree.mkdir()
        for name in FILES:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, self.tree / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, self.tree / name)
        # What no variable may change: whose signature is asked for.
        self._replace(r"signer=52BB7E3DE28A71BE22EC05FFEF80A866B47A981F", f"signer={signer}")
        self._replace("os_release=/etc/os-release", f"os_release={self.folder}/os-release")
        (self.tree / "scripts" / "demo.py").write_text("print('the demonstration')\n")

    def _replace(self, old: str, new: str) -> None:
        path = self.tree / SCRIPT
        text = path.read_text()
        if text.count(old) != 1:
            raise ValueError(f"{SCRIPT} does not say once: {old}")
        path.write_text(text.replace(old, new))


@functools.cache
def programs() -> str:
    """A folder of everything that this machine has, but for what the tests are about."""
    folder = tempfile.TemporaryDirectory(prefix="lockstep-programs-")
    atexit.register(folder.cleanup)
    there = {path.name: path for path in [*Path("/usr/bin").iterdir(), *Path("/bin").iterdir()]}
    for name, path in {**there, "python3": Path(sys.executable).resolve()}.items():
        if not name.startswith(("swift", "docker")) and name not in ("apt-get", "dpkg", "dpkg-query", "sudo"):
            Path(folder.name, name).symlink_to(path)
    return folder.name


def closed_port() -> int:
    """Where nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
