"""What of a folder is packaged: the digest that AWS shows is that of a folder without the rest."""

import shutil
import unittest

from support.testcase import SimulatorTest


class WhatIsLeftOut(SimulatorTest):
    def digest(self, **inputs):
        result = self.deploy({"publish": "false", **inputs})
        self.assertEqual(result.exit_code, 0, result.story())
        return result.outputs["code-sha256"], result

    def test_a_checkout_is_deployed_without_its_token_and_without_what_its_lists_name(self):
        dist = self.stage.workspace / "app"
        bare, _ = self.digest()
        (dist / ".git").mkdir()
        (dist / ".git/config").write_text("extraheader = AUTHORIZATION: basic c2VjcmV0\n")
        (dist / ".lambdaignore").write_text("*.md\n!keep.md\n")
        (dist / "README.md").write_text("# Orders\n")
        shutil.copytree(dist / ".git", dist / "tests/fixtures")
        without, result = self.digest(exclude="tests/")
        self.assertEqual(without, bare, result.story())
        line = ("code-artifacts-dir is packaged without 1 folder by .git (by default), 1 file by /.lambdaignore (by default), "
                "1 file by *.md (.lambdaignore), 1 folder by tests/ (exclude)")
        self.assertIn(line, result.log, result.story())

    def test_what_is_left_out_is_brought_back(self):
        dist = self.stage.workspace / "app"
        (dist / ".DS_Store").write_text("")
        (dist / "notes.md").write_text("")
        (dist / ".lambdaignore").write_text("*.md\n")
        without, _ = self.digest()
        everything, result = self.digest(exclude="!.DS_Store\n!*.md\n!.lambdaignore")
        self.assertNotEqual(without, everything)
        self.assertNotIn("is packaged without", result.log)


if __name__ == "__main__":
    unittest.main()
