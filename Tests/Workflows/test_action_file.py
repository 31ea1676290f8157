"""What the runner and the Marketplace ask of action.yml, beyond its schema; of main's and of a release's."""

import unittest

import yaml

from helpers.repository import ROOT, run

IMAGE = "ghcr.io/octocat/lockstep@sha256:" + "0a" * 32


class TheActionFile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        main = (ROOT / "action.yml").read_text()
        released = run(["scripts/release-action.sh", IMAGE], ROOT, input=main, check=True).stdout
        cls.texts = {"Dockerfile": main, f"docker://{IMAGE}": released}

    def test_it_runs_a_container_and_nothing_else_is_said_of_how(self):
        """The runner refuses a key that it does not know there. An `args` would make that of the workflow inert."""
        for image, text in self.texts.items():
            self.assertEqual(yaml.safe_load(text)["runs"], {"using": "docker", "image": image})

    def test_it_has_no_anchor_which_the_runner_refuses(self):
        for text in self.texts.values():
            found = [token for token in yaml.scan(text) if isinstance(token, (yaml.AnchorToken, yaml.AliasToken))]
            self.assertEqual(found, [])

    def test_no_name_differs_from_another_by_its_case_only(self):
        action = yaml.safe_load(self.texts["Dockerfile"])
        for names in (action, action["inputs"], action["outputs"]):
            self.assertEqual(len({name.lower() for name in names}), len(names))

    def test_no_value_is_an_expression_for_the_runner_reads_them_everywhere(self):
        for text in self.texts.values():
            self.assertNotIn("${{", text)

    def test_the_marketplace_takes_it(self):
        action = yaml.safe_load(self.texts["Dockerfile"])
        self.assertLess(len(action["description"]), 125)
        self.assertEqual(set(action["branding"]), {"icon", "color"})


if __name__ == "__main__":
    unittest.main()
