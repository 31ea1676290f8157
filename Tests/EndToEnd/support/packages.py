"""Deployment packages, made on the fly."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

ECHO = """
def handler(event, context):
    return {"ok": True, "event": event}
"""


def write_folder(path: Path, handler: str = ECHO) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    (path / "app.py").write_text(handler)
    return path


def write_large_folder(path: Path, noise: int, blank: int) -> Path:
    """So many bytes that no compression makes smaller, and so many that it makes next to nothing of."""
    write_folder(path)
    with open(path / "noise.bin", "wb") as file:
        for _ in range(0, noise, 1 << 20):
            file.write(os.urandom(1 << 20))
    with open(path / "blank.bin", "wb") as file:
        file.truncate(blank)
    return path


def write_zip(path: Path, handler: str = ECHO, ballast: int = 0) -> Path:
    """A zip with app.py and, if asked for, so many bytes beside it that no compression makes smaller."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        files = {"app.py": handler.encode(), **({"ballast.bin": os.urandom(ballast)} if ballast else {})}
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16  # without it only their owner may read them
            archive.writestr(entry, content)
    return path
