"""The harness itself: does it read a step as GitHub's runner does?"""

import sys
import tempfile
import unittest
from pathlib import Path

from support import commands
from support.action_file import ActionFile
from support.filecommands import read_key_values
from support.masks import Masks
from support.runner import INTERRUPT_GRACE, Runner

ACTION = ActionFile({"function-name": "", "publish": "true"}, frozenset({"version"}))


def run(code, inputs=None, env=None, **options):
    """Runs some lines of Python as the action."""
    with tempfile.TemporaryDirectory() as workspace:
        program = [sys.executable, "-c", "import os, sys, time, signal\n" + code]
        return Runner(program, ACTION).run(inputs or {}, env=env or {}, workspace=Path(workspace), **options)


class TheEnvironment(unittest.TestCase):
    def test_every_declared_input_is_set_and_dashes_stay(self):
        result = run("print(repr(os.environ['INPUT_FUNCTION-NAME']), os.environ['INPUT_PUBLISH'])")
        self.assertEqual(result.log, ["'' true"])

    def test_an_empty_input_hides_the_default(self):
        result = run("print(repr(os.environ['INPUT_PUBLISH']))", {"publish": ""})
        self.assertEqual(result.log, ["''"])

    def test_an_undeclared_input_warns_and_is_passed_on(self):
        result = run("print(os.environ['INPUT_X_Y'])", {"x y": "1"})
        self.assertEqual(result.log[-1], "1")
        self.assertIn("Unexpected input(s) 'x y'", result.annotations[0].message)

    def test_nothing_else_of_this_machine_is_seen(self):
        result = run("print(sorted(k for k in os.environ if k.startswith(('PIP', 'AWS', 'USER', 'PWD'))))")
        self.assertEqual(result.log, ["[]"])

    def test_standard_input_is_closed_and_nothing_is_a_terminal(self):
        result = run("print(repr(sys.stdin.read()), sys.stdout.isatty(), sys.stderr.isatty())")
        self.assertEqual(result.log, ["'' False False"])


class TheCommands(unittest.TestCase):
    def test_both_spellings_and_what_is_none(self):
        table = [
            ("::error::boom", ("error", "boom", {})),
            ("  ::error title=a%2Cb,line=1::x%0Ay%253A", ("error", "x\ny%3A", {"title": "a,b", "line": "1"})),
            ("::ERROR::boom", ("ERROR", "boom", {})),
            ("::error title=a, file=b::x", ("error", "x", {"title": "a", " file": "b"})),
            ("::error title=::x", ("error", "x", {})),
            ("::error::a::b", ("error", "a::b", {})),
            ("text ::error::boom", None),
            ("::unknown::boom", None),
            ("::error boom", None),
            ("text ##[error]boom", ("error", "boom", {})),
            ("text ##[set-output name=a;x=b]boom%5D", ("set-output", "boom]", {"name": "a", "x": "b"})),
            ("text ##[unknown]boom", None),
            ("::error::%0a", ("error", "%0a", {})),
        ]
        for line, expected in table:
            with self.subTest(line):
                found = commands.parse(line)
                self.assertEqual(found and (found.name, found.data, found.properties), expected)

    def test_both_streams_are_read(self):
        result = run("print('::error::one', flush=True); print('::warning::two', file=sys.stderr)")
        self.assertEqual({one.message for one in result.annotations}, {"one", "two"})

    def test_a_lone_carriage_return_starts_a_line(self):
        result = run(r"sys.stdout.write('harmless\r::error::boom\r\nrest')")
        self.assertEqual(result.messages("error"), ["boom"])
        self.assertEqual(result.log, ["harmless", "##[error]boom", "rest"])

    def test_an_error_alone_does_not_fail_the_step(self):
        self.assertEqual(run("print('::error::boom')").outcome, "success")

    def test_any_exit_code_but_zero_is_a_failure_without_a_message(self):
        result = run("sys.exit(78)")
        self.assertEqual((result.outcome, result.exit_code, result.annotations), ("failure", 78, []))

    def test_stopped_commands_are_text_until_the_token_comes(self):
        result = run(r"print('::stop-commands::token123\n::error::text\n::token123::\n::error::boom')")
        self.assertEqual(result.messages("error"), ["boom"])
        self.assertIn("::error::text", result.log)

    def test_a_bad_stop_token_fails_the_step_and_ends_the_log(self):
        result = run(r"print('x ##[stop-commands]\nlost')")
        self.assertEqual((result.outcome, result.log), ("failure", []))

    def test_a_forbidden_command_fails_the_step(self):
        self.assertEqual(run("print('::set-env name=A::b')").outcome, "failure")

    def test_ten_annotations_of_a_type_are_sent(self):
        result = run("[print(f'::warning::{n}') for n in range(12)]; print('::error::e')")
        self.assertEqual(len(result.messages("warning")), 10)
        self.assertEqual(result.messages("error"), ["e"])
        self.assertEqual(len(result.dropped_annotations), 2)

    def test_a_long_message_is_cut_and_a_blank_one_is_none(self):
        result = run("print('::error::' + 'x' * 5000); print('::error:: ')")
        self.assertEqual([len(one) for one in result.messages("error")], [4096])


class TheMasks(unittest.TestCase):
    def test_each_spelling_is_hidden_from_then_on(self):
        result = run(r"""print('s3cr"t\n::add-mask::s3cr"t\na s3cr"t b\ns3cr\\"t ' + 'czNjciJ0')""")
        self.assertEqual(result.log, ['s3cr"t', "a *** b", "*** ***"])

    def test_hits_that_touch_become_one(self):
        masks = Masks()
        masks.add("abc")
        masks.add("cd")
        self.assertEqual(masks.apply("xabcdabcx"), "x***x")

    def test_a_title_is_not_masked(self):
        result = run("print('::add-mask::secret'); print('::error title=secret::secret')")
        self.assertEqual((result.annotations[0].title, result.annotations[0].message), ("secret", "***"))


class TheFiles(unittest.TestCase):
    def test_what_is_read_and_what_is_refused(self):
        table = [
            ("a=1\n\nb=2=3\n", {"a": "1", "b": "2=3"}, None),
            ("a<<D\nx\ny\nD\n", {"a": "x\ny"}, None),
            ("a<<D\nx\nD", {"a": "x"}, None),
            ("a<<D\nD\n", {"a": ""}, None),
            ("a=<<D\n", {"a": "<<D"}, None),
            ("a=1\r\n", {"a": "1\r"}, None),
            ("a=1\nbroken\nb=2\n", {"a": "1"}, "Invalid format 'broken'"),
            ("a<<D\nx\n", {}, "Matching delimiter not found 'D'"),
            ("a<<D\nx", {}, "EOF marker missing new line"),
            ("=1\n", {}, "Name must not be empty"),
            ("a<<\n", {}, "delimiter must not be empty"),
        ]
        for text, pairs, error in table:
            with self.subTest(text), tempfile.TemporaryDirectory() as folder:
                path = Path(folder, "output")
                path.write_bytes(text.encode())
                found = read_key_values(path)
                self.assertEqual(found.pairs, pairs)
                self.assertIn(error or "None", str(found.error))

    def test_outputs_and_summary_are_read_after_a_failure(self):
        result = run(
            "open(os.environ['GITHUB_OUTPUT'], 'a').write('version=7\\n')\n"
            "open(os.environ['GITHUB_STEP_SUMMARY'], 'a').write('# Hello')\nsys.exit(1)"
        )
        self.assertEqual((result.outcome, result.outputs, result.summary), ("failure", {"version": "7"}, "# Hello"))

    def test_a_bad_file_fails_a_step_that_ended_well(self):
        result = run("open(os.environ['GITHUB_OUTPUT'], 'a').write('nonsense\\n')")
        self.assertEqual((result.exit_code, result.outcome), (0, "failure"))


class Cancelling(unittest.TestCase):
    def test_an_interrupt_comes_first(self):
        result = run(
            "signal.signal(signal.SIGINT, lambda *_: (os.write(1, b'bye\\n'), os._exit(3)))\n"
            "print('ready', flush=True)\ntime.sleep(30)",
            cancel_when=lambda line: line == "ready",
        )
        self.assertEqual((result.outcome, result.exit_code, result.log), ("cancelled", 3, ["ready", "bye"]))
        self.assertLess(result.ended - result.cancelled_at, INTERRUPT_GRACE)

    def test_a_program_that_does_not_end_is_killed(self):
        with self.assertRaises(TimeoutError):
            run("time.sleep(30)", timeout=0.3)


if __name__ == "__main__":
    unittest.main()
