"""The machine that jobs run on: an image made of this machine's own programs, for which nothing need be fetched."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from pathlib import Path

from helpers.engine import docker, forget

IMAGE = "lockstep-test-runner"
STAND_INS = Path(__file__).resolve().parents[1] / "stand-ins/programs"
#: What the steps of the examples and the stand-ins for actions need.
PROGRAMS = [
    "bash", "git", "tail", "cat", "mkdir", "env", "cp", "chmod", "basename", "jq", "gh", "docker", sys.executable,
]
VARIABLES = "PATH=/usr/bin PYTHONPATH=/opt/pip PIP_DISABLE_PIP_VERSION_CHECK=1"
LEFT_OUT = {"test", "tests", "site-packages", "dist-packages", "idlelib", "ensurepip", "tkinter", "lib2to3"}


def make() -> None:
    remove()
    files = _files()
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as tar:
        for name, path in sorted(files.items()):
            tar.add(path, name, filter=_without_what_nobody_needs)
        folder = tarfile.TarInfo("tmp")
        folder.type, folder.mode = tarfile.DIRTYPE, 0o1777
        tar.addfile(folder)
        python = tarfile.TarInfo("usr/bin/python3")
        if python.name not in files:
            python.type, python.linkname = tarfile.SYMTYPE, os.path.realpath(sys.executable)
            tar.addfile(python)
    subprocess.run(
        ["docker", "import", "--change", f"ENV {VARIABLES}", "-", IMAGE], input=archive.getvalue(), check=True,
        capture_output=True, timeout=300)


def remove() -> None:
    """With the containers that an act which was interrupted has left."""
    left = docker("ps", "--all", "--quiet", "--filter", f"ancestor={IMAGE}").split()
    if left:
        docker("rm", "--force", "--volumes", *left)
    forget(IMAGE)


def _files() -> dict[str, str]:
    """By the path in the image."""
    import pip

    found = {f"usr/bin/{name}": _program(name) for name in PROGRAMS if "/" not in name}
    for stand_in in STAND_INS.iterdir():
        if f"usr/bin/{stand_in.name}" in found:
            found[f"usr/bin/{stand_in.name}-itself"] = found[f"usr/bin/{stand_in.name}"]
        found[f"usr/bin/{stand_in.name}"] = str(stand_in)
    python, library = os.path.realpath(sys.executable), sysconfig.get_path("stdlib")
    # By its own path, for by that it finds its library.
    found |= {python.lstrip("/"): python, library.lstrip("/"): library, "opt/pip/pip": os.path.dirname(pip.__file__)}
    binaries = [_program(name) for name in PROGRAMS] + [str(path) for path in Path(library, "lib-dynload").glob("*.so")]
    listed = subprocess.run(["ldd", *binaries], text=True, capture_output=True).stdout
    return found | {path.lstrip("/"): os.path.realpath(path) for path in re.findall(r"(/\S+) \(0x", listed)}


def _program(name: str) -> str:
    return os.path.realpath(shutil.which(name))


def _without_what_nobody_needs(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    name = member.name.rpartition("/")[2]
    return None if name in LEFT_OUT or name.startswith("config-") or ".opt-" in name else member
