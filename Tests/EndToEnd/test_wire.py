"""The real program over a wire that breaks off, lies, dawdles or never ends, at each single call of a deployment."""

import itertools
import sys
import unittest

from support import peak_memory
from support import wire_catalogue as wire
from support import wire_faults as faults
from support.rehearsal import PROGRAM
from support.trap import Trap
from support.wire_oracle import WRITES
from support.wire_testcase import WireTest
from support.wire_world import EXISTING, Spoiling

MEGABYTE = 1_000_000
# These wait, mostly.
SLOW_AT_ONCE = 40
# One try of a read takes 10 s at most, all tries 30 s; a write takes 60 s, and is silent for 30 s at most.
READ, READS, SILENCE, WRITE = 10, 30, 30, 60
ROOM = 30
UPLOAD = {**EXISTING, "code-artifacts-dir": "", "zip-file": "large.zip"}
LOSSES = {name: {**wire.NOT_DONE, **wire.BROKEN_OFF}[name] for name in ("reset once it is read", "reset once it is done")}


class ASpoiledWire(WireTest):
    @classmethod
    def setUpClass(cls):
        """The slow ones begin first, and are judged when they are asked for."""
        super().setUpClass()
        cls.worlds.add_large_zip("large.zip", 6 * MEGABYTE)
        cls.slow = cls.make_pool(SLOW_AT_ONCE)
        [(cls.code, _, _)] = cls.steps_of("UpdateFunctionCode")
        reads = [step for step in cls.steps_of("GetFunction", "GetAlias") if step[1] == "GetAlias" or step[0] < 4]
        cls.slow_reads = [
            cls.lasting(f"{name} at {operation}", step, [fault], READ, inputs=inputs)
            for name, fault in wire.SLOW.items() for step, operation, inputs in reads
        ]
        cls.slow_writes = [
            cls.lasting(f"{name} at {operation}", cls.steps_of(operation)[0][0], [wire.SLOW[name]], WRITE)
            for name, operation in (
                ("a slow head", "UpdateFunctionConfiguration"), ("a slow body", "PublishVersion"),
                ("slow interim answers", "UpdateAlias"), ("silence", "UpdateFunctionCode"), ("silence", "Invoke"),
            )
        ]
        cls.stuck_upload = cls.lasting("reads no further", cls.code, [faults.reads_no_further], SILENCE, inputs=UPLOAD)
        cls.never_again = [
            cls.lasting(name, 0, itertools.repeat(fault), READS)
            for name, fault in {**wire.SLOW, **LOSSES, "100 MB": faults.hundred_megabytes}.items()
        ]
        cls.never_written = cls.lasting(
            "PublishVersion never arrives", 0, itertools.repeat(faults.reset_once_it_is_read), 90, only="PublishVersion")
        cls.never_told = [
            cls.lasting(f"{write} is never answered", step, itertools.repeat(faults.reset_once_it_is_done), 60,
                        only=write, inputs=inputs)
            for write in WRITES for step, _, inputs in cls.steps_of(write)
        ]
        cls.always_late = [
            cls.lasting(f"one answer late from {operation}", step, itertools.repeat(faults.one_answer_late()), 60,
                        inputs={**inputs, "wait-timeout": "5", "max-retries": "1"})
            for step, operation, inputs in [*cls.steps, *cls.creation]
        ]

    @classmethod
    def lasting(cls, name, step, in_a_row, seconds, **more):
        return cls.worlds.play(cls.slow, [Spoiling(name, step, in_a_row, bound=seconds + ROOM, **more)])

    def test_a_lost_write_may_be_followed_by_any_other_fault(self):
        second = {**wire.NOT_DONE, **wire.BROKEN_OFF}
        played = [
            self.worlds.play(self.pool, [
                Spoiling(f"{loss} at {operation}, then {name}", step, [fault, second[name]], inputs=inputs)
                for step, operation, inputs in self.steps_of(*WRITES)
            ])
            for loss, fault in LOSSES.items() for name in second
        ]
        self.judge(played, self.succeeds)

    def test_an_upload_that_is_refused_before_its_end_is_an_error(self):
        self.judge([self.upload("413", faults.early(faults.TOO_LARGE))], self.fails)

    def test_an_upload_that_breaks_is_sent_again(self):
        breaks = {
            "503 before it is read": faults.early(faults.NOTHING_DONE),
            "reset before it is read": faults.reset_before_it_is_read,
            "half-closed before it is read": faults.half_closed_before_it_is_read,
        }
        self.judge([self.upload(name, fault) for name, fault in breaks.items()], self.succeeds)

    def upload(self, name, fault):
        return self.worlds.play(self.slow, [Spoiling(f"{name}, upload", self.code, [fault], inputs=UPLOAD, bound=60)])

    def test_a_cancelled_run_does_not_wait_for_a_slow_answer(self):
        cancel = {"cancel_when": lambda line: "Sending UpdateFunctionCode" in line}
        slow = Spoiling("a slow body, cancelled", self.code, [wire.SLOW["a slow body"]], options=cancel)

        def stops(world):
            self.assertEqual((world.result.exit_code, world.result.outcome), (130, "cancelled"), world.story())
            self.assertLess(world.result.ended - world.result.cancelled_at, 7.5, world.story())

        self.judge([self.worlds.play(self.pool, [slow])], stops)

    def test_a_slow_read_ends_in_time_and_is_done_again(self):
        self.judge(self.slow_reads, self.succeeds)

    def test_a_stuck_upload_ends_in_time_and_is_sent_again(self):
        self.judge([self.stuck_upload], self.succeeds)

    def test_a_write_that_is_never_answered_is_found_to_be_done(self):
        self.judge(self.never_told, self.succeeds)

    def test_answers_that_all_come_one_too_late_fool_nobody(self):
        self.judge(self.always_late, self.ends)

    def test_a_wire_that_never_recovers_is_given_up_with_nothing_done(self):
        def gives_up(world):
            self.fails(world)
            self.assertEqual([one for one in world.revisions if one["cause"] != "made before"], [])

        self.judge(self.never_again, gives_up)

    def test_a_write_that_never_arrives_is_given_up(self):
        self.judge([self.never_written], self.fails)

    def test_a_slow_write_ends_in_time_and_is_looked_up(self):
        self.judge(self.slow_writes, self.succeeds)

    def test_an_answer_that_is_only_unusual_is_not_even_noticed(self):
        self.each(wire.ODDITIES, [*self.steps, *self.creation], self.goes_unnoticed)

    def test_a_connection_that_breaks_ends_as_if_it_had_not(self):
        self.each({**wire.NOT_DONE, **wire.BROKEN_OFF, **wire.LEFT}, [*self.steps, *self.creation], self.succeeds)

    def test_a_wrong_length_is_never_believed(self):
        self.each(wire.WRONG_LENGTHS, self.operations, self.succeeds)

    def test_what_is_no_answer_is_looked_up(self):
        self.each(wire.STRANGE, self.operations, self.succeeds)

    def test_an_answer_that_cannot_be_read_is_looked_up(self):
        steps = [step for step in self.operations if step[1] != "Invoke"]
        self.each({**wire.UNREADABLE, **wire.CUT_SHORT}, steps, self.succeeds)

    def test_what_never_ends_is_cut_off_before_it_fills_the_memory(self):
        played, peaks = [], []
        for (name, fault), (step, operation, _) in itertools.product(wire.ENDLESS.items(), self.operations):
            peaks.append(self.worlds.workspace / f"{name} at {operation}")
            program = (sys.executable, "-S", "-I", peak_memory.__file__, str(peaks[-1]), PROGRAM)
            played.append(self.worlds.play(self.pool, [Spoiling(peaks[-1].name, step, [fault], program=program)]))
        self.judge(played, self.succeeds)
        if "/release/" in PROGRAM:  # A debug build says nothing about this.
            self.assertLess(max(int(peak.read_text()) * 1024 for peak in peaks), 64 * MEGABYTE)

    def test_nobody_is_followed_to_elsewhere(self):
        trap = Trap()
        self.addCleanup(trap.end)
        self.each(wire.redirects(trap), [*self.operations, *self.creation], self.succeeds)
        self.assertFalse(trap.was_visited)

    def test_what_comes_before_it_is_asked_answers_nothing(self):
        pausing = self.steps_of("UpdateFunctionCode", "UpdateFunctionConfiguration")
        self.each({"a forged answer": faults.forged_answer_while_idle}, pausing, self.goes_unnoticed)

    def test_a_smoke_test_passes_by_no_other_answer(self):
        self.each(wire.NO_ANSWER_OF_A_FUNCTION, self.steps_of("Invoke"), self.fails)

    def test_a_smoke_test_passes_only_if_it_was_run(self):
        """Without anything that is expected of its answer."""
        [(step, _, inputs)] = self.steps_of("Invoke")
        inputs = {**inputs, "smoke-test-expect": ""}
        self.each(wire.NOT_RUN, [(step, "Invoke", inputs)], self.succeeds)


if __name__ == "__main__":
    unittest.main()
