"""Writes the workflows that stand in the documents into a folder, a file each, to be linted as the examples are. A part of
one, some steps or some inputs, becomes a workflow by what it lacks.

Arguments: the folder, action.yml, the pages. An input of ours that action.yml has not is an error.
"""

import re
import sys
from pathlib import Path

import yaml

LOCKSTEP = re.compile(r"<owner>/lockstep@")
JOB = {"runs-on": "ubuntu-latest", "timeout-minutes": 30}


def main(folder: Path, action: Path, pages: list[Path]) -> None:
    inputs = set(yaml.safe_load(action.read_text())["inputs"])
    variables = {f"INPUT_{name.upper().replace('-', '_')}" for name in inputs}
    for page in pages:
        for number, text in enumerate(re.findall(r"^```yaml\n(.*?)^```$", page.read_text(), re.MULTILINE | re.DOTALL)):
            workflow = whole(yaml.safe_load(text))
            for step in (step for job in workflow["jobs"].values() for step in job.get("steps", [])):
                ours = step.get("with", {}) if LOCKSTEP.match(step.get("uses", "")) else {}
                named = {name for name in step.get("env", {}) if name.startswith("INPUT_")}
                strange = (set(ours) - inputs) | (named - variables)
                if strange:
                    sys.exit(f"ERROR: {page}: no input of ours: {', '.join(sorted(strange))}")
            (folder / f"{page.stem}-{number}.yml").write_text(yaml.safe_dump(workflow, sort_keys=False))


def whole(part: dict | list) -> dict:
    """`on` is true to YAML 1.1, and GitHub's own way to read it again."""
    if isinstance(part, dict) and "jobs" in part:
        return {"on" if key is True else key: value for key, value in part.items()}
    if isinstance(part, dict) and set(part) == {"permissions"}:
        part = {"permissions": part["permissions"], "steps": [{"run": "true"}]}
    elif isinstance(part, dict):
        part = {"steps": [{"uses": "<owner>/lockstep@v1", "with": part}]}
    else:
        part = {"steps": part}
    return {"name": "Part", "on": "push", "permissions": {}, "jobs": {"part": {**JOB, **part}}}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [Path(path) for path in sys.argv[3:]])
