"""What is in an image, as it is in its layers: without what Docker adds to a container."""

from __future__ import annotations

import gzip
import io
import json
import struct
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

INTERPRETER, DYNAMIC = 3, 2


@dataclass(frozen=True)
class ImageFiles:
    configuration: dict
    members: dict[str, tarfile.TarInfo]
    """By their paths, without a slash before."""
    bytes: int
    compressed_bytes: int

    @classmethod
    def unpack(cls, image: str, folder: Path) -> "ImageFiles":
        """Into a folder, as the image's root. CalledProcessError: there is no such image."""
        saved = subprocess.run(["docker", "save", image], check=True, stdout=subprocess.PIPE).stdout
        with tarfile.open(fileobj=io.BytesIO(saved)) as archive:
            manifest = json.load(archive.extractfile("manifest.json"))[0]
            configuration = json.load(archive.extractfile(manifest["Config"]))
            layers = [archive.extractfile(name).read() for name in manifest["Layers"]]
        members: dict[str, tarfile.TarInfo] = {}
        for layer in layers:
            with tarfile.open(fileobj=io.BytesIO(layer)) as content:
                members |= {member.name.strip("/"): member for member in content}
                content.extractall(folder)
        size = sum(member.size for member in members.values())
        return cls(configuration, members, size, sum(len(gzip.compress(layer, 6)) for layer in layers))


def is_static(program: Path) -> bool:
    """Whether the system's loader has nothing to do: no interpreter is asked for, and no library (elf(5))."""
    content = program.read_bytes()
    if content[:5] != b"\x7fELF\x02":
        raise ValueError(f"{program} is no program of 64 bits")
    (start,), (size, count) = struct.unpack_from("<Q", content, 32), struct.unpack_from("<HH", content, 54)
    kinds = {struct.unpack_from("<I", content, start + number * size)[0] for number in range(count)}
    return not kinds & {INTERPRETER, DYNAMIC}
