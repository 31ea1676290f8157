"""Each example is deployed by the policies that `mode: permissions` prints for its very inputs: they are enough, and none
too many. The inputs are read from the example, so the two cannot part.
"""

import re
import unittest
from importlib.util import find_spec

from support.examples import FOLDER, README, example_steps, examples
from support.ministack import IS_INSTALLED
from support.rehearsal import IMAGE, Rehearsal
from support.testcase import at_once, only_where
from support.token_journeys import DEPLOYS, PLANS, TokenJourneyTest

#: Printed, and of no use in any scene here; each for a reason.
WITHOUT_A_CALL = {
    "lambda:GetFunctionConfiguration": "where GetFunction is refused",
    "iam:PassRole": "asked for by Lambda itself",
    "ecr:GetDownloadUrlForLayer": "asked for by Lambda itself",
    "ecr:GetRepositoryPolicy": "asked for by Lambda itself",
}


@only_where(IS_INSTALLED, "MiniStack and botocore are not installed")
@unittest.skipIf(IMAGE, "loopback is another one in a container")
class TheExamples(TokenJourneyTest):
    def test_what_is_printed_for_each_is_enough_and_nothing_in_it_is_too_much(self):
        for step, (policy, runs) in at_once(self.play, example_steps()):
            with self.subTest(step.example, job=step.job):
                used = set()
                for run in runs:
                    self.assert_outcome(run.result, outcome(step))
                    self.assertEqual(run.result.messages("error"), [])
                    self.assertEqual(run.gate.denied, set())
                    used |= run.gate.needed
                unused = set(policy.actions) - used - set(WITHOUT_A_CALL)
                if "smoke-test-payload" not in step.inputs or "image-uri" in step.inputs:  # MiniStack runs no images
                    unused.discard("lambda:InvokeFunction")  # a version that sleeps is called
                self.assertEqual(unused, set(), "printed, and never used")

    def play(self, step):
        """Over a function that is there, and over one whose alias is not; over none at all, if that is created."""
        inputs = {name: value for name, value in step.inputs.items() if name not in ("role-to-assume", "aws-region")}
        if "traffic" in inputs:
            inputs["traffic"] = re.sub(r"[0-9]+m\b", "1s", inputs["traffic"])  # nobody wants to wait here
        runs = []
        for is_missing in (False, True) if "role" in inputs else (False,):
            journey = self.journeys.prepare_example(inputs, is_missing, self.workspace())
            policy, trust = self.printed(journey, step.subject, PLANS if step.only_plans else DEPLOYS)
            role = self.role(journey, policy, trust)
            runs.append(self.deploy(journey, role, step.subject))
            if "rollback-to" in inputs:
                continue
            if step.only_plans:
                self.deploy_as_the_account(journey)
            self.journeys.delete_alias(journey)
            runs.append(self.deploy(journey, role, step.subject))
        return policy, runs

    def deploy_as_the_account(self, journey):
        with Rehearsal(self.ministack.url) as stage:
            self.assert_outcome(stage.deploy({**journey.inputs, "mode": "deploy"}), "deployed")


def given(example):
    return next(step.inputs for step in example_steps() if step.example == example)


def outcome(step):
    return "planned" if step.only_plans else "rolled-back" if "rollback-to" in step.inputs else "deployed"


@only_where(find_spec("yaml") is not None, "nothing that reads YAML is installed")
class WhatTheExamplesSay(unittest.TestCase):
    """Nothing is run for these: neither act nor MiniStack has GitHub's permissions."""

    def test_the_header_of_each_names_its_role_and_whom_that_trusts(self):
        for step in example_steps():
            if step.example == README:
                continue  # its page says it
            with self.subTest(step.example):
                head = (FOLDER / step.example).read_text().split("\nname:", 1)[0]
                end = re.sub("environment:.*", "environment:NAME", step.subject.partition(":")[2].partition(":")[2])
                self.assertIn(f"repo:OWNER/REPOSITORY:{end}", head)
                role = step.role.rpartition("/")[2]
                self.assertTrue(role in head or "role of each" in head, head)

    def test_a_token_is_for_the_jobs_that_assume_a_role_and_for_no_others(self):
        holders = {(step.example, step.job) for step in example_steps()}
        self.assertTrue(all(step.grants_token for step in example_steps()))
        for name, workflow in examples().items():
            self.assertEqual(workflow.get("permissions", {}), {}, name)
            for job, content in workflow["jobs"].items():
                if "uses" not in content and (name, job) not in holders:
                    self.assertNotIn("id-token", content["permissions"], f"{name}: {job}")

    def test_terraform_ignores_what_lockstep_writes(self):
        """test_terraform.py shows it, where Terraform can be had."""
        text = (FOLDER / "terraform.tf").read_text()
        ignored = [set(names.split(", ")) for names in re.findall(r"ignore_changes = \[(.*)\]", text)]
        self.assertEqual(len(ignored), 2)
        self.assertLessEqual({"filename", "source_code_hash", "image_uri"}, ignored[0])
        self.assertEqual(ignored[1], {"function_version", "routing_config", "description"})
        self.assertFalse({"runtime", "handler", "role", "environment"} & set(given("terraform.yml")))

    def test_no_job_that_runs_the_code_of_a_pull_request_may_write(self):
        for name, workflow in examples().items():
            for job, content in workflow["jobs"].items():
                uses = [step.get("uses", "") for step in content.get("steps", [])]
                if any(use.startswith("actions/checkout@") for use in uses):
                    self.assertEqual(set(content["permissions"]) - {"contents", "id-token"}, set(), f"{name}: {job}")


if __name__ == "__main__":
    unittest.main()
