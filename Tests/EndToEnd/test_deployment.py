"""The ordinary journeys of the real program."""

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

    def test_environment_values_are_masked_first(self):
        result = self.deploy({"environment": '{"TOKEN": "swordfish-123"}'})
        self.assertIn("swordfish-123", result.masks)
        told = [line for _, line in result.raw if "swordfish-123" in line]
        self.assertTrue(all(line.startswith("::add-mask::") for line in told), told)


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
