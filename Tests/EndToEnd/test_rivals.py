"""Somebody else acts, or an answer is lost, after each single call of a deployment."""

import unittest

from support.testcase import SimulatorTest

INPUTS = {"alias": "live", "timeout": "21", "max-retries": "5"}
MOVES = ("code", "configuration", "publish", "alias")


class ADisturbedDeployment(SimulatorTest):
    options = ("--function", "orders", "--update-seconds", "0.05")

    def setUp(self):
        super().setUp()
        self.first = self.deploy({"alias": "live"})
        self.assert_outcome(self.first, "deployed")
        self.disturbed = False

    def fresh_server(self):
        """A new server and workspace, deployed to once, so that each row of a table starts alike."""
        self.doCleanups()
        self.setUp()
        self.change_code()
        self.proxy.forget()

    def undisturbed_calls(self):
        self.fresh_server()
        self.assert_outcome(self.deploy(INPUTS), "deployed")
        return list(self.proxy.names)

    def rival_after(self, index, move):
        def act(call):
            if not self.disturbed and len(self.proxy.calls) == index + 1:
                self.disturbed = True
                self.simulator.rival(move)

        self.proxy.after = act

    def lose_after(self, index):
        def loses(call):
            if self.disturbed or len(self.proxy.calls) != index + 1:
                return False
            self.disturbed = True
            return True

        self.proxy.loses = loses

    def test_a_rival_in_any_gap_never_gets_into_our_version(self):
        steps = self.steps()
        for move in MOVES:
            for index, name in steps:
                with self.subTest(f"{move} after call {index} ({name})"):
                    self.fresh_server()
                    self.rival_after(index, move)
                    result = self.deploy(INPUTS)
                    self.assert_outcome(result, "deployed")
                    self.assert_version_is_ours(result)

    def test_with_on_conflict_fail_nothing_half_done_gets_traffic(self):
        for index, name in self.steps():
            with self.subTest(f"code after call {index} ({name})"):
                self.fresh_server()
                self.rival_after(index, "code")
                result = self.deploy({**INPUTS, "on-conflict": "fail"})
                if result.outputs.get("outcome") == "deployed":
                    self.assert_version_is_ours(result)
                else:
                    self.assert_outcome(result, "failed")
                    self.assertEqual(self.alias_version(), self.first.outputs["version"])

    def test_a_lost_answer_ends_as_if_it_had_arrived(self):
        versions = set()
        for index, name in self.steps():
            with self.subTest(f"lost: call {index} ({name})"):
                self.fresh_server()
                self.lose_after(index)
                result = self.deploy(INPUTS)
                self.assert_outcome(result, "deployed")
                self.assert_version_is_ours(result)
                self.assertEqual(self.alias_version(), result.outputs["version"])
                versions.add(result.outputs["version"])
        self.assertEqual(len(versions), 1, "a lost answer must not publish twice")

    def steps(self):
        """The calls of a quiet deployment, each with its place; of polling in a row the first."""
        names = self.undisturbed_calls()
        return [(at, name) for at, name in enumerate(names) if at == 0 or names[at - 1] != name]

    def assert_version_is_ours(self, result):
        published = self.configuration(result.outputs["version"])
        self.assertEqual(published["CodeSha256"], result.outputs["code-sha256"], result.story())
        self.assertEqual(published["Timeout"], 21, result.story())


if __name__ == "__main__":
    unittest.main()
