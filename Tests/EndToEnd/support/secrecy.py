"""Looks for secrets in all that a step left behind."""

from __future__ import annotations

import base64
from typing import Iterable

from support.masks import spellings
from support.runner import StepResult


def leaks(result: StepResult, secrets: Iterable[str]) -> list[str]:
    """Only the command that hides a secret may say it: no line of either stream, and none of the step's files."""
    lines = [line for _, line in result.raw if not line.startswith("::add-mask::")]
    return leaks_in("\n".join([*lines, result.written]), secrets)


def leaks_in(text: str, secrets: Iterable[str]) -> list[str]:
    """The spellings that were found. Upper and lower case are the same here: of %2F and %2f both can be read."""
    text = text.lower()
    return [each for secret in secrets for part in _parts(secret) for each in _readable(part) if each.lower() in text]


def _parts(secret: str) -> list[str]:
    """Of a token also what it claims and its signature; its head is no secret."""
    parts = secret.split(".")
    return [secret, *parts[1:]] if len(parts) == 3 else [secret]


def _readable(secret: str) -> set[str]:
    """As the runner hides them, and what it would not find: a slash in JSON as some write it, base64 before another text,
    and figures."""
    data = secret.encode()
    # The last letters depend on what follows.
    encoded = [base64.b64encode(data[offset:]).decode().rstrip("=")[:-2] for offset in range(3)]
    plain = [each for code in encoded for each in (code, code.replace("+", "-").replace("/", "_"))]
    return {*spellings(secret), *plain, data.hex(), secret.replace("/", "\\/")}
