"""A deployment that meets an update in progress and a rival, and then one that has nothing to do.

Everything is local: a simulated Lambda on loopback, and the real program, run and read as GitHub's runner does.
"""

from __future__ import annotations

import re
import shutil
import signal
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT / "Tests" / "EndToEnd"), str(ROOT / "Tests" / "Pictures")]

from support.action_file import ActionFile  # noqa: E402
from support.credentials import CREDENTIALS  # noqa: E402
from support.packages import write_folder  # noqa: E402
from support.runner import Runner, StepResult  # noqa: E402
from support.simulator import Simulator  # noqa: E402

from helpers import browser  # noqa: E402

FOLDER = ROOT / ".build" / "demo"
PROGRAM = ROOT / ".build" / "debug" / "lockstep"
INPUTS = {
    "function-name": "orders", "code-artifacts-dir": "orders", "alias": "live", "stage": "production",
    "memory-size": "256", "environment": '{"LOG_LEVEL": "info"}',
    "smoke-test-payload": '{"ping": true}',
}
# Somebody else changes the configuration as soon as our update of the code has ended.
SIMULATOR = (
    "--function", "orders", "--update-seconds", "2", "--busy-seconds", "3", "--rival", "after-code:configuration",
)
NEXT = """\
README.md                       a workflow to copy
examples/                       whole workflows: several environments, a plan on pull requests, a rollback
docs/terminal.md                the same program on your own machine; `lockstep --help` lists the inputs
make test                       everything that guards the project"""


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    shutil.rmtree(FOLDER, ignore_errors=True)
    write_folder(FOLDER / "orders")
    heading("The simulator: an update of 'orders' is in progress, and someone else is about to change it")
    simulator = Simulator(*SIMULATOR)
    try:
        print(f"lockstep-simulator {' '.join(SIMULATOR)}\nlistens on {simulator.url}")
        heading("A deployment: its log as GitHub shows it, with each step folded")
        first = deploy(simulator.url)
        keep("log.txt", "\n".join(first.log), "The whole log")
        show_answers(first)
        heading("Who wrote what, as the simulator saw it")
        before = simulator.writes()
        show_writes(before)
        heading("The same deployment again")
        second = deploy(simulator.url)
        writes = simulator.writes()[len(before) :]
        show_writes(writes)
    finally:
        simulator.end()
    ended_right = (
        first.outputs.get("outcome") == "deployed" and second.outputs.get("outcome") == "unchanged" and not writes
    )
    heading("All as promised" if ended_right else "THIS IS NOT WHAT WAS PROMISED")
    if ended_right:
        print(f"What to do next:\n\n{NEXT}")
    return 0 if ended_right else 1


def deploy(url: str) -> StepResult:
    runner = Runner([str(PROGRAM)], ActionFile.read())
    environment = {**CREDENTIALS, "AWS_ENDPOINT_URL_LAMBDA": url}
    result = runner.run(INPUTS, env=environment, workspace=FOLDER, on_line=FoldedLog().show)
    print(f"\n(outcome {result.outcome}, exit code {result.exit_code}, {result.duration:.1f} s)")
    return result


class FoldedLog:
    """A log as GitHub shows it when a step has ended."""

    def __init__(self) -> None:
        self.is_folded = False

    def show(self, line: str) -> None:
        if line == "##[endgroup]":
            self.is_folded = False
        elif line.startswith("##[group]"):
            self.is_folded = True
            print("▸", line.removeprefix("##[group]"), flush=True)
        elif not self.is_folded:
            print(re.sub(r"^##\[(\w+)\]", lambda mark: f"{mark[1].capitalize()}: ", line), flush=True)


def show_answers(result: StepResult) -> None:
    heading("Its outputs")
    for name, value in result.outputs.items():
        if name != "summary":
            print(f"{name} = {value}")
    print("summary = the job's summary, for a comment on a pull request")
    heading("Its job summary, as far as it is not folded")
    print(result.summary.partition("<details>")[0].rstrip())
    keep("summary.md", result.summary, "\nThe whole summary")
    if browser.program() and find_spec("cmarkgfm") and find_spec("mermaidx"):
        picture(result.summary)


def picture(markdown: str) -> None:
    from helpers.page import page

    window = browser.Browser()
    try:
        window.show(page(markdown), dark=False)
        keep("summary.png", window.picture(), "As GitHub shows it")
    finally:
        window.close()


def keep(name: str, content: str | bytes, what: str) -> None:
    path = FOLDER / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    print(f"{what}: {path.relative_to(ROOT)}")


def show_writes(writes: list[dict]) -> None:
    names = {CREDENTIALS["AWS_ACCESS_KEY_ID"]: "lockstep"}
    for write in writes:
        author = names.get(write["author"], write["author"])
        guard = "guarded by a revision" if write["guardedBy"] else "without a guard"
        print(f"{write['at']:6.1f} s  {author:<10}{write['operation']:<30}{guard}")
    if not writes:
        print("lockstep wrote nothing")


def heading(text: str) -> None:
    print(f"\n=== {text} ===\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
