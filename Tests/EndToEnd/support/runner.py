"""Runs a program as GitHub's runner runs a container action, and reads what it says as the runner does.

Written from the source of actions/runner 2.336.0: the environment (ActionRunner.cs, ContainerActionHandler.cs), the
streams (ProcessInvoker.cs), the commands in them, and the files by which a step answers. The program is an executable
(a list: its command line), or a container.
"""

from __future__ import annotations

import io
import os
import queue
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from support.action_file import ActionFile
from support.commands import Command
from support.filecommands import read_key_values, read_summary
from support.masks import Masks
from support.programs import Container, Executable
from support.step_folder import StepFolder
from support.step_log import Annotation, StepLog

INTERRUPT_GRACE = 7.5
TERMINATE_GRACE = 2.5


@dataclass
class StepResult:
    exit_code: int
    outcome: str
    """success, failure or cancelled"""
    outputs: dict[str, str]
    annotations: list[Annotation]
    dropped_annotations: list[Annotation]
    log: list[str]
    raw: list[tuple[str, str]]
    """Every line with its stream, unmasked: what the program really wrote."""
    commands: list[Command]
    summary: str
    file_errors: list[str]
    masks: list[str]
    written: str
    """All that the program wrote into the files by which a step answers, unmasked."""
    withheld: list[str]
    """Outputs that no later job would get: "Skip output since it may contain secret" (JobExtension.cs)."""
    started: float
    """All times are of time.monotonic()."""
    cancelled_at: float | None
    ended: float

    @property
    def duration(self) -> float:
        return self.ended - self.started

    def messages(self, level: str) -> list[str]:
        return [one.message for one in self.annotations if one.level == level]

    def story(self) -> str:
        """For the message of a failed assertion."""
        return "\n".join([f"outcome {self.outcome}, exit code {self.exit_code}", *self.log])


class Runner:
    def __init__(self, program: list[str] | Container, action: ActionFile) -> None:
        self.program = Executable(program) if isinstance(program, list) else program
        self.action = action

    def run(
        self,
        inputs: dict[str, str],
        *,
        env: dict[str, str],
        workspace: Path,
        on_line: Callable[[str], None] = lambda line: None,
        cancel_when: Callable[[str], bool] = lambda line: False,
        timeout: float = 120,
        run_number: int = 1,
    ) -> StepResult:
        """Runs one step.

        `on_line` gets each line of the log as people see it, when it comes. `cancel_when` gets each line as the program
        wrote it; its first True cancels the step as GitHub does. TimeoutError: the step had to be killed.
        """
        with tempfile.TemporaryDirectory(prefix="lockstep-step-") as folder:
            step = _Step(self, StepFolder(Path(folder), workspace), on_line, cancel_when, timeout)
            return step.run(inputs, env, run_number)


class _Step:
    def __init__(self, runner: Runner, folder: StepFolder, on_line, cancel_when, timeout: float) -> None:
        self.runner = runner
        self.folder = folder
        self.cancel_when = cancel_when
        self.timeout = timeout
        self.masks = Masks()
        self.log = StepLog(self.masks, on_line)
        self.raw: list[tuple[str, str]] = []
        self.cancelled_at: float | None = None

    def run(self, inputs: dict[str, str], env: dict[str, str], run_number: int) -> StepResult:
        variables = {**self._variables(inputs, env), "GITHUB_RUN_NUMBER": str(run_number)}
        started = time.monotonic()
        process = self.runner.program.start(variables, self.folder)
        try:
            self._follow(process, started)
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()
            process.stdout.close()
            process.stderr.close()
            self.runner.program.clear(self.folder)
        return self._result(process.returncode, started, time.monotonic())

    def _variables(self, inputs: dict[str, str], env: dict[str, str]) -> dict[str, str]:
        """All that a step sees: it has nothing of the runner's own environment."""
        declared = {name.lower() for name in self.runner.action.inputs}
        unexpected = [name for name in inputs if name.lower() not in declared]
        if unexpected:
            names = ", ".join(f"'{name}'" for name in unexpected)
            valid = ", ".join(f"'{name}'" for name in ("entryPoint", "args", *self.runner.action.inputs))
            self.log.annotate("warning", f"Unexpected input(s) {names}, valid inputs are [{valid}]")
        # A default applies only where the workflow does not name the input at all.
        given = {name.lower() for name in inputs}
        values = {name: value for name, value in self.runner.action.inputs.items() if name.lower() not in given}
        variables = dict(env)
        for name, value in {**values, **inputs}.items():
            variables["INPUT_" + name.replace(" ", "_").upper()] = value
        return {**variables, **self.folder.variables()}

    def _follow(self, process: subprocess.Popen, started: float) -> None:
        """Reads both streams to their ends, cancelling on the way if asked to."""
        lines: queue.Queue = queue.Queue()
        for name, stream in (("stdout", process.stdout), ("stderr", process.stderr)):
            threading.Thread(target=_read_lines, args=(name, stream, lines), daemon=True).start()
        signals: list[tuple[float, int]] = []
        open_streams = 2
        while open_streams:
            now = time.monotonic()
            if now - started > self.timeout:
                process.kill()
                raise TimeoutError("\n".join([f"not ended after {self.timeout} s", *self.log.lines]))
            while signals and signals[0][0] <= now:
                process.send_signal(signals.pop(0)[1])
            try:
                name, line = lines.get(timeout=0.05)
            except queue.Empty:
                continue
            if line is None:
                open_streams -= 1
                continue
            self.raw.append((name, line))
            self.log.read(line)
            if self.cancelled_at is None and self.cancel_when(line):
                self.cancelled_at = time.monotonic()
                signals = _cancellation(self.cancelled_at)
        process.wait(timeout=10)

    def _result(self, exit_code: int, started: float, ended: float) -> StepResult:
        """The files are read after every end, a bad one as well."""
        output = read_key_values(self.folder.file("GITHUB_OUTPUT"))
        others = [read_key_values(self.folder.file(name)) for name in ("GITHUB_ENV", "GITHUB_STATE")]
        errors = [one.error for one in (output, *others) if one.error]
        for error in errors:
            self.log.annotate("error", "Unable to process file command successfully.")
            self.log.annotate("error", error)
        summary, complaint = read_summary(self.folder.file("GITHUB_STEP_SUMMARY"))
        if complaint:
            self.log.annotate("error", complaint)
        failed = exit_code != 0 or self.log.failed or bool(errors)
        outputs = {**self.log.outputs, **output.pairs}
        withheld = [name for name, value in outputs.items() if self.masks.apply(value) != value]
        outcome = "cancelled" if self.cancelled_at is not None else "failure" if failed else "success"
        return StepResult(
            exit_code, outcome, outputs, self.log.annotations, self.log.dropped,
            self.log.lines, self.raw, self.log.commands, self.masks.apply(summary), errors, self.masks.values,
            self.folder.written(), withheld, started, self.cancelled_at, ended,
        )


def _cancellation(at: float) -> list[tuple[float, int]]:
    terminate = at + INTERRUPT_GRACE
    return [(at, signal.SIGINT), (terminate, signal.SIGTERM), (terminate + TERMINATE_GRACE, signal.SIGKILL)]


def _read_lines(name: str, stream, lines: queue.Queue) -> None:
    """A line ends at LF, CRLF or a lone CR; bytes that are no UTF-8 become U+FFFD."""
    try:
        with io.TextIOWrapper(os.fdopen(os.dup(stream.fileno()), "rb"), "utf-8", "replace", newline=None) as text:
            for line in text:
                lines.put((name, line.removesuffix("\n")))
    finally:
        lines.put((name, None))
