"""What looks for secrets finds them, wherever and however they are written."""

import base64
import sys
import tempfile
import unittest
from pathlib import Path
from urllib.parse import quote

from support.action_file import ActionFile
from support.runner import Runner
from support.secrecy import leaks, leaks_in

SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"


class WhatLooksForSecrets(unittest.TestCase):
    def test_it_finds_each_spelling(self):
        embedded = [before + SECRET.encode() + b" and more" for before in (b"", b"x", b"xy")]
        spelt = [
            SECRET, SECRET.upper(), SECRET.replace("/", "\\/"), quote(SECRET, safe=""), quote(SECRET, safe="").lower(),
            SECRET.encode().hex(), *(base64.b64encode(each).decode() for each in embedded),
            *(base64.urlsafe_b64encode(each).decode() for each in embedded),
        ]
        for text in spelt:
            with self.subTest(text):
                self.assertNotEqual(leaks_in(f"before {text} after", [SECRET]), [])
        self.assertEqual(leaks_in("wJalrXUtnFEMI and CYEXAMPLEKEY", [SECRET]), [])

    def test_it_finds_the_parts_of_a_token_but_for_its_head(self):
        token = "head-of-it.claims-of-it.signature"
        self.assertEqual(leaks_in("a head-of-it b", [token]), [])
        for text in ("a claims-of-it b", "a signature b"):
            self.assertNotEqual(leaks_in(text, [token]), [])

    def test_it_looks_everywhere_but_at_the_command_that_hides(self):
        places = [
            "print(secret)", "print(secret, file=sys.stderr)", "print('::debug::' + secret)", "print('x ::add-mask::' + secret)",
            "print('::error title=' + secret + '::x')", "write('GITHUB_OUTPUT', 'a=' + secret)",
            "write('GITHUB_STEP_SUMMARY', secret)", "write('GITHUB_ENV', 'a=' + secret)",
        ]
        for place in places:
            with self.subTest(place):
                self.assertNotEqual(self.leaks_of(place), [])
        self.assertEqual(self.leaks_of("print('nothing')"), [])

    def leaks_of(self, place: str) -> list[str]:
        """Of a program that hides the secret first, as it should."""
        program = f"""import os, sys
secret = {SECRET!r}
def write(variable, text):
    with open(os.environ[variable], "a") as file:
        file.write(text)
print("::add-mask::" + secret)
{place}"""
        with tempfile.TemporaryDirectory() as folder:
            result = Runner([sys.executable, "-c", program], ActionFile.read()).run({}, env={}, workspace=Path(folder))
        self.assertEqual((result.exit_code, set(result.masks)), (0, {SECRET}))
        return leaks(result, [SECRET])


if __name__ == "__main__":
    unittest.main()
