"""Plants one bug after the other in a copy of this tree, builds it, and demands that a test fails.

The copy (.build/mutants/tree) has the tracked files as they lie here, changes that are not committed included, and a
build of its own; nothing else is touched. What was caught is remembered as long as neither the sources nor the patch
change, so that a run that was interrupted goes on where it was.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import judges

ROOT = Path(__file__).resolve().parent.parent
PATCHES = ROOT / "Tests" / "Mutants"
WORK = ROOT / ".build" / "mutants"
TREE = WORK / "tree"
PROMISES = range(1, 10)
FEWEST_A_PROMISE = 3


class Mutant(NamedTuple):
    name: str
    patch: Path
    bug: str
    promises: str
    #: The unit test that sees it, for one that no world can show; else empty.
    test: str
    #: The kind of deployment that shows it, where chance would seldom find it; else empty.
    kind: str


class Outcome(NamedTuple):
    """What became of a mutant; `problem` is empty if it was caught."""

    caught_by: str
    problem: str
    seconds: float


def tracked_files() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    return sorted(name for name in os.fsdecode(listed).split("\0") if name and (ROOT / name).is_file())


def copy_tree(files: list[str]) -> None:
    """Only what differs is written: the next build goes by the times of the files."""
    wanted = {TREE / name for name in files}
    for name in files:
        source, target = ROOT / name, TREE / name
        if target.is_file() and target.read_bytes() == source.read_bytes():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    for folder in (TREE / "Sources", TREE / "Tests"):
        for path in folder.rglob("*"):
            if path.is_file() and path not in wanted:
                path.unlink()


def fingerprint(files: list[str]) -> str:
    """Of everything that decides what the judge says of the unmutated tree, and of the judge."""
    digest = hashlib.sha256(Path(__file__).read_bytes() + Path(judges.__file__).read_bytes())
    for name in files:
        if name == "Package.swift" or name.startswith(("Sources/", "Tests/")) and not name.startswith("Tests/Mutants/"):
            digest.update(name.encode() + b"\0" + (ROOT / name).read_bytes())
    return digest.hexdigest()


class Memory:
    """What was found out about these very sources before."""

    def __init__(self, of: str):
        self.path = WORK / "caught.json"
        self.of = of
        known = json.loads(self.path.read_text()) if self.path.is_file() else {}
        self.caught = known.get("caught", {}) if known.get("of") == of else {}

    def recall(self, key: str) -> Outcome | None:
        return Outcome(*self.caught[key]) if key in self.caught else None

    def keep(self, key: str, outcome: Outcome) -> None:
        self.caught[key] = outcome
        self.path.write_text(json.dumps({"of": self.of, "caught": self.caught}, indent=1))


def read_mutant(patch: Path) -> Mutant:
    head = dict(re.findall(r"^(Bug|Promise|Test|Kind): (.+)$", patch.read_text().split("\n--- ")[0], re.MULTILINE))
    promises = re.findall(r"\d+", head.get("Promise", ""))
    if "Bug" not in head or not promises or any(int(number) not in PROMISES for number in promises):
        sys.exit(f"ERROR: {patch.name} needs the lines `Bug: <a sentence>` and `Promise: <1 to 9, ...>`")
    return Mutant(patch.stem, patch, head["Bug"], ", ".join(promises), head.get("Test", ""), head.get("Kind", ""))


def apply(mutant: Mutant) -> tuple[str, dict[Path, bytes]]:
    """Why the patch does not apply, and the files it changes as they were."""
    git = ["git", "apply", f"--directory={TREE.relative_to(ROOT)}"]
    listed = subprocess.run([*git, "--numstat", mutant.patch], cwd=ROOT, capture_output=True, text=True)
    paths = [ROOT / line.split("\t")[2] for line in listed.stdout.splitlines()]
    before = {path: path.read_bytes() for path in paths if path.is_file()}
    applied = subprocess.run([*git, mutant.patch], cwd=ROOT, capture_output=True, text=True)
    return applied.stderr if applied.returncode else "", before


def judges_of(mutant: Mutant) -> list[judges.Judge]:
    """Each of them has to find it."""
    if mutant.test:
        return [judges.unit_tests(mutant.test)]
    return [judges.oracles(promise, mutant.kind) for promise in mutant.promises.split(", ")]


def try_out(mutant: Mutant) -> Outcome:
    began = time.monotonic()
    problem, before = apply(mutant)
    caught_by = ""
    try:
        if problem:
            problem = f"the patch does not apply, so write it anew (the same two lines, then `git diff`):\n{problem}"
        else:
            caught_by, problem = judged(mutant)
    finally:
        for path, content in before.items():
            path.write_bytes(content)
    return Outcome(caught_by, problem, time.monotonic() - began)


def judged(mutant: Mutant) -> tuple[str, str]:
    """What caught it, and why that is not enough."""
    caught_by = []
    for judge in judges_of(mutant):
        found, error = judges.ask([judge], TREE)
        if error:
            return "", f"it does not build:\n{error}"
        if not found:
            return "", f"IT SURVIVES: nothing matches {judge.failure}"
        caught_by.append(found)
    return ", ".join(caught_by), ""


def require_soundness(mutants: list[Mutant], memory: Memory) -> None:
    """If the tests fail without a mutant, they prove nothing about one."""
    if memory.recall("unmutated"):
        return
    began = time.monotonic()
    print("==> Building and judging the unmutated tree", flush=True)
    failure, error = judges.ask(
        [judges.oracles(None), *(judge for mutant in mutants if mutant.test for judge in judges_of(mutant))], TREE)
    if error:
        sys.exit(f"ERROR: the unmutated tree does not build:\n{error}")
    if failure:
        sys.exit(f"ERROR: the unmutated tree fails already: {failure}")
    memory.keep("unmutated", Outcome("", "", time.monotonic() - began))


def try_all(mutants: list[Mutant], memory: Memory) -> dict[Mutant, Outcome]:
    outcomes = {}
    for mutant in mutants:
        key = f"{mutant.name} {hashlib.sha256(mutant.patch.read_bytes()).hexdigest()}"
        outcome = memory.recall(key) or try_out(mutant)
        if not outcome.problem:
            memory.keep(key, outcome)
        outcomes[mutant] = outcome
        print(f"{mutant.name}: {outcome.problem or 'caught by ' + outcome.caught_by}, {outcome.seconds:.0f} s", flush=True)
    return outcomes


def show_table(outcomes: dict[Mutant, Outcome]) -> None:
    rows = [("mutant", "breaks", "caught by", "s")]
    for mutant, outcome in outcomes.items():
        caught_by = outcome.caught_by or outcome.problem.splitlines()[0]
        rows.append((mutant.name, mutant.promises, caught_by, f"{outcome.seconds:.0f}"))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    print()
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


def main(names: list[str]) -> None:
    mutants = [read_mutant(patch) for patch in sorted(PATCHES.glob("*.patch"))]
    if unknown := set(names) - {mutant.name for mutant in mutants}:
        sys.exit(f"ERROR: there is no mutant {', '.join(sorted(unknown))}")
    for promise in PROMISES:
        if sum(str(promise) in mutant.promises.split(", ") for mutant in mutants) < FEWEST_A_PROMISE:
            sys.exit(f"ERROR: promise {promise} has fewer than {FEWEST_A_PROMISE} mutants")
    files = tracked_files()
    copy_tree(files)
    memory = Memory(fingerprint(files))
    require_soundness(mutants, memory)
    outcomes = try_all([mutant for mutant in mutants if not names or mutant.name in names], memory)
    show_table(outcomes)
    problems = [mutant.name for mutant, outcome in outcomes.items() if outcome.problem]
    print(f"\n{len(outcomes) - len(problems)} of {len(outcomes)} mutants caught")
    if problems:
        sys.exit(f"ERROR: not caught: {', '.join(problems)}")


if __name__ == "__main__":
    main(sys.argv[1:])
