"""The image as a person runs it from a terminal, with the commands that docs/terminal.md shows."""

import os
import shutil
import subprocess
import unittest

from support import documents
from support.credentials import CREDENTIALS
from support.programs import client_variables
from support.rehearsal import IMAGE
from support.testcase import SimulatorTest

NAME_ON_THE_PAGE = " lockstep "
BARE = ("--read-only", "--cap-drop", "ALL")


class LocalRun(SimulatorTest):
    def setUp(self):
        super().setUp()
        self.workspace = self.stage.workspace
        self.workspace.chmod(0o755)

    def variables(self):
        return {**client_variables(), **CREDENTIALS, "AWS_ENDPOINT_URL_LAMBDA": self.proxy.url}

    def run_image(self, *arguments, options=(), mounted=True):
        mount = ("-v", f"{self.workspace}:/github/workspace") if mounted else ()
        passed = [option for name in (*CREDENTIALS, "AWS_ENDPOINT_URL_LAMBDA") for option in ("-e", name)]
        command = ["docker", "run", "--rm", "--network", "host", *mount, *passed, *options, IMAGE, *arguments]
        return self.finish(command, self.variables())

    def deploy_locally(self, **how):
        inputs = ("--function-name", "orders", "--code-artifacts-dir", "app", "--alias", "live")
        return self.run_image("deploy", *inputs, **how)

    def finish(self, command, variables):
        return subprocess.run(
            command, env=variables, cwd=self.workspace, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, timeout=60)

    def assert_deployed(self, done):
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn(f"orders: version {self.stage.alias_version()} is live", done.stdout)
        self.assertNotRegex(done.stdout, r"(?m)^::", "a terminal is no runner")

    def assert_refused(self, done, *texts):
        self.assertIn(done.returncode, (1, 2), done.stdout)
        for text in texts:
            self.assertIn(text, done.stdout)
        self.assertEqual(self.proxy.writes, [])


class ThePage(LocalRun):
    def test_its_commands_do_what_they_say(self):
        """As written, but for what a rehearsal needs: the network of this machine and the simulator's address."""
        commands = documents.blocks("docs/terminal.md", "With docker, on your machine")
        self.assertEqual(len(commands), 2)
        shutil.copytree(self.workspace / "app", self.workspace / "dist")
        for command in commands:
            with self.subTest(command):
                self.assertEqual(command.count(NAME_ON_THE_PAGE), 1)
                (self.workspace / "dist" / "new.txt").write_text(command)
                command = command.replace(NAME_ON_THE_PAGE, f" {IMAGE} ")
                self.assert_deployed(self.finish(["bash", "-c", command], self.rehearsing()))

    def rehearsing(self):
        folder = self.workspace / "bin"
        folder.mkdir(exist_ok=True)
        stand_in = folder / "docker"
        stand_in.write_text(
            f'#!/bin/sh\nshift\nexec {shutil.which("docker")} run --network host -e AWS_ENDPOINT_URL_LAMBDA "$@"\n')
        stand_in.chmod(0o755)
        return {**self.variables(), "PATH": f"{folder}:{os.environ['PATH']}"}


class WithNoRights(LocalRun):
    def test_as_root_and_as_any_other_user(self):
        for user in ((), ("--user", "12345:12345")):
            with self.subTest(user):
                self.assert_deployed(self.deploy_locally(options=(*BARE, *user)))
                self.stage.change_code()

    def test_the_code_may_be_the_plan_of_a_zip(self):
        shutil.make_archive(str(self.workspace / "code"), "zip", self.workspace / "app")
        done = self.run_image(
            "plan", "--function-name", "orders", "--zip-file", "code.zip", options=(*BARE, "--user", "12345:12345"))
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn(" planned, in ", done.stdout)
        self.assertEqual(self.proxy.writes, [])


class Misuse(LocalRun):
    def test_nothing_is_mounted(self):
        self.assert_refused(self.deploy_locally(mounted=False), "code-artifacts-dir", "'app' does not exist")

    def test_the_code_may_not_be_read(self):
        (self.workspace / "app").chmod(0o700)
        done = self.deploy_locally(options=(*BARE, "--user", "12345:12345"))
        self.assert_refused(done, "app", "Permission denied")

    def test_a_word_that_is_no_command(self):
        self.assert_refused(self.run_image("destroy"), "destroy")

    def test_no_credentials(self):
        done = self.deploy_locally(options=("-e", "AWS_ACCESS_KEY_ID="))
        self.assert_refused(done, "AWS_ACCESS_KEY_ID")


class Questions(LocalRun):
    def test_they_are_answered_without_anything_else(self):
        for arguments in (("--version",), ("--help",), ("deploy", "--help"), ()):
            with self.subTest(arguments):
                done = self.run_image(*arguments, options=(*BARE, "--user", "12345:12345"), mounted=False)
                self.assertEqual(done.returncode, 0, done.stdout)
                self.assertTrue(done.stdout.strip())


if __name__ == "__main__":
    unittest.main()
