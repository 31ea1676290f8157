"""The program as somebody uses it who sits before it, and as a script does."""

import json
import os
import signal
import subprocess
import unittest

from support.pseudo_terminal import COLOUR, SEQUENCE, PseudoTerminal, drawings, lines
from support.rehearsal import IMAGE, PROGRAM
from support.testcase import SimulatorTest

FLAGS = ("--function-name", "orders", "--code-artifacts-dir", "app", "--aws-region", "eu-west-1", "--alias", "live")


@unittest.skipIf(IMAGE, "a container has no terminal of one's own")
class TerminalTest(SimulatorTest):
    def environment(self, **more):
        return {
            **self.stage.credentials, "AWS_ENDPOINT_URL": self.proxy.url, "PATH": "/usr/bin:/bin", "TERM": "xterm",
            "USER": "ada", **more}

    def terminal(self, *arguments, command=None, columns=100, streams=None, **variables):
        terminal = PseudoTerminal(
            command or [PROGRAM, *arguments], self.environment(**variables), self.stage.workspace, columns,
            **(streams or {}))
        self.addCleanup(terminal.close)
        return terminal

    def piped(self, *arguments, **variables):
        return subprocess.run(
            [PROGRAM, *arguments], cwd=self.stage.workspace, env=self.environment(**variables), text=True,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=30)


class Streams(TerminalTest):
    def test_the_story_and_the_result_go_two_ways(self):
        done = self.piped("deploy", *FLAGS, "--output", "json")
        self.assertEqual(done.returncode, 0, done.stderr)
        result = json.loads(done.stdout)
        self.assertEqual((result["outcome"], result["changed"], result["version"]), ("deployed", True, "2"))
        self.assertIn("Update the code", done.stderr)
        self.assertTrue(done.stderr.splitlines()[-1].startswith("orders: version 2 is live, in "), done.stderr)

    def test_without_a_wish_there_is_no_result(self):
        done = self.piped("deploy", *FLAGS)
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)

    def test_as_text_each_output_is_a_line(self):
        done = self.piped("plan", *FLAGS, "--output", "text")
        self.assertIn("outcome: planned\n", done.stdout)
        self.assertEqual(self.proxy.writes, [])

    def test_policies_are_the_result(self):
        done = self.piped("permissions", *FLAGS)
        self.assertTrue(done.stdout.startswith("{\n"), done.stdout)
        self.assertIn("Policy of the role that deploys", done.stderr)

    def test_titles_are_flush_and_details_indented(self):
        told = self.piped("deploy", *FLAGS).stderr.splitlines()
        self.assertTrue(told[0].startswith("Lockstep ") and told[1] == "Read the current state", told)
        self.assertTrue(all(line.startswith("  ") for line in told[2:told.index("Update the code")]), told)

    def test_the_error_comes_last_and_speaks_of_flags(self):
        done = self.piped("deploy", *FLAGS, "--memory-size", "12x", "--output", "json")
        self.assertEqual((done.returncode, json.loads(done.stdout)["outcome"]), (2, "failed"))
        self.assertIn("error: --memory-size must be", done.stderr.splitlines()[-1])

    def test_who_looks_at_the_head_alone_does_not_stop_it(self):
        done = subprocess.run(
            ["bash", "-c", f'"$0" "$@" 2>&1 | head -n 1', PROGRAM, "deploy", *FLAGS, "--output", "json"],
            cwd=self.stage.workspace, env=self.environment(), text=True, capture_output=True, timeout=30)
        self.assertRegex(done.stdout, r"\ALockstep [^\n]*\n\Z")
        self.assertEqual(self.stage.alias_version(), "2")


class Looks(TerminalTest):
    def test_in_a_terminal_there_are_colours(self):
        terminal = self.terminal("deploy", *FLAGS)
        self.assertEqual(terminal.end(), 0, terminal.shown)
        self.assertIn("\x1b[1mUpdate the code\x1b[0m", terminal.shown)
        self.assertRegex(lines(terminal.shown)[-2], r"^orders: version 2 is live, in ")

    def test_an_error_is_red(self):
        terminal = self.terminal("deply")
        self.assertEqual(terminal.end(), 2)
        self.assertIn("\x1b[1;31merror: There is no command deply. Did you mean this?\x1b[0m", terminal.shown)

    def test_who_wants_none_gets_none(self):
        for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            terminal = self.terminal("plan", *FLAGS, **variables)
            self.assertEqual(terminal.end(), 0, terminal.shown)
            self.assertIsNone(COLOUR.search(terminal.shown), variables)

    def test_piped_it_is_plain_unless_colours_are_forced(self):
        self.assertIsNone(SEQUENCE.search(self.piped("plan", *FLAGS).stderr))
        self.assertIn("\x1b[1m", self.piped("plan", *FLAGS, CLICOLOR_FORCE="1").stderr)

    def test_a_result_that_is_piped_has_none(self):
        terminal = self.terminal("plan", *FLAGS, "--output", "json", streams={"stdout": subprocess.PIPE})
        with terminal.process.stdout as stdout:
            terminal.read()
            self.assertEqual(json.loads(stdout.read())["outcome"], "planned")
        self.assertIn("\x1b[1m", terminal.shown)


class LiveLine(TerminalTest):
    options = ("--function", "orders", "--update-seconds", "3")

    def test_a_wait_is_one_line_that_is_written_over(self):
        terminal = self.terminal("deploy", *FLAGS)
        self.assertEqual(terminal.end(), 0, terminal.shown)
        drawn = drawings(terminal.shown)
        self.assertGreater(len([line for line in drawn if "InProgress" in line]), 3, drawn)
        self.assertEqual([line for line in lines(terminal.shown) if " of at most " in line and "InProgress" in line][1:], [])

    def test_there_is_none_where_nobody_could_see_it(self):
        self.assertNotIn("\r", self.piped("deploy", *FLAGS).stderr)
        terminal = self.terminal("deploy", *FLAGS, "--memory-size", "300", TERM="dumb")
        self.assertEqual(terminal.end(), 0, terminal.shown)
        self.assertEqual(drawings(terminal.shown), [])

    def test_in_a_window_that_becomes_narrow_it_never_wraps(self):
        terminal = self.terminal("deploy", *FLAGS)
        before = len(terminal.read(until=" of at most "))
        terminal.resize(24)
        terminal.read(until="Publish a version")
        # What was on its way when the window changed is one line.
        drawn = drawings(terminal.shown[before:])[1:]
        self.assertGreater(len(drawn), 3, drawn)
        self.assertLessEqual(max(map(len, drawn)), 23, drawn)
        self.assertEqual(terminal.end(), 0, terminal.shown)


class ExitCodes(TerminalTest):
    def test_a_plan_tells_what_is_to_do(self):
        self.assertEqual(self.piped("plan", *FLAGS).returncode, 0)
        self.assertEqual(self.piped("plan", *FLAGS, "--exit-code").returncode, 2)
        self.assertEqual(self.piped("deploy", *FLAGS).returncode, 0)
        self.assertEqual(self.piped("plan", *FLAGS, "--exit-code").returncode, 0)

    def test_a_smoke_test_that_fails(self):
        self.simulator.script_invoke("orders", {"functionError": "Unhandled", "payload": {}})
        self.assertEqual(self.piped("deploy", *FLAGS, "--smoke-test-payload", "{}").returncode, 4)

    def test_a_conflict(self):
        self.assertEqual(self.piped("deploy", *FLAGS, "--revision-id", "another").returncode, 3)

    def test_what_somebody_mistypes(self):
        self.assertEqual(self.piped("deploy", "--memory-sise", "1").returncode, 2)

    def test_any_other_failure(self):
        done = self.piped("deploy", *FLAGS, "--function-name", "nobody")
        self.assertEqual(done.returncode, 1, done.stderr)


class CtrlC(TerminalTest):
    options = ("--function", "orders", "--busy-seconds", "3600")

    def test_ends_it_in_a_known_state(self):
        terminal = self.terminal("deploy", *FLAGS)
        terminal.read(until="InProgress")
        terminal.press_ctrl_c()
        self.assertEqual(terminal.end(), 130, terminal.shown)
        self.assertIn("The run was cancelled", terminal.shown)
        self.assertEqual(self.proxy.writes, [])


class Who(TerminalTest):
    def test_a_deployment_from_a_laptop_tells_who_and_which_commit(self):
        git = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b"}
        run = {"cwd": self.stage.workspace, "env": {"PATH": os.environ["PATH"], **git}, "check": True}
        for command in (["init", "--quiet"], ["commit", "--quiet", "--allow-empty", "--message", "x"]):
            subprocess.run(["git", *command], **run)
        commit = subprocess.run(["git", "rev-parse", "HEAD"], **run, text=True, capture_output=True).stdout[:7]
        self.assertEqual(self.piped("deploy", *FLAGS).returncode, 0)
        host = os.uname().nodename
        description = self.stage.configuration("2")["Description"]
        self.assertTrue(description.startswith(f"ada@{host} | {commit} | 20"), description)
        subprocess.run(["git", "pack-refs", "--all"], **run)
        subprocess.run(["git", "worktree", "add", "--quiet", "-b", "fix", "other"], **run)
        subprocess.run([PROGRAM, "deploy", *FLAGS, "--code-artifacts-dir", "../app", "--memory-size", "192"],
                       cwd=self.stage.workspace / "other", env=self.environment(), check=True, capture_output=True)
        self.assertIn(f" | {commit} | ", self.stage.configuration("3")["Description"])


class Status(TerminalTest):
    def test_what_a_function_is_up_to_is_the_result(self):
        done = self.piped("status", "orders", "--aws-region", "eu-west-1")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(done.stdout.startswith("orders · https://"), done.stdout)
        self.assertIn("  A deployment can start now.\n", done.stdout)
        self.assertIn("  Alias live at version 1\n", done.stdout)
        self.assertEqual(self.proxy.writes, [])

    def test_for_a_program_it_is_an_object_on_a_line(self):
        self.piped("deploy", *FLAGS)
        done = self.piped("status", "orders", "nope", "--aws-region", "eu-west-1", "--output", "json")
        self.assertEqual(done.returncode, 1)
        status = json.loads(done.stdout)
        live = status["aliases"][0]
        self.assertEqual((live["name"], live["version"], live["rollbackTo"]), ("live", "2", "1"))
        self.assertEqual(status["deployable"], "now")
        self.assertTrue(done.stderr.startswith("error: nope: the function does not exist\n"), done.stderr)

    def test_a_watch_shows_what_has_changed_and_ends_with_ctrl_c(self):
        watch = subprocess.Popen(
            [PROGRAM, "status", "orders", "--aws-region", "eu-west-1", "--watch"], cwd=self.stage.workspace,
            env=self.environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(watch.kill)
        page = [watch.stdout.readline() for _ in range(7)]
        self.assertIn("    1 ", page[-1][:6], page)
        self.piped("deploy", *FLAGS)
        while "Alias live at version 2" not in (line := watch.stdout.readline()):
            self.assertNotEqual(line, "", "the watch has ended")
        watch.send_signal(signal.SIGINT)
        _, errors = watch.communicate(timeout=10)
        self.assertEqual((watch.returncode, errors), (0, ""))


if __name__ == "__main__":
    unittest.main()
