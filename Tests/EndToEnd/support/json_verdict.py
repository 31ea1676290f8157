"""Whether a text is JSON, by Python's reader and the rules that Lockstep adds to the grammar."""

from __future__ import annotations

import json
import unicodedata

WHITE_SPACE = "\t\n\x0b\x0c\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
DEEPEST = 64


def is_accepted(text: str) -> bool:
    """Stricter than the grammar: no name twice, no half of a surrogate pair, no number that cannot be sent as written,
    nothing nested deeper than 64."""
    try:
        value = json.loads(
            text, parse_constant=_refuse, parse_int=_integer, parse_float=_number, object_pairs_hook=_members
        )
    except (ValueError, RecursionError):
        return False
    return _is_sound(value, DEEPEST)


def _refuse(text: str):
    raise ValueError(text)


def _integer(text: str) -> int:
    # The length first: Python takes no integer of more than 4,300 digits.
    if len(text) > 20 or not -(2**63) <= int(text) < 2**63:
        raise ValueError(text)
    return int(text)


def _number(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError(text)
    return number


def _members(pairs: list) -> dict:
    names = [unicodedata.normalize("NFC", name) for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("a name twice")
    return dict(pairs)


def _is_sound(value, room: int) -> bool:
    if isinstance(value, str):
        return not any("\ud800" <= character <= "\udfff" for character in value)
    if isinstance(value, list):
        return room > 0 and all(_is_sound(one, room - 1) for one in value)
    if isinstance(value, dict):
        return room > 0 and all(_is_sound(k, room) and _is_sound(v, room - 1) for k, v in value.items())
    return True
