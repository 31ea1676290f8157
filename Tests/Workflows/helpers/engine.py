"""What the tests ask of the Docker engine, by its own client."""

from __future__ import annotations

import io
import json
import os
import subprocess
import tarfile
from pathlib import Path

IMAGE = os.environ.get("LOCKSTEP_IMAGE", "lockstep")
OTHER_IMAGE = "lockstep-test-other"


def docker(*arguments: str, **options) -> str:
    done = subprocess.run(["docker", *arguments], text=True, capture_output=True, timeout=300, **options)
    if done.returncode:
        raise RuntimeError(f"docker {' '.join(arguments)}: {done.stderr}")
    return done.stdout.strip()


def save(image: str, path: Path) -> Path:
    docker("save", "--output", str(path), image)
    return path


def save_for_another_platform(image: str, path: Path) -> Path:
    """The same image, but it says that it is for an architecture which is not this machine's, and has a name of its own."""
    original = save(image, path.with_suffix(".original"))
    with tarfile.open(original) as before, tarfile.open(path, "w") as after:
        manifest = json.load(before.extractfile("manifest.json"))
        configuration = json.load(before.extractfile(manifest[0]["Config"]))
        configuration["architecture"] = "arm64" if configuration["architecture"] == "amd64" else "amd64"
        manifest[0]["RepoTags"] = [f"{OTHER_IMAGE}:latest"]
        for member in before.getmembers():
            match member.name:
                case "manifest.json":
                    _add(after, member.name, manifest)
                case "repositories" | "index.json" | "oci-layout":
                    pass  # what a newer engine would read first
                case name if name == manifest[0]["Config"]:
                    _add(after, name, configuration)
                case _:
                    after.addfile(member, before.extractfile(member))
    original.unlink()
    return path


def read(image: str, path: str) -> bytes:
    """A file of an image."""
    container = docker("create", image)
    try:
        command = ["docker", "cp", f"{container}:{path}", "-"]
        done = subprocess.run(command, capture_output=True, check=True, timeout=300)
    finally:
        docker("rm", container)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        return archive.extractfile(path.rpartition("/")[2]).read()


def forget(*repositories: str) -> None:
    """Removes what the engine has of these repositories: their tags, and then what has a digest only."""
    for name in ("{{.Repository}}:{{.Tag}}", "{{.Repository}}@{{.Digest}}"):
        listed = docker("images", "--digests", "--format", name).splitlines()
        ours = {one for one in listed if one.startswith(repositories) and "<none>" not in one}
        if ours:
            docker("image", "rm", *sorted(ours))


def _add(archive: tarfile.TarFile, name: str, content) -> None:
    data = json.dumps(content).encode()
    member = tarfile.TarInfo(name)
    member.size = len(data)
    archive.addfile(member, io.BytesIO(data))
