"""One version of one Swift everywhere: .swift-version names it, and the images that have it go by its first two numbers."""

import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def found(pattern, path):
    return re.findall(pattern, (ROOT / path).read_text(), re.MULTILINE)


class TheVersionOfSwift(unittest.TestCase):
    def setUp(self):
        [self.version] = found(r"^(\d+\.\d+\.\d+)$", ".swift-version")

    def test_the_images_have_it(self):
        image = f"swift:{self.version.rpartition('.')[0]}-bookworm"
        self.assertEqual(found(r"^ARG BASE=(.*)$", "Dockerfile"), [image])
        self.assertEqual(found(r"^ *container: (\S+)", ".github/workflows/ci.yml"), [image])

    def test_the_package_accepts_it(self):
        [least] = found(r"\A// swift-tools-version: (\d+\.\d+)$", "Package.swift")
        self.assertLessEqual(numbers(least), numbers(self.version))
        pages = ["README.md", *(str(page.relative_to(ROOT)) for page in (ROOT / "docs").glob("*.md"))]
        named = {version for page in pages for version in found(r"Swift (\d+\.\d+) or newer", page)}
        self.assertEqual(named, {least})


def numbers(version):
    return [int(number) for number in version.split(".")]


if __name__ == "__main__":
    unittest.main()
