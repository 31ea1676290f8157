"""One step with any bytes in its environment and arguments: no runner writes them, but an executable may get them."""

from __future__ import annotations

import os
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path

from support.action_file import ActionFile
from support.filecommands import KeyValues, read_key_values
from support.masks import Masks
from support.rehearsal import PROGRAM
from support.step_log import Annotation, StepLog

OURS = {"group", "endgroup", "error", "warning", "notice", "debug", "add-mask"}
INPUTS = set(ActionFile.read().inputs)
HANG = 30.0


@dataclass
class ByteResult:
    exit_code: int
    """Negative: the signal that ended it."""
    log: StepLog
    outputs: KeyValues
    text: str
    stderr: str
    summary: str
    cpu_seconds: float

    @property
    def errors(self) -> list[Annotation]:
        return [one for one in [*self.log.annotations, *self.log.dropped] if one.level == "error"]

    def blames(self, name: str) -> bool:
        """Whether an error names this input or variable, in its title and its message."""
        causes = (f"input {name}", f"variable {name}")
        return any(one.cause in causes and one.message.startswith(name) for one in self.errors)

    def shown(self) -> str:
        """What anybody may read, without the lines by which the runner learns what to hide."""
        lines = [line for line in self.text.splitlines() if not line.startswith("::add-mask::")]
        return "\n".join([*lines, *self.outputs.pairs.values(), self.summary])


def run_step(variables: dict[bytes, bytes], folder: Path, arguments: list[bytes] = []) -> ByteResult:
    """Runs the program in the folder; what it writes lies there, too."""
    environment = {
        b"GITHUB_OUTPUT": os.fsencode(folder / "output"), b"GITHUB_STEP_SUMMARY": os.fsencode(folder / "summary"),
        **variables,
    }
    with open(folder / "stdout", "wb") as stdout, open(folder / "stderr", "wb") as stderr:
        process = subprocess.Popen(
            [PROGRAM.encode(), *arguments], env=environment, cwd=folder, stdin=subprocess.DEVNULL, stdout=stdout,
            stderr=stderr,
        )
        watch = threading.Timer(HANG, process.kill)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        watch.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    text = _lines((folder / "stdout").read_bytes())
    log = StepLog(Masks(), lambda line: None)
    for line in text.split("\n"):
        log.read(line)
    summary = folder / "summary"
    return ByteResult(
        process.returncode, log, read_key_values(folder / "output") if (folder / "output").is_file() else KeyValues(),
        text, (folder / "stderr").read_bytes().decode("utf-8", "replace"),
        summary.read_bytes().decode("utf-8", "replace") if summary.exists() else "", usage.ru_utime + usage.ru_stime,
    )


def mistakes(result: ByteResult, secrets: list[str]) -> list[str]:
    """What no run may do that is refused for its inputs."""
    found = []
    if result.exit_code != 2:
        found.append(f"exit code {result.exit_code}")
    if result.stderr:
        found.append(f"stderr: {result.stderr[:300]}")
    if result.cpu_seconds > 1:
        found.append(f"{result.cpu_seconds:.1f} s of CPU")
    if result.log.failed or result.log.died or result.log.outputs:
        found.append("a command that the runner trips over")
    found += [f"not our command: {one.line}" for one in result.log.commands if one.name.lower() not in OURS]
    if not result.errors:
        found.append("no error")
    for one in result.errors:
        kind, _, name = one.cause.partition(" ")
        if not (kind == "input" and name in INPUTS or kind == "variable") or not one.message.startswith(name):
            found.append(f"an error that names nothing: {one}")
    if result.outputs.error or result.outputs.pairs.get("outcome") != "failed":
        found.append(f"outputs: {result.outputs}")
    found += ["a secret is shown" for secret in secrets if secret in result.shown()]
    return found


def _lines(data: bytes) -> str:
    """As the runner reads a stream: lines end at LF, CRLF or a lone CR."""
    return data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
