"""Every request of hundreds of random deployments, as AWS would read it: its signature, its shape, each value in it.

`LOCKSTEP_SEED` is the seed, by default the commit; `LOCKSTEP_CASES` says how many; `LOCKSTEP_CASE` picks one of them.
"""

import json
import os
import subprocess
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from support.action_file import REPOSITORY, ActionFile
from support.random_deployments import Generator, write_packages
from support.random_examination import Examiner
from support.random_texts import RandomTexts
from support.random_world import RandomWorld
from support.rehearsal import PROGRAM
from support.runner import Runner
from support.signing_proxy import IS_AVAILABLE
from support.testcase import only_where

OPERATIONS = {
    "GetFunction", "GetFunctionConfiguration", "CreateFunction", "UpdateFunctionCode", "UpdateFunctionConfiguration",
    "PublishVersion", "ListVersionsByFunction", "GetAlias", "GetProvisionedConcurrencyConfig", "CreateAlias",
    "ListEventSourceMappings", "GetPolicy", "GetFunctionUrlConfig", "GetLayerVersionByArn",
    "UpdateAlias", "Invoke", "TagResource", "ListTags", "HeadObject", "GetObject", "BatchGetImage",
}
CASES = 600


def seed() -> str:
    if given := os.environ.get("LOCKSTEP_SEED"):
        return given
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=REPOSITORY, capture_output=True, text=True)
    return commit.stdout.strip() or "no commit"


@only_where(IS_AVAILABLE, "botocore is not installed")
class ThousandsOfRequests(unittest.TestCase):
    def test_each_is_signed_shaped_and_filled_as_aws_wants_it(self):
        chosen = os.environ.get("LOCKSTEP_CASE")
        indices = [int(chosen)] if chosen else range(int(os.environ.get("LOCKSTEP_CASES", CASES)))
        with tempfile.TemporaryDirectory(prefix="lockstep-random-") as folder:
            rounds = Rounds(seed(), Path(folder))
            with rounds.examiner, ThreadPoolExecutor(6) as pool:
                failures = [failure for failure in pool.map(rounds.judge, indices) if failure]
        counts = rounds.examiner.counts
        print(f"\n{sum(counts.values())} requests of {len(indices)} random deployments checked", flush=True)
        self.assertEqual(len(failures), 0, "\n\n".join(failures[:3]))
        if not chosen:
            self.assertEqual(set(counts), OPERATIONS)


class Rounds:
    """Each is one random deployment by the real program."""

    def __init__(self, seed: str, folder: Path) -> None:
        self.seed, self.folder = seed, folder
        self.packages = write_packages(folder)
        self.runner = Runner([PROGRAM], ActionFile.read())
        self.examiner = Examiner()

    def judge(self, index: int) -> str | None:
        """What went wrong, and how to see it again."""
        try:
            story = self._play(index)
        except TimeoutError as failure:
            story = [str(failure)]
        replay = f"LOCKSTEP_SEED='{self.seed}' LOCKSTEP_CASE={index} scripts/end-to-end.sh -k ThousandsOfRequests"
        return "\n".join([f"seed {self.seed}, case {index}: {replay}", *story]) if story else None

    def _play(self, index: int) -> list[str]:
        random = RandomTexts(f"{self.seed}/{index}")
        made = Generator(random, self.packages).deployment(index)
        world = RandomWorld(made, random)
        goal = "unchanged" if world.is_as_wanted else "deployed"
        examination = self.examiner.examine(world)
        environment = {**made.credentials, "AWS_ENDPOINT_URL": self.examiner.url}
        result = self.runner.run(made.inputs, env=environment, workspace=self.folder)
        mistakes = [*examination.mistakes, *_output_mistakes(result.outputs, made, world, goal)]
        if not mistakes and result.outcome == "success":
            return []
        return [*mistakes, *examination.calls, result.story()[:3000], json.dumps(made.inputs)[:3000]]


def _output_mistakes(outputs, made, world, goal):
    wanted = {
        "outcome": goal, "version": world.version, "function-arn": made.arn, "code-sha256": made.digest,
        "alias-arn": f"{made.arn}:{made.alias}" if made.alias else "",
    }
    for name, value in wanted.items():
        if outputs.get(name) != value:
            yield f"the output {name} is {outputs.get(name)!r}, expected {value!r}"


if __name__ == "__main__":
    unittest.main()
