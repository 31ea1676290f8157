"""mode: package: the zip is made once, kept, and is what every function that it is deployed to then has."""

import base64
import hashlib
import os
import subprocess
import unittest
import zipfile

from support.packages import write_zip
from support.rehearsal import PROGRAM
from support.runner import Runner
from support.testcase import SimulatorTest

MAKE = {"mode": "package", "code-artifacts-dir": "app", "package-file": "orders.zip"}


class APackageThatIsKept(SimulatorTest):
    options = ("--function", "orders-dev", "--function", "orders-prod", "--update-seconds", "0.01")

    def make(self, **inputs):
        """Without credentials, Region or function."""
        runner = Runner(self.stage.program, self.stage.action)
        return runner.run({**MAKE, **inputs}, env={}, workspace=self.stage.workspace)

    def test_the_same_bytes_are_deployed_wherever_they_are_wanted(self):
        made = self.make()
        self.assert_outcome(made, "packaged")
        self.assertEqual(self.proxy.names, [])
        data = (self.stage.workspace / "orders.zip").read_bytes()
        digest = base64.b64encode(hashlib.sha256(data).digest()).decode()
        self.assertEqual(made.outputs["package-file"], "orders.zip")
        self.assertEqual(made.outputs["package-sha256"], digest)
        self.assertEqual(made.outputs["package-bytes"], str(len(data)))
        self.assertIn(f"Made orders.zip: {len(data)} bytes, SHA-256 {digest} (base64, as AWS shows it)", made.log)
        self.assertIn(digest, made.summary.replace("<wbr>", ""))

        self.stage.change_code()
        for function in ("orders-dev", "orders-prod"):
            inputs = {"function-name": function, "code-artifacts-dir": "", "zip-file": "*.zip", "alias": "live"}
            deployed = self.deploy(inputs)
            self.assert_outcome(deployed, "deployed")
            self.assertEqual(deployed.outputs["code-sha256"], digest)

    def test_it_is_made_again_in_its_place_with_the_same_bytes(self):
        first = self.make()
        os.utime(self.stage.workspace / "app/app.py", (1_000_000_000, 1_000_000_000))
        second = self.make(exclude="orders.zip")
        self.assertEqual(first.outputs["package-sha256"], second.outputs["package-sha256"])
        self.assertEqual(sorted(os.listdir(self.stage.workspace)), ["app", "orders.zip"])

    def test_a_finished_zip_is_checked_and_kept_as_it_is(self):
        with zipfile.ZipFile(self.stage.workspace / "made.zip", "w") as archive:
            archive.writestr("app.py", "handler")
        made = self.make(**{"code-artifacts-dir": "", "zip-file": "made.zip"})
        self.assert_outcome(made, "packaged")
        kept = (self.stage.workspace / "orders.zip").read_bytes()
        self.assertEqual(kept, (self.stage.workspace / "made.zip").read_bytes())

    def test_what_only_fits_through_s3_is_kept_as_well(self):
        write_zip(self.stage.workspace / "large.zip", ballast=51 << 20)
        made = self.make(**{"code-artifacts-dir": "", "zip-file": "large.zip"})
        self.assert_outcome(made, "packaged")

    def test_what_is_wrong_is_said_at_once_and_nothing_is_written(self):
        rows = [
            ({"package-file": ""}, "package-file is missing"),
            ({"package-file": "app/orders.zip"}, "package-file lies in code-artifacts-dir"),
            ({"package-file": "none/orders.zip"}, "package-file 'none' does not exist"),
            ({"package-file": "app"}, "package-file 'app' cannot be written: Is a directory"),
            ({"code-artifacts-dir": ""}, "code-artifacts-dir is missing"),
            ({"code-artifacts-dir": "", "s3-bucket": "builds", "s3-key": "k"}, "mode is package, which needs"),
            ({"dry-run": "true"}, "dry-run is for deployments"),
            ({"package-checks": "perhaps"}, "package-checks must be"),
            ({"links": "perhaps"}, "links must be keep or follow"),
            ({"mode": "deploy"}, "package-file is only for mode package"),
        ]
        for inputs, told in rows:
            with self.subTest(inputs):
                result = self.make(**inputs)
                self.assert_outcome(result, "failed")
                errors = result.messages("error")
                self.assertTrue(any(told in message for message in errors), result.story())
                self.assertEqual(len(errors), len(set(errors)), result.story())
                self.assertEqual(os.listdir(self.stage.workspace), ["app"])

    def test_the_packaged_folder_may_hold_it_if_it_is_left_out(self):
        made = self.make(**{"code-artifacts-dir": ".", "package-file": "orders.zip", "exclude": "/orders.zip"})
        again = self.make(**{"code-artifacts-dir": ".", "package-file": "orders.zip", "exclude": "/orders.zip"})
        self.assert_outcome(made, "packaged")
        self.assertEqual(made.outputs["package-sha256"], again.outputs["package-sha256"])

    @unittest.skipUnless(os.environ.get("LOCKSTEP_IMAGE", "") == "", "the program itself, in a terminal")
    def test_from_a_terminal(self):
        done = subprocess.run(
            [PROGRAM, "package", "--code-artifacts-dir", "app", "--package-file", "orders.zip", "--output", "text"], env={},
            cwd=self.stage.workspace, text=True, capture_output=True, timeout=30)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("package-file: orders.zip", done.stdout)
        self.assertIn("orders.zip: packaged, in ", done.stderr)


if __name__ == "__main__":
    unittest.main()
