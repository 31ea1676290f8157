"""The image's program by itself: how soon it starts, and how much memory it takes. Docker's share is not in it."""

import os
import sys
import tempfile
import time
import unittest
from pathlib import Path

from support import peak_memory
from support.image_files import ImageFiles
from support.rehearsal import IMAGE
from support.testcase import SimulatorTest

MEGABYTE = 1_000_000


class Footprint(SimulatorTest):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="lockstep-image-")
        cls.addClassCleanup(folder.cleanup)
        cls.root = Path(folder.name)
        ImageFiles.unpack(IMAGE, cls.root)
        cls.program = str(cls.root / "lockstep")

    def seconds(self, *command):
        """The best of a few: the figure is for an idle machine."""
        silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        measured = []
        for _ in range(40):
            began = time.perf_counter()
            process = os.posix_spawn(command[0], command, {}, file_actions=silent)
            _, status = os.waitpid(process, 0)
            measured.append(time.perf_counter() - began)
            self.assertEqual(status, 0)
        best, middle = min(measured), sorted(measured)[len(measured) // 2]
        print(f"\n{command[-2]}: {best * 1000:.1f} ms at best, {middle * 1000:.1f} ms in the middle")
        return best

    def peak(self, run):
        """In bytes, of the program with this command line before it."""
        path = self.root / "peak"
        self.assertEqual(run([sys.executable, "-S", "-I", peak_memory.__file__, str(path), self.program]), 0)
        peak = int(path.read_text()) * 1024
        print(f"\n{peak / MEGABYTE:.1f} MB")
        return peak

    def test_it_starts_within_ten_milliseconds_its_shell_included(self):
        shell = str(self.root / "bin/bash")
        self.assertLess(self.seconds(self.program, "--version"), 0.010)
        self.assertLess(self.seconds(shell, str(self.root / "entrypoint.sh"), "--version"), 0.010)

    def test_its_version_takes_less_than_sixteen_megabytes(self):
        def run(command):
            return os.waitstatus_to_exitcode(os.waitpid(os.posix_spawn(command[0], [*command, "--version"], {}), 0)[1])

        self.assertLess(self.peak(run), 16 * MEGABYTE)

    def test_an_ordinary_deployment_takes_less_than_thirty_two(self):
        def run(command):
            self.stage.program = command
            result = self.deploy({"alias": "live", "smoke-test-payload": "{}", "environment": '{"STAGE": "test"}'})
            self.assert_outcome(result, "deployed")
            return result.exit_code

        self.assertLess(self.peak(run), 32 * MEGABYTE)


if __name__ == "__main__":
    unittest.main()
