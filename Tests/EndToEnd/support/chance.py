"""Chance that comes again with the same seed, and ways to spoil bytes."""

from __future__ import annotations

import os
import random

SEED = int(os.environ.get("LOCKSTEP_SEED", "20260801"))
TIMES = int(os.environ.get("LOCKSTEP_FUZZ_TIMES", "1"))

SURPRISES = [
    "\n", "\r\n", "\r", "\t", "\x0b", "\x85", "\u2028", "\xa0", "\u3000", "\u0301", "\u200d", "\ufe0f", "\u200b",
    "\u202e", "\ufeff", "\ufffd", "\U0010ffff", "\x1b[31m", "\x01", "\x7f", "::error::x", "##[add-mask]x",
    "::stop-commands::x",
    "%0A::debug::x", "{", "}", "[", "]", '"', "\\", "=", "--", "'", ",", ":", "/", "..", "null", "$LATEST", "{ref}",
    "aws:",
]


class Chance(random.Random):
    def __init__(self, what: str, case: int) -> None:
        super().__init__(f"{SEED} {what} {case}")
        self.replay = f"case {case}: LOCKSTEP_SEED={SEED} scripts/end-to-end.sh -k {what}"

    def spoiled(self, data: bytes, words: list[str] = SURPRISES) -> bytes:
        for _ in range(self.randint(1, 4)):
            data = self._changed(data, words)
        return data

    def any_bytes(self, most: int) -> bytes:
        return self.randbytes(self.randint(0, most))

    def _changed(self, data: bytes, words: list[str]) -> bytes:
        at = self.randint(0, len(data))
        end = min(len(data), at + 1 + self.getrandbits(self.randint(0, 6)))
        match self.randrange(7):
            case 0:
                return data[:at] + self.randbytes(1) + data[at + 1 :]
            case 1:
                return data[:at] + data[end:]
            case 2:
                return data[:end] + data[at:end] + data[end:]
            case 3:
                return data[:at]
            case 4:
                return data[:at] + self.any_bytes(8) + data[at:]
            case _:
                return data[:at] + self.choice(words).encode() + data[at if self.random() < 0.5 else end :]
