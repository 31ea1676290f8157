"""What GitHub's runner hides in a log (actions/runner, Sdk/DTLogging/Logging/SecretMasker.cs)."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote
from xml.sax.saxutils import escape


class Masks:
    def __init__(self) -> None:
        self.values: list[str] = []
        self._spellings: set[str] = set()

    def add(self, value: str) -> None:
        """Hides the whole value and each of its lines. There is no shortest length: masking "a" garbles the log."""
        for text in [value, *value.replace("\r", "\n").split("\n")]:
            if text.strip():
                self.values.append(text)
                self._spellings.update(spellings(text))

    def apply(self, text: str) -> str:
        """Hits that touch or overlap become one `***`."""
        hidden: list[tuple[int, int]] = []
        for start, end in sorted(self._hits(text)):
            if hidden and start <= hidden[-1][1]:
                hidden[-1] = (hidden[-1][0], max(end, hidden[-1][1]))
            else:
                hidden.append((start, end))
        for start, end in reversed(hidden):
            text = text[:start] + "***" + text[end:]
        return text

    def _hits(self, text: str):
        for spelling in self._spellings:
            start = text.find(spelling)
            while start >= 0:
                yield start, start + len(spelling)
                start = text.find(spelling, start + 1)


def spellings(value: str) -> set[str]:
    """The value and the encodings of it that the runner knows: base64 at three offsets, JSON, URI, XML, quotes."""
    data = value.encode()
    found = {value, value.strip('"'), value.replace('"', '\\"'), value.replace("'", "''")}
    found.add(json.dumps(value)[1:-1])
    found.add(json.dumps(value, ensure_ascii=False)[1:-1])
    found.add(quote(value, safe=""))
    found.add(escape(value, {'"': "&quot;", "'": "&apos;"}))
    found.update(base64.b64encode(data[offset:]).decode() for offset in range(3) if data[offset:])
    return {spelling for spelling in found if spelling.strip()}
