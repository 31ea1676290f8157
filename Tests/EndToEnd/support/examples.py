"""The examples as GitHub reads them: each step that runs Lockstep, with its inputs and what its job's token says."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from functools import cache

from support.action_file import REPOSITORY
from support.credentials import CREDENTIALS
from support.permissions import ACCOUNT

REPOSITORY_NAME = "octocat/orders"
FOLDER = REPOSITORY / "examples"
README = "README.md"
DIGEST = "sha256:" + "0a" * 32
#: What GitHub puts in the place of an expression; of a matrix, one of its values.
VALUES = {
    "matrix.stage": "dev", "matrix.function": "orders", "vars.AWS_ROLE": "arn:aws:iam::123456789012:role/deploy-orders",
    "inputs.to": "previous", "inputs.function": "orders", "inputs.environment": "dev",
    "steps.image.outputs.uri": f"123456789012.dkr.ecr.eu-central-1.amazonaws.com/orders@{DIGEST}",
}


@dataclass(frozen=True)
class ExampleStep:
    example: str
    job: str
    inputs: dict[str, str]
    subject: str
    """The claim `sub` of the job's token."""
    role: str
    """Its ARN, as the example has it."""
    grants_token: bool
    """Whether the job may have a token."""

    @property
    def only_plans(self) -> bool:
        return self.inputs.get("mode") == "plan"


@cache
def examples() -> dict[str, dict]:
    """Each workflow by its file's name, and the one that the README shows, if it is a whole one."""
    import yaml

    found = {path.name: yaml.safe_load(path.read_text()) for path in sorted(FOLDER.glob("*.yml"))}
    for text in re.findall(r"^```yaml\n(.*?)^```$", (REPOSITORY / README).read_text(), re.MULTILINE | re.DOTALL):
        content = yaml.safe_load(text)
        if "jobs" in content:
            found[README] = content
    return found


@cache
def example_steps() -> list[ExampleStep]:
    found = []
    for name, workflow in examples().items():
        for job_name, job in workflow["jobs"].items():
            assumed = next((_filled(step["with"]["role-to-assume"]) for step in job.get("steps", [])
                            if "role-to-assume" in step.get("with", {})), "")
            for step in job.get("steps", []):
                inputs = _inputs(step)
                if inputs and inputs.get("mode") != "package":
                    found.append(ExampleStep(
                        name, job_name, inputs, _subject(workflow, job), inputs.get("role-to-assume", assumed),
                        job["permissions"].get("id-token") == "write"))
    return found


def _inputs(step: dict) -> dict[str, str] | None:
    """For MiniStack's account and the tests' Region. `None`: it does not run Lockstep."""
    if step.get("uses", "").startswith("<owner>/lockstep@"):
        given = step["with"]
    elif step.get("run", "").startswith("./lockstep "):
        words = shlex.split(step["run"])[2:]
        given = {name.removeprefix("--"): value for name, value in zip(words[::2], words[1::2])}
    else:
        return None
    here = {"123456789012": ACCOUNT, "eu-central-1": CREDENTIALS["AWS_REGION"]}
    inputs = {}
    for name, value in given.items():
        text = _filled(str(value))
        for documented, ours in here.items():
            text = text.replace(documented, ours)
        inputs[name] = text
    return inputs


def _filled(text: str) -> str:
    return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda found: VALUES[found[1]], text)


def _subject(workflow: dict, job: dict) -> str:
    """Source: https://docs.github.com/actions/reference/security/oidc#example-subject-claims"""
    if "environment" in job:
        end = f"environment:{_filled(job['environment'])}"
    else:
        end = "pull_request" if "pull_request" in workflow[True] else "ref:refs/heads/main"  # YAML 1.1 takes `on` for true
    return f"repo:{REPOSITORY_NAME}:{end}"
