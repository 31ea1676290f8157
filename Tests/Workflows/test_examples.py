"""Each example, run by act as a user has it: with the action as a release leaves it, its image pulled by its digest."""

import unittest

from helpers import engine
from helpers.project import Project
from helpers.release import Release
from helpers.repository import ROOT

ROLE = "arn:aws:iam::123456789012:role/deploy-orders"
FAILING = {"payload": {"errorMessage": "no database"}, "functionError": "Unhandled"}


RELEASE = []


def setUpModule():
    engine.make_runner_image()
    RELEASE.append(Release())
    unittest.addModuleCleanup(RELEASE[0].close)


class ExampleTest(unittest.TestCase):
    functions = ("orders",)

    def setUp(self):
        self.project = Project(RELEASE[0].action, *self.functions)
        self.addCleanup(self.project.close)
        self.simulator = self.project.simulator

    def run_example(self, name, exit_code=0, **options):
        run = self.project.run(name, **options)
        self.assertEqual(run.exit_code, exit_code, run.text)
        return run


class ASingleDeployment(ExampleTest):
    def test_the_alias_moves_and_the_next_step_knows_the_version(self):
        job = self.run_example("deploy.yml").job("deploy")
        self.assertEqual(job.outputs["orders"]["outcome"], "deployed")
        self.assertEqual(self.project.live("orders"), job.outputs["orders"]["version"])
        self.assertIn(f"Version {self.project.live('orders')} is live", job.log)
        self.assertIn("orders deployed", job.summary)
        self.assertEqual({one["author"] for one in self.project.calls()}, {"deploy-orders"})

    def test_a_second_run_writes_nothing(self):
        self.run_example("deploy.yml")
        writes = self.simulator.writes()
        job = self.run_example("deploy.yml").job("deploy")
        self.assertEqual(job.outputs["orders"]["outcome"], "unchanged")
        self.assertEqual(self.simulator.writes(), writes)

    def test_a_failed_smoke_test_fails_the_job_and_leaves_the_alias(self):
        self.simulator.script_invoke("orders", FAILING)
        job = self.run_example("deploy.yml", exit_code=1).job("deploy")
        self.assertEqual(job.result, "failure")
        self.assertEqual(self.project.live("orders"), "1")
        self.assertNotIn("is live", "\n".join(job.log))


class AllEnvironments(ExampleTest):
    functions = ("orders-dev", "orders-staging", "orders-prod")

    def deploy(self, **options):
        return self.run_example("environments.yml", variables={"AWS_ROLE": ROLE}, **options)

    def test_all_are_deployed_and_prod_is_the_last(self):
        run = self.deploy()
        self.assertEqual(run.results, {"dev": "success", "staging": "success", "prod": "success"})
        self.assertEqual([self.project.live(name) for name in self.functions], ["2", "2", "2"])
        *before, prod = [[one["at"] for one in self.project.calls(name)] for name in self.functions]
        self.assertGreater(min(prod), max(*before[0], *before[1]))

    def test_the_version_tells_its_environment(self):
        self.deploy()
        for stage in ("dev", "staging", "prod"):
            version = self.simulator.get(f"/2015-03-31/functions/orders-{stage}?Qualifier=2")["Configuration"]
            self.assertTrue(version["Description"].startswith(f"{stage}: "), version["Description"])

    def test_prod_is_not_reached_when_staging_fails(self):
        self.simulator.script_invoke("orders-staging", FAILING)
        run = self.deploy(exit_code=1)
        self.assertEqual(run.results, {"dev": "success", "staging": "failure"})
        self.assertEqual([self.project.live(name) for name in self.functions], ["2", "1", "1"])
        self.assertEqual(self.project.calls("orders-prod"), [])


class APlan(ExampleTest):
    def plan(self, repository="octocat/orders", author="mona"):
        pull_request = {"head": {"repo": {"full_name": repository}}, "user": {"login": author}}
        return self.run_example("plan.yml", event="pull_request", payload={"pull_request": pull_request})

    def test_the_summary_says_what_the_merge_would_change(self):
        job = self.plan().job("plan")
        self.assertIn("orders planned", job.summary)
        self.assertIn("CodeSha256", job.summary)
        self.assertIn("LOG&#95;LEVEL", job.summary)

    def test_it_writes_nothing_and_asks_only_what_its_role_may(self):
        self.plan()
        self.assertEqual(self.simulator.writes(), [])
        needed = {one["operation"] for one in self.project.calls()}
        text = (ROOT / "examples/plan.yml").read_text()
        self.assertTrue(needed)
        self.assertEqual({name for name in needed if f"lambda:{name}" not in text}, set())
        self.assertEqual({one["author"] for one in self.project.calls()}, {"plan-orders"})

    def test_strangers_and_dependabot_get_no_role(self):
        for stranger in ({"repository": "stranger/orders"}, {"author": "dependabot[bot]"}):
            with self.subTest(stranger):
                self.plan(**stranger)
                self.assertEqual(self.project.calls(), [])


class ARollback(ExampleTest):
    def setUp(self):
        super().setUp()
        self.run_example("deploy.yml")
        self.good_code = self.project.code("orders")
        self.good_commit = self.project.git("rev-parse", "HEAD")
        self.project.commit("broken")
        self.run_example("deploy.yml")

    def roll_back(self, commit, **options):
        payload = {"inputs": {"commit": commit}}
        return self.run_example("rollback.yml", event="workflow_dispatch", payload=payload, **options)

    def test_the_earlier_code_is_live_again_as_a_new_version(self):
        self.assertNotEqual(self.project.code("orders"), self.good_code)
        self.roll_back(self.good_commit)
        self.assertEqual(self.project.code("orders"), self.good_code)
        self.assertEqual(self.project.live("orders"), "4")
        version = self.simulator.get("/2015-03-31/functions/orders?Qualifier=4")["Configuration"]
        self.assertIn(f"rollback to {self.good_commit}", version["Description"])

    def test_a_commit_that_main_never_had_is_refused(self):
        self.project.git("checkout", "--quiet", "--detach")
        self.project.git("commit", "--quiet", "--allow-empty", "--message", "A fork's")
        foreign = self.project.git("rev-parse", "HEAD")
        self.project.git("checkout", "--quiet", "main")
        asked = len(self.project.calls())
        self.roll_back(foreign, exit_code=1)
        self.assertEqual(len(self.project.calls()), asked)


if __name__ == "__main__":
    unittest.main()
