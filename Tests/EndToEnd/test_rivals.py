"""Somebody else acts, or an answer is lost, after each single call of a deployment."""

from concurrent.futures import ThreadPoolExecutor

from support.rehearsal import SimulatorRehearsal
from support.testcase import EndToEndTest

OPTIONS = ("--function", "orders", "--update-seconds", "0.05")
INPUTS = {"alias": "live", "timeout": "21", "max-retries": "5"}
MOVES = ("configuration", "code-and-back", "alias-moved", "deployment")
AT_ONCE = 6


class Disturbed:
    """A deployment onto a function that has been deployed to once, with something that happens after one call."""

    def __init__(self, at=-1, move=None, loses=False, inputs=INPUTS):
        with SimulatorRehearsal(*OPTIONS) as stage:
            self.first = stage.deploy({"alias": "live"})
            stage.change_code()
            stage.proxy.forget()
            is_it = once(lambda: len(stage.proxy.calls) == at + 1)
            if move:
                stage.proxy.after = lambda call: is_it() and stage.simulator.rival(move)
            if loses:
                stage.proxy.loses = lambda call: is_it()
            self.result = stage.deploy(inputs)
            self.calls = list(stage.proxy.names)
            self.mistakes = stage.mistakes
            self.alias_version = stage.alias_version()
            version = self.result.outputs.get("version")
            self.published = stage.configuration(version) if version else None

    @property
    def version_is_ours(self):
        """The version that was reported is wholly as planned."""
        return self.published is not None and (
            self.published["CodeSha256"] == self.result.outputs["code-sha256"] and self.published["Timeout"] == 21
        )


class EveryGap(EndToEndTest):
    @classmethod
    def setUpClass(cls):
        calls = Disturbed().calls
        cls.steps = [(at, name) for at, name in enumerate(calls) if at == 0 or calls[at - 1] != name]

    def each(self, rows, play, check):
        """Plays the rows side by side, each on its own stage, and checks them one by one."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for row, played in zip(rows, pool.map(play, rows)):
                with self.subTest(str(row)):
                    self.assertEqual(played.mistakes, [])
                    check(played)

    def test_a_rival_never_gets_into_our_version(self):
        def check(played):
            self.assert_outcome(played.result, "deployed")
            self.assertTrue(played.version_is_ours, played.result.story())

        rows = [(move, *step) for move in MOVES for step in self.steps]
        self.each(rows, lambda row: Disturbed(at=row[1], move=row[0]), check)

    def test_with_on_conflict_fail_nothing_half_done_gets_traffic(self):
        def check(played):
            if played.result.outputs.get("outcome") == "deployed":
                self.assertTrue(played.version_is_ours, played.result.story())
            else:
                self.assert_outcome(played.result, "failed")
                self.assertEqual(played.alias_version, played.first.outputs["version"])

        inputs = {**INPUTS, "on-conflict": "fail"}
        self.each(self.steps, lambda row: Disturbed(at=row[0], move="code", inputs=inputs), check)

    def test_a_lost_answer_ends_as_if_it_had_arrived(self):
        def check(played):
            self.assert_outcome(played.result, "deployed")
            self.assertTrue(played.version_is_ours, played.result.story())
            self.assertEqual(played.alias_version, played.result.outputs["version"])
            published_once = str(int(played.first.outputs["version"]) + 1)
            self.assertEqual(played.result.outputs["version"], published_once)

        self.each(self.steps, lambda row: Disturbed(at=row[0], loses=True), check)


def once(condition):
    """True the first time that the condition holds, and never again."""
    done = []

    def asked():
        if done or not condition():
            return False
        done.append(True)
        return True

    return asked
