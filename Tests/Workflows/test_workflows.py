"""That GitHub's CI asks what everybody's CI asks."""

import re
import unittest

import yaml

from helpers.repository import ROOT


def workflow(name):
    return yaml.safe_load((ROOT / ".github/workflows" / name).read_text())


class TheSameChecksEverywhere(unittest.TestCase):
    def test_ci_makes_what_the_script_for_ci_makes(self):
        jobs = workflow("ci.yml")["jobs"]
        steps = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
        made = set(re.findall(r"^make ([a-z-]+)$", "\n".join(steps), re.MULTILINE))
        made |= set(jobs["test"]["strategy"]["matrix"]["target"])
        script = (ROOT / ".ci/run").read_text()
        self.assertEqual(made, set(re.findall(r"\bmake ([a-z-]+)", script)))

    def test_both_platforms_are_tested_that_a_release_has(self):
        platforms = workflow("ci.yml")["jobs"]["image"]["strategy"]["matrix"]["include"]
        self.assertEqual({one["platform"] for one in platforms}, {"amd64", "arm64"})
        runners = workflow("release.yml")["jobs"]["pull"]["strategy"]["matrix"]["runner"]
        self.assertEqual({one["runner"] for one in platforms}, set(runners))

    def test_no_tag_moves_before_the_image_has_been_pulled(self):
        jobs = workflow("release.yml")["jobs"]
        order = {name: set([job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", []))
                 for name, job in jobs.items()}
        self.assertEqual(order, {
            "check": set(), "ci": {"check"}, "publish": {"ci"}, "pull": {"publish"}, "release": {"publish", "pull"}})
        writers = {name for name, job in jobs.items() if job["permissions"].get("contents") == "write"}
        self.assertEqual(writers, {"release"})


if __name__ == "__main__":
    unittest.main()
