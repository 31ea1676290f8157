"""Going back, giving way to a newer run, and deleting old versions, with the real program."""

import unittest

from support.elsewhere import MiniStackTest
from support.testcase import SimulatorTest

ROLLBACK = {"mode": "rollback", "alias": "live", "code-artifacts-dir": ""}
CREATION = {"role": "arn:aws:iam::000000000000:role/orders", "runtime": "python3.12", "handler": "app.handler"}


class OnTheSimulator(SimulatorTest):
    def deploy_twice(self):
        """Versions 2 and 3, over the first, which somebody else has made."""
        for _ in range(2):
            self.assert_outcome(self.deploy({"alias": "live"}), "deployed")
            self.stage.change_code()
        self.proxy.forget()

    def description(self):
        return self.simulator.get("/2015-03-31/functions/orders/aliases/live")["Description"]

    def test_it_goes_back_and_further_back_in_at_most_five_calls(self):
        self.deploy_twice()
        for expected in ("2", "1"):
            result = self.deploy(ROLLBACK)
            self.assert_outcome(result, "rolled-back")
            self.assertEqual((self.stage.alias_version(), result.outputs["version"]), (expected, expected))
            self.assertLessEqual(len(self.proxy.calls), 5, self.proxy.names)
            self.assertLess(result.duration, 15, "five calls take three seconds on a very busy machine")
            self.proxy.forget()
        nowhere = self.deploy(ROLLBACK)
        self.assert_outcome(nowhere, "failed")
        self.assertEqual((self.proxy.writes, self.stage.alias_version()), ([], "1"))

    def test_what_does_not_fit_a_rollback_is_refused_before_any_call(self):
        result = self.deploy({**ROLLBACK, "rollback-to": "yesterday", "alias": "", "memory-size": "256"})
        self.assert_outcome(result, "failed")
        self.assertEqual((len(result.messages("error")), self.proxy.calls), (3, []))

    def test_an_older_run_gives_way_to_a_newer_one(self):
        self.assert_outcome(self.deploy({"alias": "live"}, run_number=8), "deployed")
        self.assertRegex(self.description(), r"^\[lockstep 2 run [0-9a-f]{8}/8\.1 after 1\]$")
        self.stage.change_code()
        self.proxy.forget()
        old = self.deploy({"alias": "live"}, run_number=7)
        self.assert_outcome(old, "superseded")
        self.assertEqual((old.exit_code, self.proxy.writes, len(old.messages("warning"))), (0, [], 1))
        self.assert_outcome(self.deploy({"alias": "live", "on-superseded": "fail"}, run_number=7), "failed")
        self.assert_outcome(self.deploy({"alias": "live"}, run_number=9), "deployed")

    def test_old_versions_are_deleted_and_those_to_go_back_to_are_not(self):
        self.deploy_twice()
        self.assert_outcome(self.deploy({"alias": "live", "keep-versions": "1"}), "deployed")
        self.assertEqual(sorted(self.simulator.function("orders")["versions"]), ["3", "4"])
        self.assert_outcome(self.deploy(ROLLBACK), "rolled-back")
        self.assertEqual(self.stage.alias_version(), "3")


class OnAnotherControlPlane(MiniStackTest):
    def deploy(self, inputs=None, **options):
        return super().deploy({**CREATION, "alias": "live", **(inputs or {})}, **options)

    def versions(self):
        pages = self.aws.get_paginator("list_versions_by_function").paginate(FunctionName="orders")
        return [each["Version"] for page in pages for each in page["Versions"] if each["Version"] != "$LATEST"]

    def test_it_goes_back_and_further_back(self):
        for _ in range(3):
            self.assert_outcome(self.deploy(), "deployed")
            self.stage.change_code()
        for expected in ("2", "1"):
            self.assert_outcome(self.stage.deploy(ROLLBACK), "rolled-back")
            self.assertEqual(self.alias_version(), expected)
            self.assertIn(f"[lockstep {expected}", self.alias()["Description"])

    def test_a_slow_old_run_gives_way_to_a_fast_new_one(self):
        self.assert_outcome(self.deploy(run_number=8), "deployed")
        self.stage.change_code()
        self.assert_outcome(self.deploy(run_number=7), "superseded")
        self.assertEqual(self.alias_version(), "1")

    def test_130_versions_are_pruned_to_5_and_what_is_in_use_stays(self):
        self.assert_outcome(self.deploy(), "deployed")
        for number in range(2, 130):
            self.aws.update_function_configuration(FunctionName="orders", Timeout=number)
            self.aws.publish_version(FunctionName="orders")
        self.aws.create_alias(FunctionName="orders", Name="old", FunctionVersion="3")
        pruned = self.deploy({"keep-versions": "5", "timeout": "200"})
        self.assert_outcome(pruned, "deployed")
        self.assertEqual(self.versions(), ["1", "3", "126", "127", "128", "129", "130"])


if __name__ == "__main__":
    unittest.main()
