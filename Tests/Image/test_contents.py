"""What is in the image, and what is not."""

import platform
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

from support.image_files import ImageFiles, is_static
from support.rehearsal import IMAGE

MEGABYTE = 1_000_000
PROGRAMS = {"bin/bash", "entrypoint.sh", "lockstep"}
OTHERS = {"etc/nsswitch.conf"}
FOLDERS = {"bin", "etc", "etc/ssl", "etc/ssl/certs", "github", "github/workspace"}
CERTIFICATE = re.compile(r"etc/ssl/certs/[0-9a-f]{8}\.\d+")
MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}


class Contents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="lockstep-image-")
        cls.addClassCleanup(folder.cleanup)
        cls.root = Path(folder.name)
        cls.image = ImageFiles.unpack(IMAGE, cls.root)

    def test_nothing_is_in_it_but_what_is_meant_to_be(self):
        certificates = {name for name in self.image.members if CERTIFICATE.fullmatch(name)}
        self.assertEqual(set(self.image.members) - certificates - {"", "."}, PROGRAMS | OTHERS | FOLDERS)
        self.assertGreater(len(certificates), 100)

    def test_everybody_may_read_it_and_only_root_may_change_it(self):
        for name, member in self.image.members.items():
            with self.subTest(name):
                self.assertTrue(member.isfile() or member.isdir(), "no link, and nothing odd")
                self.assertEqual((member.uid, member.gid), (0, 0))
                is_for_all = name in PROGRAMS or member.isdir()
                self.assertEqual(f"{member.mode & 0o7777:o}", "755" if is_for_all else "644")

    def test_its_programs_need_no_other_file(self):
        for name in ("lockstep", "bin/bash"):
            self.assertTrue(is_static(self.root / name), name)

    def test_it_is_small(self):
        print(f"\n{self.image.bytes:,} bytes, {self.image.compressed_bytes:,} compressed", flush=True)
        self.assertLess(self.image.bytes, 30 * MEGABYTE)
        self.assertLess(self.image.compressed_bytes, 12 * MEGABYTE)

    def test_it_is_what_the_runner_wants(self):
        configuration = self.image.configuration["config"]
        self.assertEqual(configuration["Entrypoint"], ["/entrypoint.sh"])
        self.assertFalse(configuration.get("Cmd"))
        self.assertFalse(configuration.get("User"), "the runner's files can only be written by root")
        self.assertEqual(configuration["WorkingDir"], "/github/workspace")
        self.assertEqual(self.image.configuration["architecture"], MACHINES[platform.machine()])

    def test_each_certificate_has_the_name_by_which_it_is_looked_for(self):
        for path in sorted((self.root / "etc/ssl/certs").iterdir()):
            command = ["openssl", "x509", "-subject_hash", "-noout", "-in", path]
            found = subprocess.run(command, capture_output=True, text=True)
            self.assertEqual(found.stdout.strip(), path.stem, found.stderr)


if __name__ == "__main__":
    unittest.main()
