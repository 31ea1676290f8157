"""Traffic that goes over in steps, under alarms."""

import json
import unittest

from support import moto
from support.elsewhere import MiniStackTest, MotoTest
from support.testcase import SimulatorTest

CANARY = {"alias": "live", "traffic": "10% 1s, 50% 1s, 100% 1s", "alarms": "errors"}
ALARM = {
    "AlarmName": "errors", "MetricName": "Errors", "Namespace": "AWS/Lambda", "Period": 60, "EvaluationPeriods": 1,
    "Threshold": 1, "Statistic": "Sum", "ComparisonOperator": "GreaterThanThreshold",
}


def at(words, act):
    """Acts when a line of the log has these words."""
    return lambda line: act() if words in line else None


class InSteps(SimulatorTest):
    options = ("--function", "orders", "--update-seconds", "0.2", "--alarm", "errors", "--alarm", "latency")

    def routings(self):
        """Where the alias pointed, one after the other, as we wrote it."""
        aliases = [call for call in self.proxy.writes if call.method == "PUT" and "/aliases/" in call.target]
        return [json.loads(call.body) for call in aliases]

    def shares(self):
        return [(each["FunctionVersion"], each["RoutingConfig"]["AdditionalVersionWeights"]) for each in self.routings()]

    def test_a_canary_completes_and_a_second_run_finds_nothing_to_do(self):
        result = self.deploy(CANARY)
        self.assert_outcome(result, "deployed")
        self.assertEqual(self.shares(), [("1", {"2": 0.1}), ("1", {"2": 0.5}), ("2", {})])
        self.assertIn("1, 50% to 2", result.summary)
        self.proxy.forget()
        self.assert_outcome(self.deploy(CANARY), "unchanged")
        self.assertEqual(self.proxy.writes, [])

    def test_an_alarm_puts_the_alias_back_and_is_named_with_its_reason(self):
        result = self.deploy(
            {**CANARY, "traffic": "10% 60s"},
            on_line=at("Watching 10%", lambda: self.simulator.turn_alarm("errors", "ALARM")))
        self.assert_outcome(result, "failed")
        self.assertIn("Threshold Crossed", " ".join(result.messages("error")))
        self.assertEqual(self.shares(), [("1", {"2": 0.1}), ("1", {})])
        self.assertEqual(self.stage.alias_version(), "1")

    def test_cancelled_it_puts_the_alias_back_and_the_next_run_finishes(self):
        result = self.deploy({**CANARY, "traffic": "10% 1h"}, cancel_when=lambda line: "Watching 10%" in line)
        self.assertLess(result.ended - result.cancelled_at, 5, result.story())
        self.assertEqual(self.shares(), [("1", {"2": 0.1}), ("1", {})])
        self.assert_outcome(self.deploy(CANARY), "deployed")
        self.assertEqual(self.stage.alias_version(), "2")

    def test_an_alarm_that_does_not_exist_is_told_before_anything_is_written(self):
        result = self.deploy({**CANARY, "alarms": "errors, nobody"})
        self.assert_outcome(result, "failed")
        self.assertIn("There is no alarm nobody", " ".join(result.messages("error")))
        self.assertEqual(self.proxy.writes, [])

    def test_an_alarm_that_is_on_already_is_warned_about_or_stops(self):
        self.simulator.turn_alarm("errors", "ALARM")
        stopped = self.deploy({**CANARY, "alarms-already-on": "fail"})
        self.assert_outcome(stopped, "failed")
        self.assertEqual(self.proxy.writes, [])
        warned = self.deploy(CANARY)
        self.assert_outcome(warned, "deployed")
        self.assertIn("Threshold Crossed", " ".join(warned.messages("warning")))


class ByCodeDeploy(SimulatorTest):
    options = ("--function", "orders", "--update-seconds", "0.2", "--deployment-group", "shop/orders")

    def test_it_is_followed_to_its_end_or_left(self):
        inputs = {
            "alias": "live", "traffic": "codedeploy", "codedeploy-application": "shop",
            "codedeploy-deployment-group": "orders",
        }
        followed = self.deploy(inputs)
        self.assert_outcome(followed, "deployed")
        self.assertEqual(self.stage.alias_version(), "2")
        self.stage.change_code()
        left = self.deploy({**inputs, "wait": "false"})
        self.assert_outcome(left, "deployed")
        self.assertEqual(left.outputs["codedeploy-deployment-id"], "d-1001")
        self.assertIn("d-1001?region=", left.outputs["codedeploy-link"])


class Elsewhere:
    """The same on control planes that nobody here wrote."""

    def setUp(self):
        super().setUp()
        self.cloudwatch = self.plane.client("cloudwatch")
        self.cloudwatch.put_metric_alarm(**ALARM)
        self.cloudwatch.set_alarm_state(AlarmName="errors", StateValue="OK", StateReason="nothing is wrong")
        self.inputs = {**CANARY, "role": self.role, "runtime": "python3.12", "handler": "app.handler"}

    def test_a_canary_completes_and_an_alarm_ends_one(self):
        created = self.deploy(self.inputs)
        self.assert_outcome(created, "deployed")
        self.assertIn("The alias is new", "\n".join(created.log))
        self.stage.change_code()
        shifted = self.deploy(self.inputs)
        self.assert_outcome(shifted, "deployed")
        self.assertIn("10% to", "\n".join(shifted.log))
        self.assertEqual(self.alias_version(), shifted.outputs["version"])

        self.stage.change_code()
        turn = {"AlarmName": "errors", "StateValue": "ALARM", "StateReason": "too many errors"}
        ended = self.deploy(
            {**self.inputs, "traffic": "10% 60s"},
            on_line=at("Watching 10%", lambda: self.cloudwatch.set_alarm_state(**turn)))
        self.assert_outcome(ended, "failed")
        self.assertIn("too many errors", " ".join(ended.messages("error")))
        self.assertEqual(self.alias_version(), shifted.outputs["version"])
        self.assertFalse(self.alias().get("RoutingConfig", {}).get("AdditionalVersionWeights"))

    def test_a_cancelled_canary_is_taken_back_and_the_next_run_finishes(self):
        created = self.deploy(self.inputs).outputs["version"]
        self.stage.change_code()
        self.deploy({**self.inputs, "traffic": "10% 1h"}, cancel_when=lambda line: "Watching 10%" in line)
        self.assertEqual(self.alias_version(), created)
        self.assertFalse(self.alias().get("RoutingConfig", {}).get("AdditionalVersionWeights"))
        finished = self.deploy(self.inputs)
        self.assert_outcome(finished, "deployed")
        self.assertEqual(self.alias_version(), finished.outputs["version"])

    def test_an_alias_that_somebody_moves_in_the_middle_stays_theirs(self):
        created = self.deploy(self.inputs).outputs["version"]
        self.stage.change_code()
        move = {"FunctionName": "orders", "Name": "live", "FunctionVersion": created, "RoutingConfig": {}}
        result = self.deploy(
            {**self.inputs, "traffic": "10% 5m"},
            on_line=at("Watching 10%", lambda: self.aws.update_alias(**move)))
        self.assert_outcome(result, "failed")
        self.assertIn("someone else moved it to version", " ".join(result.messages("error")))
        self.assertEqual(self.alias_version(), created)


class OnMiniStack(Elsewhere, MiniStackTest):
    role = "arn:aws:iam::000000000000:role/orders"


class OnMoto(Elsewhere, MotoTest):
    role = moto.ROLE


if __name__ == "__main__":
    unittest.main()
