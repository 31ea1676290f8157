"""The files by which a step answers, as GitHub's runner reads them (actions/runner, FileCommandManager.cs)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

SUMMARY_LIMIT = 1_048_576


@dataclass
class KeyValues:
    """What was read up to the first mistake, and the mistake."""

    pairs: dict[str, str] = field(default_factory=dict)
    error: str | None = None


def read_key_values(path: Path) -> KeyValues:
    result = KeyValues()
    try:
        for key, value in _pairs(_Lines(path.read_bytes().decode("utf-8-sig", "replace"))):
            result.pairs[key] = value
    except FileNotFoundError:
        pass  # A deleted file is ignored.
    except ValueError as mistake:
        result.error = str(mistake)
    return result


def read_summary(path: Path) -> tuple[str, str | None]:
    """The summary and the runner's complaint; a summary that is too long is not uploaded, and fails nothing."""
    if not path.exists():
        return "", None
    size = path.stat().st_size
    if size > SUMMARY_LIMIT:
        return "", f"$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got {size // 1024}k."
    return path.read_bytes().decode("utf-8", "replace"), None


class _Lines:
    """Lines end at LF alone: the CR of a CRLF stays in the value."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def next(self) -> tuple[str, bool] | None:
        """The next line and whether an LF ended it."""
        if self._at >= len(self._text):
            return None
        end = self._text.find("\n", self._at)
        ended = end >= 0
        line = self._text[self._at : end if ended else None]
        self._at = end + 1 if ended else len(self._text)
        return line, ended


def _pairs(lines: _Lines):
    while (found := lines.next()) is not None:
        line = found[0]
        if not line:
            continue
        equals, heredoc = line.find("="), line.find("<<")
        if equals >= 0 and (heredoc < 0 or equals < heredoc):
            key, value = line[:equals], line[equals + 1 :]
            if not key:
                raise ValueError(f"Invalid format '{line}'. Name must not be empty")
            yield key, value
        elif heredoc >= 0:
            yield _heredoc(line, lines)
        else:
            raise ValueError(f"Invalid format '{line}'")


def _heredoc(line: str, lines: _Lines) -> tuple[str, str]:
    key, _, delimiter = line.partition("<<")
    if not key or not delimiter:
        raise ValueError(f"Invalid format '{line}'. Name must not be empty and delimiter must not be empty")
    value: list[str] = []
    while (found := lines.next()) is not None:
        content, ended = found
        if content == delimiter:
            return key, "\n".join(value)
        if not ended:
            raise ValueError("Invalid value. EOF marker missing new line.")
        value.append(content)
    raise ValueError(f"Invalid value. Matching delimiter not found '{delimiter}'")
