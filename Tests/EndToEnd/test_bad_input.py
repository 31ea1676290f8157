"""Bad input: every problem at once, one error each, and not a single call."""

import unittest

from support.testcase import SimulatorTest

ROWS = [
    ("no function name", {"function-name": ""}, ["function-name"]),
    ("two sources", {"zip-file": "app.zip"}, ["zip-file"]),
    ("a missing zip", {"code-artifacts-dir": "", "zip-file": "nowhere.zip"}, ["nowhere.zip"]),
    ("a zip that is none", {"code-artifacts-dir": "", "zip-file": "app/app.py"}, ["app.py"]),
    ("a missing folder", {"code-artifacts-dir": "nowhere"}, ["nowhere"]),
    ("a key without a bucket", {"code-artifacts-dir": "", "s3-key": "x"}, ["s3-bucket"]),
    ("JSON with a mistake", {"environment": '{"A": "b",\n "C" 1}'}, ["line 2"]),
    ("a number out of range", {"timeout": "0"}, ["timeout"]),
    ("no number", {"memory-size": "lots"}, ["memory-size"]),
    ("an unknown mode", {"mode": "destroy"}, ["mode"]),
    ("an alias of digits", {"alias": "12"}, ["alias"]),
    ("a truth that is none", {"publish": "perhaps"}, ["publish"]),
    ("an input that is nearly one", {"smoke-test-playload": "{}"}, ["is not an input. Did you mean smoke-test-payload?"]),
    (
        "three at once",
        {"function-name": "", "timeout": "0", "vpc-config": "{"},
        ["function-name", "timeout", "vpc-config"],
    ),
]


class BadInput(SimulatorTest):
    def test_each_problem_is_one_error_and_nothing_is_called(self):
        for name, inputs, expected in ROWS:
            with self.subTest(name):
                result = self.deploy(inputs)
                self.assertEqual(result.exit_code, 2, result.story())
                errors = result.messages("error")
                self.assertEqual(len(errors), len(expected), result.story())
                said = [f"{one.title} {one.message}" for one in result.annotations if one.level == "error"]
                for text in expected:
                    self.assertTrue(any(text in error for error in said), f"{text!r} in {said}")
                self.assertEqual(self.proxy.names, [])
                self.assertEqual(result.outputs.get("outcome"), "failed")

    def test_an_empty_input_is_one_not_given(self):
        result = self.deploy({"timeout": "", "environment": "", "alias": " "})
        self.assert_outcome(result, "deployed")


if __name__ == "__main__":
    unittest.main()
