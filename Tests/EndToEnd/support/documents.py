"""What the documents show."""

from __future__ import annotations

import re

from support.action_file import REPOSITORY


def blocks(page: str, heading: str | None = None, language: str = r"\w*") -> list[str]:
    """The blocks of code on a page, or under one of its headings."""
    text = (REPOSITORY / page).read_text()
    if heading is not None:
        section = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
        if section is None:
            raise ValueError(f"{page} has no heading {heading!r}")
        text = section[1]
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
