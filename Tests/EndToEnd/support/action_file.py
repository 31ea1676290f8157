"""The inputs and outputs that action.yml declares: of YAML, only what that file uses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class ActionFile:
    inputs: dict[str, str]
    """Each declared input with its default; without one, the runner passes an empty text."""
    outputs: frozenset[str]

    @classmethod
    def read(cls, path: Path = REPOSITORY / "action.yml") -> "ActionFile":
        inputs: dict[str, str] = {}
        outputs: set[str] = set()
        section = name = ""
        for line in path.read_text().splitlines():
            indent, text = len(line) - len(line.lstrip()), line.strip()
            if not text or text.startswith("#"):
                continue
            key, _, value = text.partition(":")
            if indent == 0:
                section = key
            elif indent == 2 and section == "inputs":
                name = key
                inputs[name] = ""
            elif indent == 2 and section == "outputs":
                outputs.add(key)
            elif indent == 4 and section == "inputs" and key == "default":
                inputs[name] = _scalar(value)
        return cls(inputs, frozenset(outputs))


def _scalar(text: str) -> str:
    text = text.strip()
    if text[:1] in ("'", '"') and text[-1:] == text[:1] and len(text) > 1:
        return text[1:-1]
    if text[:1] in ("|", ">", "&", "*") or "${{" in text:
        raise ValueError(f"a default that this reader does not know: {text}")
    return text
