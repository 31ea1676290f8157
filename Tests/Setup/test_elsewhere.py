"""Where Swift cannot be fetched, Docker serves; and where that cannot, one message says what to type."""

import os
import re
import signal
import subprocess
import unittest

from helpers.testcase import SetupTest

BASE = "swift:6.3-bookworm"


class InDocker(SetupTest):
    def setUp(self):
        super().setUp()
        self.machine.has_docker()

    def in_docker(self, *command):
        """The arguments after the image: how the script is started in the container."""
        done = self.machine.run(*(command or ("make", "demo")))
        self.assertNotEqual(done.returncode, 0)
        self.assertNotIn("ERROR", done.stderr)
        arguments = self.machine.docker_run
        return arguments[arguments.index(BASE) + 1:]

    def test_a_server_that_cannot_be_reached(self):
        self.disconnect()
        self.assertEqual(self.in_docker()[-1], "scripts/demo.sh")
        tree = self.machine.tree
        options = self.machine.docker_run
        for expected in (f"{tree}:{tree}", f"{tree}/.build/container:{tree}/.build"):
            self.assertEqual(options[options.index(expected) - 1], "--volume")
        self.assertTrue((tree / ".build/container").is_dir())

    def test_a_server_that_has_no_such_archive(self):
        self.downloads.status = 404
        self.assertEqual(self.in_docker()[-1], "scripts/demo.sh")

    def test_systems_and_machines_that_swift_has_no_archive_for(self):
        for system, architecture in [(("debian", "13"), "amd64"), (("ubuntu", "25.10"), "arm64"), (("debian", "12"), "i386")]:
            with self.subTest(system):
                self.machine = self.new_machine(system, architecture)
                self.machine.has_docker()
                self.assertEqual(self.in_docker()[-1], "scripts/demo.sh")
        self.assertEqual(self.downloads.requests, [])

    def test_a_machine_where_nothing_can_be_installed(self):
        self.machine.needs("libxml2-dev")
        self.machine.apt_works(False)
        self.assertEqual(self.in_docker()[-1], "scripts/demo.sh")

    def test_arguments_and_settings_come_along_and_the_status_comes_back(self):
        self.disconnect()
        self.machine.variables |= {"LOCKSTEP_SEED": "5", "https_proxy": "http://127.0.0.1:9"}
        self.assertEqual(self.in_docker("make", "soak", "MINUTES=3")[-2:], ["scripts/worlds.sh", "3"])
        for name in ("LOCKSTEP_SEED", "https_proxy"):
            self.assertEqual(self.machine.docker_run[self.machine.docker_run.index(name) - 1], "--env")
        self.assertEqual(self.machine.run("scripts/mutants.sh", "a", "b c").returncode, 7)
        self.assertEqual(self.machine.docker_run[-3:], ["scripts/mutants.sh", "a", "b c"])

    def test_the_image_is_pulled_if_it_is_not_there(self):
        self.disconnect()
        self.machine.has_docker(is_there=False)
        self.assertEqual(self.in_docker()[-1], "scripts/demo.sh")

    def start_as_in_the_container(self, *command):
        self.disconnect()
        start = self.in_docker()
        self.assertEqual(start[:2], ["bash", "-c"])
        script = "\n".join(start[2:start.index("bash", 2)])
        return subprocess.Popen(
            # Tests that are run in the background may have been told to ignore interruptions; docker tells nobody.
            ["env", "--default-signal", "bash", "-c", script, "bash", *command], cwd=self.machine.tree, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"PATH": "/usr/bin:/bin", "HOME": str(self.machine.folder)})

    def test_in_the_container_the_status_is_kept_and_files_get_the_tree_s_owner(self):
        tree = self.machine.tree
        if os.geteuid() == 0:
            os.chown(tree, 1234, 1234)
        process = self.start_as_in_the_container("sh", "-c", "echo $1 >made; exit 5", "sh", "a b")
        self.assertEqual((*process.communicate(timeout=30), process.returncode), ("", "", 5))
        self.assertEqual((tree / "made").read_text(), "a b\n")
        self.assertEqual((tree / "made").stat().st_uid, tree.stat().st_uid)

    def test_in_the_container_an_interruption_reaches_everything(self):
        process = self.start_as_in_the_container("bash", "-c", "bash -c 'echo here; sleep 60; echo slept'; echo on")
        self.assertEqual(process.stdout.readline(), "here\n")
        process.send_signal(signal.SIGINT)
        self.assertEqual((process.communicate(timeout=30)[0], process.returncode), ("", 130))


class NeitherServes(SetupTest):
    def setUp(self):
        super().setUp()
        self.disconnect()

    def test_one_message_says_what_to_type_whatever_is_made(self):
        messages = set()
        for target in ("demo", "test", "lint", "mutants", "soak", "reproducible"):
            with self.subTest(target):
                message, made = self.refuse("make", target).split("make: ***")
                self.assertIn(target, made)
                messages.add(re.sub(r"after \d+ ms", "", message))
        self.assertEqual(len(messages), 1, messages)
        message = messages.pop()
        self.assertIn("no Swift 6.1 or newer", message)
        self.assertRegex(message, r"From Swift: http://127\.0\.0\.1:\d+/swift-6\.3\.1-release/\S+: Failed to connect")
        self.assertIn("With Docker: it is not installed", message)
        for line in ("swiftly install 6.3.1", "sudo apt-get install docker.io", "export https_proxy="):
            self.assertIn(f"\n  {line}", message)

    def test_it_says_what_is_wrong_with_docker(self):
        self.machine.has_docker(answers=False)
        self.assertIn("With Docker: no engine answers: Cannot connect to the Docker daemon\n", self.refuse())
        self.machine.has_docker(is_there=False, can_be_pulled=False)
        self.assertIn("With Docker: manifest unknown\n", self.refuse())
        self.assertEqual(self.machine.docker_run, [])

    def test_it_says_that_there_is_no_archive_for_this_system(self):
        self.machine = self.new_machine(("debian", "13"))
        self.assertIn("From Swift: Swift has no archive for Debian 13 on ", self.refuse())

    def test_it_says_what_cannot_be_installed(self):
        self.machine.needs("curl")
        self.machine.put("apt-get", "echo 'E: Unable to locate package curl' >&2; exit 100")
        self.assertIn("From Swift: E: Unable to locate package curl\n", self.refuse())


if __name__ == "__main__":
    unittest.main()
