"""What judges a tree: the oracles of the simulated worlds, or unit tests. Each is built there first."""

import os
import re
import signal
import subprocess
import threading
from pathlib import Path
from typing import NamedTuple


class Judge(NamedTuple):
    """Something to build, and what then must fail."""

    build: list[str]
    tests: list[list[str]]
    #: Finds what failed, in the first group.
    failure: str


WORLDS = ".build/debug/lockstep-worlds"
BUILD = ["swift", "build", "--product", "lockstep-worlds"]


def oracles(promise: str | None, kind: str = "") -> Judge:
    """Those of all promises, or (by its number) of one, so that none is believed to see what another one sees.

    Where only one kind of deployment shows the bug, all that happens alone to that kind is played, and nothing else.
    """
    if promise is None:
        # The tree as it is: that no other world breaks a promise either, `make test` shows in a tenth of the time.
        return Judge(BUILD, [[WORLDS, "random", "--count", "600", "--failures", "1"]], r"^ +(promise [1-9] \(\w+\)): ")
    only = ["--promise", promise]
    alone = [WORLDS, "exhaustive", "--alone", "--failures", "1", *only]
    if kind:
        return Judge(BUILD, [[*alone, "--kind", kind]], rf"^ +(promise {promise} \(\w+\)): ")
    return Judge(
        BUILD,
        # By chance first: that touches every kind of deployment, so most are caught within seconds.
        [[WORLDS, "random", "--count", "600", "--failures", "1", *only],
         alone],
        rf"^ +(promise {promise} \(\w+\)): ")


def unit_tests(names: str) -> Judge:
    return Judge(
        ["swift", "build", "--build-tests"],
        [[".build/debug/lockstepPackageTests.xctest", "--testing-library", "swift-testing", "--filter", names]],
        r"Test (\w+).* recorded an issue")


# What ends is judged in much less; what does not end breaks promise 9. It is the processor's time that counts, so that no
# mutant looks endless because the machine is busy; what sleeps for ever is ended by the clock.
PROCESSOR_SECONDS = 1200
CLOCK_SECONDS = 2400


def ask(judges: list[Judge], tree: Path) -> tuple[str | None, str]:
    """What fails first in the tree, in a few words (None if nothing does), and why it does not build, if so."""
    limited = ["bash", "-c", 'ulimit -S -t "$0" && exec "$@"', str(PROCESSOR_SECONDS)]
    for build, tests, failure in judges:
        code, _, last = run(build, None, tree)
        if code != 0:
            return None, last
        for command in tests:
            code, found, last = run([*limited, *command], re.compile(failure), tree)
            if found:
                return found, ""
            if code in (None, -signal.SIGXCPU):
                return "promise 9 (itEnds)", ""
            if code != 0:
                return f"exit code {code}: {last}", ""
    return None, ""


def run(command: list[str], stop_at: re.Pattern | None, tree: Path) -> tuple[int | None, str | None, str]:
    """Runs a command in the tree until it ends, a line matches, or the clock's time is over.

    Answers with the exit code (None: out of time), the match's first group, and the end of what was printed.
    """
    environment = {**os.environ, "SWT_SWIFT_ERROR_BACKTRACING_ENABLED": "0"}
    process = subprocess.Popen(
        command, cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        env=environment, start_new_session=True)
    late = threading.Event()
    alarm = threading.Timer(CLOCK_SECONDS, lambda: (late.set(), kill(process)))
    alarm.start()
    lines: list[str] = []
    match = None
    try:
        for line in process.stdout:
            lines = (lines + [line.rstrip()])[-20:]
            match = stop_at.search(line) if stop_at else None
            if match:
                kill(process)
                break
        process.wait()
    finally:
        kill(process)
        alarm.cancel()
        process.stdout.close()
    return (None if late.is_set() else process.returncode, match and match.group(1), "\n".join(lines))


def kill(process: subprocess.Popen) -> None:
    """Ends the command and what it started, if it has not ended by itself."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
