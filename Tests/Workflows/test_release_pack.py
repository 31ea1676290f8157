"""What a release takes from the machine that built the image."""

import os
import platform
import subprocess
import unittest

from helpers import engine
from helpers.repository import ROOT

FILES = ROOT / ".build/release-files"
PLATFORM = {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()]


class ThePack(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        environment = {**os.environ, "LOCKSTEP_IMAGE": engine.IMAGE}
        subprocess.run(["scripts/release-pack.sh"], cwd=ROOT, env=environment, check=True, capture_output=True, timeout=1200)

    def test_it_has_the_image_the_program_and_the_list(self):
        self.assertEqual({path.name for path in FILES.iterdir()}, {
            f"{PLATFORM}.tar", f"lockstep-linux-{PLATFORM}", f"{PLATFORM}.components"})

    def test_the_program_is_the_one_of_the_image(self):
        program = FILES / f"lockstep-linux-{PLATFORM}"
        says = subprocess.run([program, "--version"], env={}, check=True, capture_output=True, text=True).stdout.strip()
        self.assertEqual(says, engine.docker("run", "--rm", "--network", "none", engine.IMAGE, "--version"))

    def test_the_list_has_what_is_linked_in_and_what_lies_beside_it_each_with_its_version(self):
        lines = [line.split("\t") for line in (FILES / f"{PLATFORM}.components").read_text().splitlines()]
        self.assertEqual({len(line) for line in lines}, {3})
        self.assertTrue(all(version[:1].isdigit() for _, _, version in lines), lines)
        names = {(kind, name) for kind, name, _ in lines}
        libraries = ("curl", "openssl", "libarchive", "expat", "zlib", "glibc")
        wanted = {("deb", name) for name in (*libraries, "bash", "ca-certificates")}
        self.assertEqual((wanted | {("swift", "swift"), ("package", "swift-argument-parser")}) - names, set())
        self.assertNotIn(("package", "flyingfox"), names)


if __name__ == "__main__":
    unittest.main()
