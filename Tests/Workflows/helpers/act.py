"""Runs a workflow with nektos/act and reads its log. What act leaves out (permissions, concurrency, environments, the
exact reading of action.yml) is not shown by a run here.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from helpers import github, machine
from helpers.repository import ENVIRONMENT, ROOT

PROGRAM = os.environ.get("ACT", str(ROOT / ".build/venv/bin/act"))


@dataclass
class Job:
    """One job of a matrix, or of none."""

    name: str
    matrix: dict
    result: str
    """success, failure, or empty if it never ended"""
    log: list[str]
    outputs: dict[str, dict[str, str]]
    """By the step's id."""
    summary: str


@dataclass
class Run:
    exit_code: int
    jobs: list[Job]
    """In the order in which they began."""
    text: str

    @property
    def results(self) -> dict[str, str]:
        return {job.matrix.get("stage", job.name): job.result for job in self.jobs}

    def job(self, name: str) -> Job:
        return next(job for job in self.jobs if name in (job.name, job.matrix.get("stage")))


def run(
    workflow: str, workspace: Path, actions: dict[str, Path], *, event: str, payload: dict | None = None,
    variables: dict[str, str] | None = None, environment: dict[str, str] | None = None, artifacts: Path,
) -> Run:
    """Runs a workflow of the workspace, with these actions in place of those of the same name on GitHub. Each job has a copy
    of the workspace; what one keeps for the others lies in the folder `artifacts`.
    """
    with tempfile.TemporaryDirectory(prefix="lockstep-act-") as folder:
        event_file = Path(folder, "event.json")
        event_file.write_text(json.dumps(payload or {}))
        options = [f"--local-repository={name}={path}" for name, path in actions.items()]
        options += [f"--var={name}={value}" for name, value in (variables or {}).items()]
        options += [f"--env={name}={value}" for name, value in (environment or {}).items()]
        done = subprocess.run(
            [PROGRAM, event, "--json", "--workflows", f".github/workflows/{workflow}", "--eventpath", str(event_file),
             "--platform", f"ubuntu-latest={machine.IMAGE}", "--platform", f"self-hosted={machine.IMAGE}", "--pull=false",
             "--rm", "--container-options", f"--volume {artifacts}:/artifacts", "--secret", f"GITHUB_TOKEN={github.TOKEN}",
             "--no-cache-server", "--action-cache-path", f"{folder}/actions", *options],
            cwd=workspace, env={**ENVIRONMENT, "HOME": folder}, text=True, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=300,
        )
    return Run(done.returncode, _jobs(done.stdout.splitlines()), done.stdout)


def _jobs(lines: list[str]) -> list[Job]:
    jobs: dict[str, Job] = {}
    for line in lines:
        entry = json.loads(line) if line.startswith("{") else {}
        if "jobID" not in entry:
            continue
        key = json.dumps([entry["jobID"], entry.get("matrix")])
        job = jobs.setdefault(key, Job(entry["jobID"], entry.get("matrix") or {}, "", [], {}, ""))
        if entry.get("raw_output"):
            job.log.append(entry["msg"].rstrip("\n"))
        elif entry.get("command") == "summary":
            job.summary += entry["content"]
        elif entry.get("command") == "set-output":
            job.outputs.setdefault(entry["stepID"][-1], {})[entry["name"]] = entry["arg"]
        elif entry.get("stepResult") == "failure":
            job.result = "failure"
        elif "jobResult" in entry and not job.result:
            job.result = "success"  # act gives all jobs of a matrix the result of the one that ended last
    return list(jobs.values())
