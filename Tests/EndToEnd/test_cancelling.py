"""A cancelled workflow: GitHub sends SIGINT and soon kills."""

import unittest

from support.testcase import SimulatorTest


class Cancelled(SimulatorTest):
    options = ("--function", "orders", "--busy-seconds", "3600")

    def test_a_wait_ends_within_five_seconds_with_outputs_and_summary(self):
        result = self.deploy(cancel_when=lambda line: "InProgress" in line)

        self.assertIsNotNone(result.cancelled_at, result.story())
        self.assertLess(result.ended - result.cancelled_at, 5, result.story())
        self.assertEqual(result.exit_code, 1, result.story())
        self.assertEqual(result.outputs.get("outcome"), "failed")
        self.assertIn("InProgress", " ".join([*result.messages("error"), *result.messages("warning")]))
        self.assertIn("orders", result.summary)
        self.assertEqual(self.proxy.writes, [])


if __name__ == "__main__":
    unittest.main()
