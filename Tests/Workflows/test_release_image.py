"""Images of two platforms, pushed to a registry as one."""

import tempfile
import unittest
from pathlib import Path

from helpers import engine
from helpers.registry import Registry
from helpers.repository import ROOT, run

NOBODY = "127.0.0.1:9"


class ThePublishedImage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="lockstep-images-")
        cls.addClassCleanup(folder.cleanup)
        cls.registry = Registry()
        cls.addClassCleanup(cls.registry.close)
        cls.addClassCleanup(engine.forget, cls.registry.address, NOBODY, engine.OTHER_IMAGE)
        cls.here = engine.save(engine.IMAGE, Path(folder.name, "here.tar"))
        cls.other = engine.save_for_another_platform(engine.IMAGE, Path(folder.name, "other.tar"))
        cls.home = folder.name

    def publish(self, tag, *archives):
        repository = f"{self.registry.address}/octocat/lockstep"
        return run(
            ["scripts/release-image.sh", repository, tag, *map(str, archives)], ROOT, env={"HOME": self.home})

    def test_it_has_both_platforms_under_one_digest(self):
        done = self.publish("v1.0.0", self.here, self.other)
        self.assertEqual(done.returncode, 0, done.stderr)
        image = done.stdout.strip()
        self.assertRegex(image, rf"^{self.registry.address}/octocat/lockstep@sha256:[0-9a-f]{{64}}$")
        platforms = [one["platform"] for one in self.registry.index(image)["manifests"]]
        self.assertEqual(sorted((one["os"], one["architecture"]) for one in platforms), [
            ("linux", "amd64"), ("linux", "arm64")])

    def test_it_is_pulled_by_its_digest_and_runs(self):
        image = self.publish("v1.0.1", self.here, self.other).stdout.strip()
        engine.docker("pull", "--quiet", image)
        self.assertRegex(engine.docker("run", "--rm", "--network", "host", image, "--version"), r"^lockstep \d+\.\d+\.\d+ \(")

    def test_the_same_images_again_have_the_same_digest(self):
        first = self.publish("v1.0.2", self.here, self.other)
        again = self.publish("v1.0.2", self.here, self.other)
        self.assertEqual((again.returncode, again.stdout), (0, first.stdout), again.stderr)

    def test_two_images_for_one_platform_are_refused(self):
        done = self.publish("v1.0.3", self.here, self.here)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("same platform", done.stderr)
        self.assertEqual(done.stdout, "")

    def test_a_registry_that_does_not_answer_is_a_failure(self):
        done = run(
            ["scripts/release-image.sh", f"{NOBODY}/octocat/lockstep", "v1.0.4", str(self.here), str(self.other)], ROOT,
            env={"HOME": self.home})
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(done.stdout, "")


if __name__ == "__main__":
    unittest.main()
