"""Random values as AWS allows them, from one character to the longest, with every legal character among them."""

from __future__ import annotations

import json
import string
import unicodedata
from random import Random

NAME = string.ascii_letters + string.digits + "-_"
# What breaks quoting, signing, encoding, trimming or a log line when it is not treated as text.
NASTY = (
    "\"\\'`$%&+=?#/;:,.<>{}[]()|~^!@* \t\n\r\x01\x1b\x7f\u0085\u00a0\u00ad\u0301\u200b\u200d\u2028\u2029\ufeff"
    "éÅ\u212bßçñøЖאد漢字한글ﬁ\U0001f680\U0001f469\U0001f1e9\U0010ffff"
)
TAG_SIGNS = "_.:/=+-@"


def ends_well(text: str) -> bool:
    """Inputs are trimmed: white space at the ends cannot be given."""
    return not (text[:1].isspace() or text[-1:].isspace() or text[:1] in "\ufeff\u200b" or text[-1:] in "\ufeff\u200b")


class RandomTexts(Random):
    def length(self, least: int, most: int) -> int:
        """Mostly short, now and then one of the bounds."""
        kind = self.random()
        if kind < 0.1:
            return least
        return most if kind < 0.2 else self.randint(least, min(most, least + 24))

    def of(self, alphabet: str, least: int, most: int) -> str:
        return "".join(self.choices(alphabet, k=self.length(least, most)))

    def character(self) -> str:
        kind = self.random()
        if kind < 0.4:
            return self.choice(string.printable[:95])
        if kind < 0.8:
            return self.choice(NASTY)
        while True:
            point = self.choice((self.randint(1, 0xFFFF), self.randint(0x10000, 0x10FFFF)))
            # Half a pair is no character, and U+FFFD is what stands for broken input.
            if not 0xD800 <= point < 0xE000 and point != 0xFFFD:
                return chr(point)

    def text(self, least: int, most: int) -> str:
        """Any Unicode but NUL, counted as code points."""
        return "".join(self.character() for _ in range(self.length(least, most)))

    def trimmed(self, least: int, most: int) -> str:
        """As `text`, but of the white space that an input may have at its ends there is none."""
        text = self.text(least, most)
        return text if ends_well(text) and text.strip() else ("x" + text[1:-1] + "x")[:most]

    def alias(self) -> str:
        name = self.of(NAME, 1, 128)
        return name if not name.isdigit() else "a" + name[1:]

    def tag(self, least: int, most: int) -> str:
        """Letters, digits and spaces of any script, and the signs that AWS allows."""
        characters = []
        for _ in range(self.length(least, most)):
            one = self.choice((self.choice(NAME), self.choice(TAG_SIGNS), self.character()))
            legal = unicodedata.category(one)[0] in "LNZ" and (one.isalnum() or one.isspace()) or one in TAG_SIGNS
            characters.append(one if legal else self.choice("äЖ漢٣ "))
        text = "".join(characters)
        return "x" + text if text.lower().startswith("aws:") else text

    def named(self, count: int, name, value) -> dict:
        """No two names that Unicode takes for one: an input with both is refused as naming one twice."""
        found = {}
        for _ in range(count):
            key = name()
            found.setdefault(unicodedata.normalize("NFC", key), (key, value()))
        return dict(found.values())

    def json_value(self, budget: int, depth: int = 0):
        """Of about so many bytes."""
        kind = self.random()
        if budget > 8 and depth < 8 and (kind < 0.7 or depth == 0):
            count = self.randint(1, 12)
            share = budget // count
            if self.random() < 0.5:
                return [self.json_value(share, depth + 1) for _ in range(count)]
            return self.named(count, lambda: self.text(0, 12), lambda: self.json_value(share, depth + 1))
        if kind < 0.8:
            return "".join(self.character() for _ in range(min(budget, 4000)))
        return self.choice((
            None, True, False, 0, -1, 2**63 - 1, -(2**63), 0.1, -0.0, 1e-7, 1e300, 5e-324, self.random(),
            self.randint(-(10**12), 10**12), self.gauss(0, 1e9),
        ))

    def dumped(self, value) -> str:
        """As JSON in one of the ways in which people and programs write it."""
        separators = self.choice(((",", ":"), (", ", ": "), (" ,\n\t", " :\r\n")))
        return json.dumps(value, ensure_ascii=self.random() < 0.5, separators=separators)
