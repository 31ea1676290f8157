"""A deployment that meets an update in progress and a rival, and then one that has nothing to do.

Everything is local: a simulated Lambda on loopback, and the real program, run and read as GitHub's runner does.
"""

import shutil
import signal
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "Tests" / "EndToEnd"))

from support.action_file import ActionFile  # noqa: E402
from support.credentials import CREDENTIALS  # noqa: E402
from support.packages import write_folder  # noqa: E402
from support.runner import Runner, StepResult  # noqa: E402
from support.simulator import Simulator  # noqa: E402

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


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    shutil.rmtree(FOLDER, ignore_errors=True)
    write_folder(FOLDER / "orders")
    heading("The simulator: an update of 'orders' is in progress, and a rival waits for the right moment")
    simulator = Simulator(*SIMULATOR)
    try:
        print(f"lockstep-simulator {' '.join(SIMULATOR)}\nlistens on {simulator.url}")
        heading("A deployment, as its log reads on GitHub")
        first = deploy(simulator.url)
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
    return 0 if ended_right else 1


def deploy(url: str) -> StepResult:
    runner = Runner([str(PROGRAM)], ActionFile.read())
    environment = {**CREDENTIALS, "AWS_ENDPOINT_URL_LAMBDA": url}
    result = runner.run(INPUTS, env=environment, workspace=FOLDER, on_line=lambda line: print(line, flush=True))
    print(f"\n(outcome {result.outcome}, exit code {result.exit_code}, {result.duration:.1f} s)")
    return result


def show_answers(result: StepResult) -> None:
    heading("Its outputs")
    for name, value in result.outputs.items():
        print(f"{name} = {value}")
    heading("Its job summary")
    print(result.summary)


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
