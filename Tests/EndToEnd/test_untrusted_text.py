"""What a function says can never become a command of the workflow."""

import unittest

from support.testcase import SimulatorTest

HOSTILE = [
    "::set-output name=hijacked::yes",
    "  ::error::hijacked",
    "text ##[add-mask]hijacked",
    "##[set-output name=hijacked]yes",
    "::stop-commands::hijacked",
    "text ##[stop-commands]",
    "harmless\r::set-env name=HIJACKED::yes",
    "::add-path::/hijacked",
    "::echo::on",
]
OURS = {"group", "endgroup", "error", "warning", "notice", "add-mask", "debug"}


class AHostileFunction(SimulatorTest):
    def script(self, text):
        payload = {"errorType": "::error::hijacked", "errorMessage": text, "trace": HOSTILE}
        self.simulator.script_invoke("orders", {"functionError": "Unhandled", "payload": payload, "log": text})

    def test_a_failing_smoke_test_gives_no_command_that_is_not_ours(self):
        for separator in ("\n", "\r", "\r\n"):
            with self.subTest(repr(separator)):
                self.script(separator.join(HOSTILE))
                result = self.deploy({"alias": "live", "smoke-test-payload": "{}"})

                self.assert_outcome(result, "failed")
                self.assertLessEqual({one.name.lower() for one in result.commands}, OURS, result.story())
                self.assertNotIn("hijacked", result.outputs)
                self.assertNotIn("hijacked", result.masks)
                titles = [one.title or "" for one in result.annotations]
                self.assertFalse([title for title in titles if "hijacked" in title])
                self.assertFalse([one for one in result.messages("error") if one.strip() == "hijacked"])
                self.assertIn("hijacked", "\n".join(result.log), "the function's words are shown all the same")
                self.assertEqual([one["operation"] for one in self.simulator.writes()], ["UpdateFunctionCode"])


if __name__ == "__main__":
    unittest.main()
