"""Workflow commands as GitHub's runner reads them (actions/runner, Runner.Common/ActionCommand.cs)."""

from __future__ import annotations

from dataclasses import dataclass, field

REGISTERED = frozenset(
    "set-env set-output save-state add-path add-mask add-matcher remove-matcher warning error notice debug "
    "group endgroup echo stop-commands".split()
)

# "%25" comes last, so that an escaped escape stays what it was. Only upper case is known.
_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
_BRACKET = (("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%25", "%"))


@dataclass(frozen=True)
class Command:
    name: str
    data: str
    properties: dict[str, str] = field(default_factory=dict)
    line: str = ""

    def get(self, key: str) -> str | None:
        """Property keys know no case."""
        return {name.lower(): value for name, value in self.properties.items()}.get(key.lower())


def parse(line: str, registered: frozenset[str] | set[str] = REGISTERED) -> Command | None:
    """The command on this line, in either spelling, or None if the runner takes the line for text."""
    return _parse_colons(line, registered) or _parse_brackets(line, registered)


def _parse_colons(line: str, registered) -> Command | None:
    """`::name key=value,key=value::data`, after leading white space only."""
    text = line.lstrip()
    if not text.startswith("::"):
        return None
    end = text.find("::", 2)
    if end < 0:
        return None
    name, _, properties = text[2:end].partition(" ")
    if not _is_registered(name, registered):
        return None
    return Command(name, _unescape(text[end + 2 :], _DATA), _properties(properties.strip(), ",", _PROPERTY), line)


def _parse_brackets(line: str, registered) -> Command | None:
    """`##[name key=value;key=value]data`, anywhere in the line."""
    start = line.find("##[")
    if start < 0:
        return None
    end = line.find("]", start)
    if end < 0:
        return None
    name, _, properties = line[start + 3 : end].partition(" ")
    if not _is_registered(name, registered):
        return None
    return Command(name, _unescape(line[end + 1 :], _BRACKET), _properties(properties, ";", _BRACKET), line)


def _is_registered(name: str, registered) -> bool:
    return name.lower() in {known.lower() for known in registered}


def _properties(text: str, separator: str, escapes) -> dict[str, str]:
    """Keys are not trimmed; a key without a value is dropped; the last one wins."""
    found: dict[str, str] = {}
    for part in text.split(separator):
        key, _, value = part.partition("=")
        if key and value:
            found[key] = _unescape(value, escapes)
    return found


def _unescape(text: str, escapes) -> str:
    for escaped, plain in escapes:
        text = text.replace(escaped, plain)
    return text
