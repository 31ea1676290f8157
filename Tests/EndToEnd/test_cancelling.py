"""A cancelled workflow: GitHub sends SIGINT and soon kills."""

import signal
import subprocess
import unittest

from support.rehearsal import IMAGE, PROGRAM
from support.testcase import SimulatorTest


class Cancelled(SimulatorTest):
    options = ("--function", "orders", "--busy-seconds", "3600")

    def test_a_wait_ends_within_five_seconds_with_outputs_and_summary(self):
        result = self.deploy(cancel_when=lambda line: "InProgress" in line)

        self.assertIsNotNone(result.cancelled_at, result.story())
        self.assertLess(result.ended - result.cancelled_at, 5, result.story())
        self.assertEqual(result.exit_code, 130, result.story())
        self.assertEqual(result.outputs.get("outcome"), "failed")
        self.assertIn("InProgress", " ".join([*result.messages("error"), *result.messages("warning")]))
        self.assertIn("orders", result.summary)
        self.assertEqual(self.proxy.writes, [])


class ADeadline(SimulatorTest):
    options = ("--function", "orders", "--busy-seconds", "3600")

    def test_a_wait_ends_ten_seconds_before_it(self):
        result = self.deploy({"deadline": "30"})

        self.assertEqual(result.exit_code, 1, result.story())
        self.assertTrue(19 < result.duration < 26, result.story())
        self.assertIn("Nothing had been changed yet", " ".join(result.messages("error")))
        self.assertEqual(self.proxy.writes, [])


@unittest.skipIf(IMAGE, "a container has no terminal of one's own")
class AClosedTerminal(SimulatorTest):
    options = ("--function", "orders", "--busy-seconds", "3600")

    def close_terminal(self, *before):
        """SIGHUP while it waits; then SIGTERM, if that has not ended it."""
        flags = ("--function-name", "orders", "--code-artifacts-dir", "app", "--aws-region", "eu-west-1")
        environment = {**self.stage.credentials, "AWS_ENDPOINT_URL": self.proxy.url, "PATH": "/usr/bin:/bin"}
        process = subprocess.Popen(
            [*before, PROGRAM, "deploy", *flags], cwd=self.stage.workspace, env=environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.addCleanup(process.kill)
        self.assertTrue(any("InProgress" in line for line in process.stdout), "it has ended")
        process.send_signal(signal.SIGHUP)
        try:
            told, _ = process.communicate(timeout=5 if not before else 1)
        except subprocess.TimeoutExpired:
            process.terminate()
            process.communicate(timeout=5)
            return None
        return process.returncode, told

    def test_stops_it_in_a_known_state(self):
        code, told = self.close_terminal()
        self.assertEqual(code, 130, told)
        self.assertIn("The run was cancelled", told)

    def test_does_not_where_nohup_was_asked_for(self):
        self.assertIsNone(self.close_terminal("nohup"))


if __name__ == "__main__":
    unittest.main()
