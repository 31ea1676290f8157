"""Any bytes in a zip, anything in a directory: refused under the input's name, or sent as it is."""

import base64
import hashlib
import io
import os
import socket
import struct
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

from support import peak_memory
from support.byte_step import mistakes, run_step
from support.chance import SEED, TIMES, Chance
from support.credentials import CREDENTIALS
from support.rehearsal import PROGRAM
from support.testcase import SimulatorTest

METHODS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
SIGNATURES = ["PK\1\2", "PK\3\4", "PK\5\6", "PK\6\6", "PK\6\7", "PK\7\x08"]
# Neither begins to deploy.
REFUSED = {
    b"GITHUB_ACTIONS": b"true", b"INPUT_FUNCTION-NAME": b"orders", b"AWS_REGION": b"eu-west-1",
    b"AWS_ACCESS_KEY_ID": b"AKIDEXAMPLE", b"AWS_SECRET_ACCESS_KEY": b"secret", b"INPUT_TIMEOUT": b"0",
}
MEGABYTE = 1 << 20


def python_zip(chance):
    """A zip as Python makes it, of any method, with or without Zip64, a comment, and headers behind the content."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", chance.choice(METHODS)) as archive:
        others = chance.sample(["lib/", "lib/größe.py", "data.bin", "ä/ö/ü.txt"], chance.randint(0, 4))
        for name in ["app.py", *others]:
            with archive.open(name, "w", force_zip64=chance.random() < 0.3) as entry:
                entry.write(b"" if name.endswith("/") else chance.randbytes(40) * chance.randint(1, 50))
        archive.comment = chance.any_bytes(12)
    return data.getvalue()


class AnyZip(SimulatorTest):
    options = ("--function", "orders", "--update-seconds", "0.01")

    def test_a_spoilt_zip_is_refused_by_name_or_sent_as_it_is(self):
        count = 60 * TIMES
        print(f"test_a_spoilt_zip_is_refused_by_name_or_sent_as_it_is: {count} cases, seed {SEED}", flush=True)
        taken = 0
        for case in range(count):
            chance = Chance("test_a_spoilt_zip_is_refused_by_name_or_sent_as_it_is", case)
            data = python_zip(chance)
            data = data if case % 4 == 0 else chance.spoiled(data, SIGNATURES)
            (self.stage.workspace / "a.zip").write_bytes(data)
            result = self.deploy({"code-artifacts-dir": "", "zip-file": "a.zip", "publish": "false"}, timeout=30)
            story = f"{chance.replay}\n{result.story()}"
            if result.exit_code == 0:
                taken += 1
                digest = base64.b64encode(hashlib.sha256(data).digest()).decode()
                self.assertEqual(result.outputs["code-sha256"], digest, story)
                self.assertEqual(self.stage.configuration()["CodeSha256"], digest, story)
            else:
                self.assertEqual(result.exit_code, 2, story)
                titles = [one.cause for one in result.annotations if one.level == "error"]
                self.assertEqual(titles, ["input zip-file"], story)
                self.assertNotEqual(case % 4, 0, f"a good zip is refused: {story}")
        self.assertLess(taken, count)


class AFileThatLies(unittest.TestCase):
    """Gigabytes that are not there, and an end record that claims them as its list of entries."""

    def test_no_claim_of_a_zip_fills_the_memory(self):
        small = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFF0, 0, 0)
        large = struct.pack("<4sQ2H2L4Q4sLQL", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, 5 << 30, 0, b"PK\6\7", 0, 5 << 30, 1)
        for name, end in (("32 bits", small), ("64 bits", large + small)):
            with self.subTest(name), tempfile.TemporaryDirectory(prefix="lockstep-lies-") as folder:
                path = Path(folder) / "a.zip"
                with open(path, "wb") as file:
                    file.truncate(6 << 30)
                    file.seek(0, os.SEEK_END)
                    file.write(end)
                peak = Path(folder) / "peak"
                program = [sys.executable, "-S", "-I", peak_memory.__file__, str(peak), PROGRAM, "deploy"]
                inputs = ["--function-name", "orders", "--zip-file", str(path), "--timeout", "0"]
                ended = subprocess.run([*program, *inputs], env=CREDENTIALS, capture_output=True, timeout=30)
                self.assertEqual(ended.returncode, 2)
                self.assertIn(b"error: --zip-file", ended.stderr)
                self.assertLess(int(peak.read_text()) * 1024, 64 * MEGABYTE)


class AnyDirectory(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="lockstep-odd-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.odd = self.folder / "odd"
        self.odd.mkdir()

    def refusal(self, path: bytes = b"odd") -> str:
        result = run_step({**REFUSED, b"INPUT_CODE-ARTIFACTS-DIR": path}, self.folder)
        self.assertEqual(mistakes(result, []), [])
        messages = [one.message for one in result.errors if one.cause == "input code-artifacts-dir"]
        self.assertLessEqual(len(messages), 1)
        return "".join(messages)

    def test_what_has_no_place_in_a_package_is_named(self):
        os.mkfifo(self.odd / "pipe")
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(str(self.odd / "socket"))
        os.symlink("there", self.odd / "here")
        os.symlink("here", self.odd / "there")
        os.symlink(b"\xff", os.fsencode(self.odd) + b"/bytes")
        with open(os.fsencode(self.odd) + b"/na\xffme", "wb"):
            pass
        with open(os.fsencode(self.odd) + b"/\n::error::x", "wb"):
            pass
        said = self.refusal()
        for name in ("'pipe'", "'socket'", "'here'", "'there'", "'bytes'", "'na\ufffdme'"):
            self.assertIn(name, said)

    def test_a_name_of_any_kind_is_taken(self):
        two = ["é".encode(), b"e\xcc\x81"]  # one name to Swift, two to a disk
        for name in (b"\n", b"\r\n::error::x", b" ", b"-rf", b"...", b"\\", b"x" * 255, b"%0A", *two):
            with open(os.fsencode(self.odd) + b"/" + name, "wb") as file:
                file.write(b"x")
        self.assertEqual(self.refusal(), "")

    def test_a_path_that_leads_nowhere_is_named(self):
        os.symlink("loop", self.folder / "loop")
        for path in (b"loop", b"nowhere", b"/dev/null", b"/dev/full", b"/proc/self/mem", b"x" * 5_000, b"\n", b"odd"):
            with self.subTest(path[:20]):
                # White space alone is an input that is not given, and that is said of the same input.
                self.assertNotEqual(self.refusal(path), "")

    def test_directories_deeper_than_a_path_may_be_are_an_error(self):
        made = []
        here = os.open(self.odd, os.O_RDONLY)
        self.addCleanup(os.close, here)
        for _ in range(25):
            os.mkdir("d" * 200, dir_fd=here)
            made.append(os.open("d" * 200, os.O_RDONLY, dir_fd=here))
            here = made[-1]
        for end in made:
            self.addCleanup(os.close, end)
        self.assertIn("File name too long", self.refusal())


if __name__ == "__main__":
    unittest.main()
