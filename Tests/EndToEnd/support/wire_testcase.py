"""What the tests over spoiled wires share: they play many deployments side by side, and judge each by the same rules."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

from support import wire_oracle
from support.testcase import EndToEndTest
from support.wire_world import EXISTING, MISSING, Spoiling, World, Worlds

AT_ONCE = 10


class WireTest(EndToEndTest):
    @classmethod
    def setUpClass(cls):
        cls.worlds = Worlds()
        cls.addClassCleanup(cls.worlds.end)
        cls.pool = cls.make_pool(AT_ONCE)
        clean = [cls.worlds.play(cls.pool, [Spoiling("clean", 0, [], inputs=one)]) for one in (EXISTING, MISSING)]
        existing, missing = [one.result()[0] for one in clean]
        cls.digest = existing.result.outputs["code-sha256"]
        cls.steps = [(step, name, EXISTING) for step, name in enumerate(existing.steps)]
        cls.operations = list({name: (step, name, inputs) for step, name, inputs in reversed(cls.steps)}.values())
        """The first step of each."""
        cls.creation = [(step, name, MISSING) for step, name in enumerate(missing.steps)]

    @classmethod
    def tearDownClass(cls):
        print(f"\n{cls.worlds.count} deployments over spoiled wires ({cls.__name__})", file=sys.stderr)

    @classmethod
    def make_pool(cls, size: int) -> ThreadPoolExecutor:
        pool = ThreadPoolExecutor(size)
        cls.addClassCleanup(pool.shutdown, cancel_futures=True)
        return pool

    @classmethod
    def steps_of(cls, *operations: str) -> list:
        return [step for step in [*cls.steps, *cls.creation] if step[1] in operations]

    def each(self, faults: dict, steps: list, check) -> None:
        """Every fault at every one of the steps."""
        played = [
            self.worlds.play(
                self.pool,
                [Spoiling(f"{name} at {operation}", step, [fault], inputs=inputs) for step, operation, inputs in steps],
            )
            for name, fault in faults.items()
        ]
        self.judge(played, check)

    def judge(self, played: list, check) -> None:
        for one in played:
            for world in one.result():
                with self.subTest(world.spoiling.name):
                    digest = self.worlds.digests.get(world.spoiling.inputs.get("zip-file"), self.digest)
                    self.assertEqual(wire_oracle.violations(world, digest), [], world.story())
                    check(world)

    def succeeds(self, world: World) -> None:
        self.assert_outcome(world.result, "deployed")

    def fails(self, world: World) -> None:
        self.assert_outcome(world.result, "failed")
        self.assertFalse(wire_oracle.blames_a_rival(world), world.story())

    def ends(self, world: World) -> None:
        """In whatever way: that nothing false was claimed is judged already."""

    def goes_unnoticed(self, world: World) -> None:
        self.succeeds(world)
        self.assertEqual(wire_oracle.asked_again(world), [], world.story())
