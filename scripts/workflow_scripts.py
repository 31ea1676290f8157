"""Writes the shell scripts that stand in workflows and composite actions into a folder, a file each, to be linted.

Arguments: the folder, the workflows and actions. A script that GitHub would put a value into is an error: whatever somebody
could choose would be run. Values come by `env`.
"""

import sys
from pathlib import Path

import yaml


def main(folder: Path, paths: list[Path]) -> None:
    count = 0
    for path in paths:
        for step in steps_of(yaml.safe_load(path.read_text())):
            if "run" not in step:
                continue
            if "${{" in step["run"]:
                sys.exit(f"ERROR: {path}: a script has an expression in it, where `env` should bring the value: {step['run']}")
            count += 1
            name = f"{path.parent.name}-{path.stem}-{count}.sh"
            (folder / name).write_text(f"# shellcheck shell=bash\n# {path}\nset -eo pipefail\n{step['run']}\n")
    if not count:
        sys.exit("ERROR: there is no script in any of these")


def steps_of(document: dict) -> list[dict]:
    jobs = document.get("jobs", {}).values()
    return [step for job in [*jobs, document.get("runs", {})] for step in job.get("steps", [])]


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(path) for path in sys.argv[2:]])
