"""The image as GitHub's runner starts it."""

import unittest

from support.filecommands import read_key_values
from support.programs import RUNNER_USER, Container, docker
from support.rehearsal import IMAGE
from support.step_folder import FILES
from support.testcase import SimulatorTest

ODD = {
    "INPUT_X-Y": "dash", "INPUT_X.Y": "dot", "X_QUOTES": "'\"`$(id)\\", "X_LINES": " two\n\nlines\t\n", "X_EMPTY": "",
    "X_MARKS": "é\u0301 \U0001f512", "X_LONG": "x" * 100_000, "x_small": "=a=",
}
# By the image's own shell, which has nothing but itself: on the machine only root may look at the process.
NAME_OF_THE_FIRST = 'read -r name </proc/1/comm; echo "$name"'
VARIABLES_OF_THE_FIRST = r"""while IFS= read -r -d '' entry; do printf '%s\0' "$entry"; done </proc/1/environ"""


class TheContainer(SimulatorTest):
    options = ("--function", "orders", "--update-seconds", "2")

    def deploy_and_look(self, script, **options):
        """A deployment, and what a script says in the container while it waits."""
        seen = []

        def on_line(line):
            if "Waiting" in line and not seen:
                container = docker("ps", "--quiet", "--filter", f"label={Container.label}")
                seen.append(docker("exec", container, "/bin/bash", "-c", script))

        result = self.deploy(on_line=on_line, **options)
        self.assert_outcome(result, "deployed")
        return seen[0], result

    def test_the_program_itself_is_the_first_process(self):
        name, _ = self.deploy_and_look(NAME_OF_THE_FIRST)
        self.assertEqual(name, "lockstep")

    def test_every_variable_arrives_as_it_was_given(self):
        entries, _ = self.deploy_and_look(VARIABLES_OF_THE_FIRST, env=ODD)
        variables = dict(entry.split("=", 1) for entry in entries.rstrip("\0").split("\0"))
        for name, value in {**ODD, "INPUT_FUNCTION-NAME": "orders", "INPUT_TIMEOUT": ""}.items():
            with self.subTest(name):
                self.assertEqual(variables.get(name), value)
        self.assertEqual(
            {variables[name] for name in ("HOME", "GITHUB_WORKSPACE", "RUNNER_TEMP")},
            {"/github/home", "/github/workspace", "/github/runner_temp"})

    def test_it_writes_to_the_runners_files_and_leaves_nothing_else(self):
        before = sorted(self.stage.workspace.rglob("*"))
        self.stage.program = container = Watched(IMAGE)
        self.assert_outcome(self.deploy(), "deployed")
        self.assertEqual(sorted(self.stage.workspace.rglob("*")), before)
        files = {f"_runner_file_commands/{name}" for name in FILES.values()}
        folders = {"_github_home", "_github_workflow", "_runner_file_commands"}
        self.assertEqual(set(container.left), {*folders, "_github_workflow/event.json", *files})
        for name in files:
            self.assertEqual(container.left[name], (RUNNER_USER, "644"), name)


class Watched(Container):
    """Notes what it left in the runner's folder: owner and mode of each file."""

    def clear(self, folder):
        paths = {str(path.relative_to(folder.temp)): path.stat() for path in folder.temp.rglob("*")}
        self.left = {name: (status.st_uid, f"{status.st_mode & 0o777:o}") for name, status in paths.items()}
        super().clear(folder)


class FilesThatCannotBeWritten(SimulatorTest):
    def assert_refused(self, result, *variables):
        """An error for each, and no call: what was done could not be told."""
        self.assertEqual((result.exit_code, result.outcome), (2, "failure"), result.story())
        for variable in variables:
            self.assertIn(variable, [one.cause for one in result.annotations], result.story())
        self.assertEqual(self.proxy.calls, [])

    def test_by_a_user_who_may_not(self):
        self.stage.workspace.chmod(0o755)
        self.stage.program = Container(IMAGE, "--user", "12345:12345")
        result = self.deploy()
        self.assert_refused(result, "variable GITHUB_OUTPUT", "variable GITHUB_STEP_SUMMARY")
        self.assertIn("Permission denied", " ".join(result.messages("error")))

    def test_because_their_folder_is_not_there(self):
        self.stage.program = Container(IMAGE, "-e", "GITHUB_OUTPUT=/nowhere/output")
        result = self.deploy()
        self.assert_refused(result, "variable GITHUB_OUTPUT")
        self.assertIn("/nowhere/output", " ".join(result.messages("error")))

    def test_but_those_that_are_missing_are_made(self):
        self.stage.program = Container(IMAGE, "-e", "GITHUB_OUTPUT=/github/workspace/made")
        self.assertEqual(self.deploy().outcome, "success")
        self.assertEqual(read_key_values(self.stage.workspace / "made").pairs["outcome"], "deployed")


if __name__ == "__main__":
    unittest.main()
