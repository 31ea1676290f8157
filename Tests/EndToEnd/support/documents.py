"""What the documents show."""

from __future__ import annotations

import re

from support.action_file import REPOSITORY


def blocks(page: str, heading: str) -> list[str]:
    """The blocks of code under a heading."""
    text = (REPOSITORY / page).read_text()
    section = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if section is None:
        raise ValueError(f"{page} has no heading {heading!r}")
    return re.findall(r"^```\w*\n(.*?)^```$", section[1], re.MULTILINE | re.DOTALL)
