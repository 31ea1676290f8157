"""The ordinary journeys of the real program."""

import json
import unittest

from support.testcase import SimulatorTest

ROLE = "arn:aws:iam::123456789012:role/orders"


class AnExistingFunction(SimulatorTest):
    def test_it_is_deployed_and_its_alias_moves(self):
        first = self.deploy({"alias": "live"})
        self.assert_outcome(first, "deployed")
        self.stage.change_code()
        self.proxy.forget()

        second = self.deploy({"alias": "live", "timeout": "17", "environment": '{"STAGE": "test"}'})

        self.assert_outcome(second, "deployed")
        version = second.outputs["version"]
        self.assertEqual(self.stage.alias_version(), version)
        published = self.stage.configuration(version)
        self.assertEqual(published["CodeSha256"], second.outputs["code-sha256"])
        self.assertEqual(published["Timeout"], 17)
        self.assertEqual(published["Environment"]["Variables"]["STAGE"], "test")
        self.assertEqual(second.outputs["previous-version"], first.outputs["version"])
        self.assertEqual(second.outputs["changed"], "true")
        self.assertLessEqual(self.proxy.calls_besides_polling, 12, self.proxy.names)

    def test_every_declared_output_is_written_and_no_other(self):
        result = self.deploy({"alias": "live"})
        self.assertEqual(set(result.outputs), set(self.stage.action.outputs), result.story())

    def test_a_summary_names_the_function_and_nobody_needs_to_act(self):
        result = self.deploy({"alias": "live"})
        self.assertIn("orders", result.summary)
        self.assertEqual((result.messages("error"), result.messages("warning")), ([], []))

    def test_a_second_run_makes_no_write(self):
        inputs = {"alias": "live", "memory-size": "256"}
        first = self.deploy(inputs)
        writes = self.simulator.writes()
        self.proxy.forget()

        second = self.deploy(inputs)

        self.assert_outcome(second, "unchanged")
        self.assertEqual(self.proxy.writes, [])
        self.assertEqual(self.simulator.writes(), writes)
        self.assertEqual(second.outputs["version"], first.outputs["version"])
        self.assertEqual(second.outputs["changed"], "false")

    def test_a_dry_run_makes_no_write(self):
        result = self.deploy({"alias": "live", "dry-run": "true"})
        self.assert_outcome(result, "planned")
        self.assertEqual(self.proxy.writes, [])
        # What answers at another address than AWS's own might carry it out.
        self.assertIn("this endpoint is not AWS's own", result.story())
        self.assertEqual(result.outputs["dry-run"], "not-proved")

    def test_environment_values_are_not_shown(self):
        result = self.deploy({"environment": '{"TOKEN": "swordfish-123"}'})
        told = [line for _, line in result.raw if "swordfish-123" in line]
        self.assertEqual(told, [])

    def test_no_variable_takes_an_output_or_a_word_away_from_the_job(self):
        held = ["123456789012", "arn:aws", "deployed", "orders", "name", "after", "1024", "live"]
        variables = json.dumps({f"V{number}": value for number, value in enumerate(held)})
        result = self.deploy({"environment": variables, "alias": "live", "memory-size": "1024"})
        self.assert_outcome(result, "deployed")
        self.assertEqual(result.withheld, [])
        self.assertFalse(set(held) & set(result.masks), result.masks)
        self.assertIn({"name": "MemorySize", "before": 128, "after": 1024}, json.loads(result.outputs["plan"]))
        self.assertRegex(result.outputs["alias-arn"], r"^arn:aws:lambda:[a-z0-9-]+:[0-9]{12}:function:orders:live$")


class AMissingFunction(SimulatorTest):
    options = ("--update-seconds", "0.2")

    def test_it_is_created_published_and_given_its_alias(self):
        result = self.deploy({"role": ROLE, "runtime": "python3.12", "handler": "app.handler", "alias": "live"})
        self.assert_outcome(result, "deployed")
        self.assertEqual(self.stage.alias_version(), result.outputs["version"])

    def test_without_a_role_it_is_an_error_that_says_so(self):
        result = self.deploy()
        self.assert_outcome(result, "failed")
        self.assertIn("role", " ".join(result.messages("error")))
        self.assertEqual(self.proxy.writes, [])


class ABusyFunction(SimulatorTest):
    options = ("--function", "orders", "--update-seconds", "0.2", "--busy-seconds", "1.5")

    def test_its_update_is_waited_for_before_any_write(self):
        result = self.deploy()
        self.assert_outcome(result, "deployed")
        self.assertNotIn(409, [call.status for call in self.proxy.calls])


class AnUpdateThatNeverEnds(SimulatorTest):
    options = ("--function", "orders", "--busy-seconds", "3600")

    def test_the_wait_stops_in_time_and_names_the_last_state(self):
        result = self.deploy({"wait-timeout": "2"})
        self.assert_outcome(result, "failed")
        self.assertIn("InProgress", " ".join(result.messages("error")))
        # Starting it takes seconds on a busy machine; without the input it would wait for minutes.
        self.assertLess(result.duration, 30)
        self.assertEqual(self.proxy.writes, [])


if __name__ == "__main__":
    unittest.main()
