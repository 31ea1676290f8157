"""The program as PID 1 of its container: it ends by itself when the workflow is cancelled, and no container stays."""

import socket
import subprocess
import threading
import time
import unittest

from support.name_server import ADDRESS, PORT
from support.programs import Container, docker
from support.rehearsal import IMAGE
from support.testcase import ONLY_WITH_NAMES, SimulatorTest

LONGEST = 7
"""Seconds: then comes SIGTERM, and 2.5 s later the end by force."""


class EndingTest(SimulatorTest):
    options = ("--function", "orders", "--busy-seconds", "3600")

    def assert_ended_by_itself(self, result):
        self.assertIsNotNone(result.cancelled_at, result.story())
        self.assertLess(result.ended - result.cancelled_at, LONGEST, result.story())
        self.assertEqual(result.exit_code, 130, result.story())
        self.assertEqual(result.outputs.get("outcome"), "failed", result.story())
        self.assertEqual(set(result.outputs), set(self.stage.action.outputs))
        self.assertIn("ancelled", " ".join(result.messages("error")), result.story())
        self.assertIn("orders", result.summary)
        print(f"{self.id().rpartition('.')[2]}: {result.ended - result.cancelled_at:.1f} s")


class Cancelled(EndingTest):
    def test_while_it_waits_for_an_update(self):
        self.assert_ended_by_itself(self.deploy(cancel_when=lambda line: "InProgress" in line))

    def test_at_its_first_line(self):
        self.assert_ended_by_itself(self.deploy(cancel_when=lambda line: "Lockstep" in line))

    def test_while_a_server_keeps_silent(self):
        silent = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(silent.close)
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        self.assert_ended_by_itself(
            self.deploy(env={"AWS_ENDPOINT_URL": url}, cancel_when=lambda line: "Lockstep" in line))

    @ONLY_WITH_NAMES
    def test_while_a_name_server_keeps_silent(self):
        silent = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.addCleanup(silent.close)
        silent.bind((ADDRESS, PORT))
        resolver = self.stage.workspace / "resolv.conf"
        resolver.write_text(f"nameserver {ADDRESS}\n")
        self.stage.program = Container(IMAGE, "-v", f"{resolver}:/etc/resolv.conf:ro")
        url = "http://lambda.lockstep.test"
        self.assert_ended_by_itself(
            self.deploy(env={"AWS_ENDPOINT_URL": url}, cancel_when=lambda line: "Lockstep" in line))


class CancelledAmidTheSteps(EndingTest):
    options = ("--function", "orders", "--update-seconds", "0.2")

    def test_while_the_function_is_tested(self):
        over = threading.Event()
        self.addCleanup(over.set)
        self.proxy.after = lambda call: call.operation == "Invoke" and over.wait(60)
        result = self.deploy(
            {"alias": "live", "smoke-test-payload": "{}"}, cancel_when=lambda line: "Invoke" in line)
        self.assert_ended_by_itself(result)
        self.assertNotIn("PublishVersion", self.proxy.names)


class Ended(EndingTest):
    def test_by_sigterm_alone_as_docker_stop_does(self):
        stopped = []

        def stop(line):
            if "InProgress" in line and not stopped:
                container = docker("ps", "--quiet", "--filter", f"label={Container.label}")
                stopped.append(time.monotonic())
                subprocess.Popen(["docker", "kill", "--signal", "TERM", container], stdout=subprocess.DEVNULL).wait()

        result = self.deploy(on_line=stop)
        result.cancelled_at = stopped[0]
        self.assert_ended_by_itself(result)


if __name__ == "__main__":
    unittest.main()
