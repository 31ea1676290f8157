"""The release's page: a draft until the tags have moved, with the files and their checksums."""

import hashlib
import json
import os
import tempfile
import unittest
from pathlib import Path

from helpers.repository import Repository

IMAGE = "ghcr.io/octocat/lockstep@sha256:" + "0a" * 32
STAND_INS = Path(__file__).resolve().parent / "stand-ins"


class ThePage(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="lockstep-page-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "lockstep-linux-amd64").write_text("a program")
        self.repository = Repository("1.2.3")
        self.addCleanup(self.repository.close)

    def publish(self, version, tagged=True):
        """What the script did; the calls of the client and the release are in `calls` and `release` then."""
        if not tagged:
            self.repository.commit_version(version)
            self.repository.tag(f"v{version}")
        environment = {
            "PATH": f"{STAND_INS}:{os.environ['PATH']}", "GITHUB_REPOSITORY": "octocat/lockstep",
            "GH_STATE": str(self.folder / "state"), "GH_CALLS": str(self.folder / "calls"),
        }
        (self.folder / "calls").unlink(missing_ok=True)
        done = self.repository.script(
            "release-publish.sh", f"v{version}", IMAGE, str(self.folder / "lockstep-linux-amd64"), env=environment)
        self.calls = [json.loads(line) for line in (self.folder / "calls").read_text().splitlines()]
        self.release = json.loads((self.folder / "state").read_text())
        return done

    def test_it_is_shown_after_the_tags_have_moved(self):
        source = self.repository.git("rev-parse", "HEAD")
        self.repository.tag("v1.2.3")
        done = self.publish("1.2.3")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([call["arguments"][1] for call in self.calls], ["view", "create", "view", "upload", "edit"])
        *before, last = [call["tags"] for call in self.calls]
        self.assertEqual(set(before), {f"{source}\trefs/tags/v1.2.3\n"})
        self.assertIn("refs/tags/v1\n", last)
        self.assertFalse(self.release["draft"])

    def test_the_checksums_are_those_of_the_files(self):
        self.repository.tag("v1.2.3")
        self.publish("1.2.3")
        digest = hashlib.sha256(b"a program").hexdigest()
        self.assertEqual(
            self.release["files"], {"lockstep-linux-amd64": "a program", "SHA256SUMS": f"{digest}  lockstep-linux-amd64\n"})

    def test_when_the_tags_cannot_move_it_stays_a_draft_and_a_second_run_ends_it(self):
        self.repository.tag("v1.2.3")
        hook = self.repository.server / "hooks/update"
        hook.write_text("#!/bin/sh\nexit 1\n")
        hook.chmod(0o755)
        self.assertNotEqual(self.publish("1.2.3").returncode, 0)
        self.assertTrue(self.release["draft"])
        hook.unlink()
        self.assertEqual(self.publish("1.2.3").returncode, 0)
        self.assertNotIn("create", [call["arguments"][1] for call in self.calls])
        self.assertFalse(self.release["draft"])

    def test_once_it_is_shown_its_files_are_left_alone(self):
        self.repository.tag("v1.2.3")
        self.publish("1.2.3")
        self.assertEqual(self.publish("1.2.3").returncode, 0)
        self.assertNotIn("upload", [call["arguments"][1] for call in self.calls])

    def test_only_the_newest_version_is_called_the_latest(self):
        table = [
            ("1.10.0", ["--latest=true", "--prerelease=false"]), ("1.9.0", ["--latest=false", "--prerelease=false"]),
            ("2.0.0-rc.1", ["--latest=false", "--prerelease=true"]),
            ("2.0.0", ["--latest=true", "--prerelease=false"]), ("1.11.0", ["--latest=false", "--prerelease=false"]),
        ]
        for version, options in table:
            with self.subTest(version):
                (self.folder / "state").unlink(missing_ok=True)
                self.publish(version, tagged=False)
                self.assertEqual(self.release["options"], options)


if __name__ == "__main__":
    unittest.main()
