"""Smoke tests: several from a file, expected errors, a time limit, and of the version itself."""

import json
import unittest

from support.elsewhere import MiniStackTest
from support.testcase import SimulatorTest

TESTS = [
    {"name": "ping", "payload": {"n": 1}, "expect": {"statusCode": 200, "echo": {"n": "*"}}},
    {"name": "no such order", "payload": {"order": -1}, "expect-error": "NoSuchOrder"},
]
NO_SUCH_ORDER = {"event": {"order": -1}, "errorType": "NoSuchOrder", "errorMessage": "-1"}
BROKEN_AS_VERSION = {"isOfVersions": True, "errorType": "Stale", "errorMessage": "::error::not after a restore"}
PROBLEMS = [
    ({"smoke-test-payload": "@nowhere.json"}, "nowhere.json: No such file"),
    ({"smoke-test-payload": "@app"}, "app: it is not a file"),
    ({"smoke-test-payload": "@app/app.py"}, '"app/app.py", which is not valid JSON: line 2, column 1'),
    ({"smoke-test-payload": '[{"name": "a", "payload": 1, "expct": 2}]'}, '"expct" is not known here'),
    ({"smoke-test-payload": "1", "smoke-test-target": "version", "publish": "false"}, "needs a published version"),
    ({"smoke-test-timeout": "5"}, "needs a smoke test"),
]


class OnTheSimulator(SimulatorTest):
    options = ("--function", "orders", "--update-seconds", "0.1", "--snapstart-seconds", "0.5")

    def setUp(self):
        super().setUp()
        (self.stage.workspace / "smoke.json").write_text(json.dumps(TESTS, indent=2))
        self.inputs = {"alias": "live", "smoke-test-payload": "@smoke.json"}

    def script(self, *exceptions):
        self.simulator.script_invoke("orders", {"exceptions": exceptions})

    def test_a_file_of_tests_passes_and_each_is_told(self):
        self.script(NO_SUCH_ORDER)
        result = self.deploy(self.inputs)
        self.assert_outcome(result, "deployed")
        self.assertEqual(self.proxy.names.count("Invoke"), 2)
        for told in ("ping", "passed", "no such order", "failed as expected"):
            self.assertIn(f"| {told} |", result.summary)

    def test_an_error_that_does_not_come_fails_the_deployment(self):
        result = self.deploy(self.inputs)
        self.assert_outcome(result, "failed")
        self.assertIn("The test no such order of $LATEST failed", " ".join(result.messages("error")))
        self.assertEqual(self.stage.alias_version(), "1")
        self.assertNotIn("PublishVersion", self.proxy.names)

    def test_a_version_that_fails_gets_no_traffic_until_it_passes(self):
        inputs = {
            **self.inputs, "smoke-test-target": "version", "snap-start": '{"ApplyOn": "PublishedVersions"}',
        }
        self.script(BROKEN_AS_VERSION, NO_SUCH_ORDER)
        failed = self.deploy(inputs)
        self.assert_outcome(failed, "failed")
        self.assertIn("The test ping of version 2 failed", " ".join(failed.messages("error")))
        self.assertIn("not after a restore", "\n".join(failed.log))
        self.assertEqual((self.stage.alias_version(), failed.outputs["version"]), ("1", ""))

        self.script(NO_SUCH_ORDER)
        self.proxy.forget()
        passed = self.deploy(inputs)
        self.assert_outcome(passed, "deployed")
        self.assertEqual(self.stage.alias_version(), "2")
        self.assertEqual([call.operation for call in self.proxy.writes], ["UpdateAlias"])
        self.assertEqual(self.proxy.names.count("Invoke"), 2)

    def test_what_is_wrong_is_told_before_anything_is_sent(self):
        for inputs, told in PROBLEMS:
            with self.subTest(told):
                result = self.deploy(inputs)
                errors = result.messages("error")
                self.assertEqual((result.exit_code, len(errors)), (2, 1), result.story())
                self.assertIn(told, errors[0])
                self.assertEqual(self.proxy.names, [])


class ATestThatTakesTooLong(SimulatorTest):
    options = ("--function", "orders", "--update-seconds", "0.1", "--fault", "slow@invoke", "--slow-seconds", "20")

    def test_it_is_not_waited_for(self):
        result = self.deploy({"alias": "live", "smoke-test-payload": "{}", "smoke-test-timeout": "1"})
        self.assert_outcome(result, "failed")
        self.assertIn("no answer within 1 s", " ".join(result.messages("error")))
        self.assertEqual((self.stage.alias_version(), self.proxy.names.count("Invoke")), ("1", 1))
        self.assertLess(int(result.outputs["duration-seconds"]), 20, "the answer was waited for")


REAL = '''
import json

class NoSuchOrder(Exception):
    pass

def handler(event, context):
    if event.get("order") == -1:
        raise NoSuchOrder("there is no order -1")
    print("::set-output name=hijacked::yes")
    return {"statusCode": STATUS, "body": json.dumps({"items": [{"price": 1.0, "id": event["n"]}]})}
'''
REAL_TESTS = [
    {"name": "list", "payload": {"n": 7}, "expect": {"body": {"items": [{"price": 1, "id": "*"}]}, "statusCode": 200}},
    {"name": "no such order", "payload": {"order": -1}, "expect-error": "no order -1", "timeout": "1m"},
]


class OnMiniStack(MiniStackTest):
    """With a function that really runs, and answers as API Gateway wants it."""

    def setUp(self):
        super().setUp()
        (self.stage.workspace / "smoke.json").write_text(json.dumps(REAL_TESTS))

    def deploy(self, status):
        (self.stage.workspace / "app" / "app.py").write_text(REAL.replace("STATUS", status))
        return super().deploy({
            "role": "arn:aws:iam::000000000000:role/orders", "runtime": "python3.12", "handler": "app.handler",
            "alias": "live", "smoke-test-payload": "@smoke.json", "smoke-test-target": "both",
        })

    def test_latest_and_then_the_version_pass_and_another_answer_moves_no_alias(self):
        good = self.deploy("200")
        self.assert_outcome(good, "deployed")
        self.assertEqual(self.proxy.names.count("Invoke"), 4)
        self.assertEqual(self.alias_version(), good.outputs["version"])

        bad = self.deploy("503")
        self.assert_outcome(bad, "failed")
        self.assertIn("at $.statusCode the answer has 503, expected 200", " ".join(bad.messages("error")))
        self.assertNotIn("hijacked", bad.outputs)
        self.assertEqual(self.alias_version(), good.outputs["version"])


if __name__ == "__main__":
    unittest.main()
