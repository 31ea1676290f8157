"""A machine without Swift, and a server that has one for it."""

from __future__ import annotations

import subprocess
import unittest

from helpers.downloads import Downloads
from helpers.machine import Machine, closed_port
from helpers.signer import Signer


class SetupTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.signer = Signer()
        cls.addClassCleanup(cls.signer.close)

    def setUp(self) -> None:
        self.downloads = Downloads(self.signer)
        self.addCleanup(self.downloads.close)
        self.machine = self.new_machine()

    def new_machine(self, *what: object, signer: Signer | None = None) -> Machine:
        machine = Machine((signer or self.signer).fingerprint, *what)
        self.addCleanup(machine.close)
        machine.variables = dict(self.downloads.variables)
        return machine

    def disconnect(self) -> None:
        """No server answers any more."""
        self.machine.variables["LOCKSTEP_SWIFT_DOWNLOADS"] = f"http://127.0.0.1:{closed_port()}"

    def demo(self) -> subprocess.CompletedProcess:
        done = self.machine.run("make", "demo")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertTrue(done.stdout.endswith("the demonstration\n"), done.stdout)
        return done

    def refuse(self, *command: str) -> str:
        """The one error message that comes of it."""
        done = self.machine.run(*(command or ("make", "demo")))
        self.assertNotEqual(done.returncode, 0, done.stdout)
        self.assertNotIn("the demonstration", done.stdout)
        before, message = done.stderr.split("ERROR: ")
        for line in before.splitlines():
            self.assertRegex(line, r"^(==>|NOTICE:) ")
        return message
