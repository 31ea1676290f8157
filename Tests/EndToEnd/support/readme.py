"""What the README shows."""

from __future__ import annotations

import re

from support.action_file import REPOSITORY


def commands(heading: str) -> list[str]:
    """The blocks of code under a heading."""
    text = (REPOSITORY / "README.md").read_text()
    section = re.search(rf"^## {re.escape(heading)}\n(.*?)^## ", text, re.MULTILINE | re.DOTALL)
    if section is None:
        raise ValueError(f"the README has no heading {heading!r}")
    return re.findall(r"^```\w*\n(.*?)^```$", section[1], re.MULTILINE | re.DOTALL)
