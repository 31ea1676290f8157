"""What the end-to-end tests share."""

from __future__ import annotations

import os
import unittest
from concurrent.futures import ThreadPoolExecutor
from typing import Callable, Iterable

from support.name_server import may_answer
from support.rehearsal import SimulatorRehearsal
from support.runner import StepResult


def only_where(possible: bool, reason: str):
    """Leaves a test out at home. In continuous integration nothing is left out: it fails there instead."""
    return unittest.skipUnless(possible or os.environ.get("CI") == "true", reason)


def at_once(play: Callable, cases: Iterable) -> list[tuple]:
    """Each case with what came of it. Mostly they wait for MiniStack, which takes half a second for each update."""
    with ThreadPoolExecutor(8) as pool:
        return list(zip(cases, pool.map(play, cases)))


ONLY_WITH_NAMES = only_where(may_answer(), "only root may answer where names are asked for")


class EndToEndTest(unittest.TestCase):
    def assert_outcome(self, result: StepResult, outcome: str) -> None:
        self.assertEqual(result.outputs.get("outcome"), outcome, result.story())
        self.assertEqual(result.outcome, "failure" if outcome == "failed" else "success", result.story())
        self.assertEqual(result.file_errors, [])


class SimulatorTest(EndToEndTest):
    """Each test has a simulator of its own, started with these options."""

    options: tuple[str, ...] = ("--function", "orders", "--update-seconds", "0.2")

    def setUp(self) -> None:
        self.stage = SimulatorRehearsal(*self.options)
        self.addCleanup(self.stage.close)
        self.simulator, self.proxy, self.deploy = self.stage.simulator, self.stage.proxy, self.stage.deploy

    def tearDown(self) -> None:
        """Whatever a test is about: each call must be signed, and be one that AWS knows."""
        self.assertEqual(self.stage.mistakes, [])
