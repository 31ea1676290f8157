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
    unittest.addModuleCleanup(engine.remove_runner)
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
    def test_the_alias_moves_the_next_step_knows_the_version_and_a_second_run_writes_nothing(self):
        job = self.run_example("deploy.yml").job("deploy")
        self.assertEqual(job.outputs["orders"]["outcome"], "deployed")
        self.assertEqual(self.project.live("orders"), job.outputs["orders"]["version"])
        self.assertIn(f"Version {self.project.live('orders')} is live", job.log)
        self.assertIn("orders: version", job.summary)
        self.assertEqual({one["author"] for one in self.project.calls()}, {"deploy-orders"})

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

    def test_all_are_deployed_under_their_names_and_prod_is_the_last(self):
        run = self.deploy()
        self.assertEqual(run.results, {"dev": "success", "staging": "success", "prod": "success"})
        for stage in ("dev", "staging", "prod"):
            self.assertEqual(self.project.live(f"orders-{stage}"), "2")
            description = self.project.version(f"orders-{stage}", "2")["Description"]
            self.assertTrue(description.startswith(f"{stage}: "), description)
        *before, prod = [[one["at"] for one in self.project.calls(name)] for name in self.functions]
        self.assertGreater(min(prod), max(*before[0], *before[1]))

    def test_prod_is_not_reached_when_staging_fails(self):
        self.simulator.script_invoke("orders-staging", FAILING)
        run = self.deploy(exit_code=1)
        self.assertEqual(run.results, {"dev": "success", "staging": "failure"})
        self.assertEqual([self.project.live(name) for name in self.functions], ["2", "1", "1"])
        self.assertEqual(self.project.calls("orders-prod"), [])


class OnePackage(ExampleTest):
    functions = ("orders-dev", "orders-staging", "orders-prod")

    def test_every_environment_gets_the_bytes_that_were_built_once(self):
        run = self.run_example("build-once.yml", variables={"AWS_ROLE": ROLE})
        self.assertEqual(
            run.results, {"build": "success", "dev": "success", "staging": "success", "prod": "success"})
        built = run.job("build").outputs["package"]["package-sha256"]
        for stage in ("dev", "staging", "prod"):
            self.assertEqual(run.job(stage).outputs["orders"]["code-sha256"], built)
            self.assertEqual(self.project.version(f"orders-{stage}", "2")["CodeSha256"], built)
            self.assertIn(f"{stage} has {built}, and {built} was built", run.job(stage).log)
        self.assertEqual({one["author"] for one in self.project.calls()}, {"deploy-orders"})


class APlan(ExampleTest):
    def plan(self, repository="octocat/orders", author="mona"):
        pull_request = {"head": {"repo": {"full_name": repository}}, "user": {"login": author}}
        return self.run_example("plan.yml", event="pull_request", payload={"pull_request": pull_request})

    def test_the_summary_says_what_would_change_and_only_what_its_role_may_is_asked(self):
        job = self.plan().job("plan")
        self.assertRegex(job.summary, "### 📋 orders: merging this would change [0-9]+ things")
        self.assertIn("\n+ Code: ", job.summary)
        self.assertIn("\n+ Environment.LOG_LEVEL: ***", job.summary)

        self.assertEqual(self.simulator.writes(), [])
        self.assertEqual({one["author"] for one in self.project.calls()}, {"plan-orders"})
        needed = {one["operation"] for one in self.project.calls()}
        told = (ROOT / "examples/plan.yml").read_text()
        self.assertEqual({name for name in needed if f"lambda:{name}" not in told}, set())

    def test_strangers_and_dependabot_get_no_role(self):
        for stranger in ({"repository": "stranger/orders"}, {"author": "dependabot[bot]"}):
            with self.subTest(stranger):
                self.plan(**stranger)
                self.assertEqual(self.project.calls(), [])


class ARollback(ExampleTest):
    def roll_back(self, inputs, **options):
        return self.run_example("rollback.yml", event="workflow_dispatch", payload={"inputs": inputs}, **options)

    def test_the_alias_goes_back_and_nothing_else_is_written(self):
        self.run_example("deploy.yml")
        commit = self.project.commit("broken")
        self.run_example("deploy.yml")
        self.assertEqual(self.project.live("orders"), "3")
        writes = len(self.simulator.writes())

        self.roll_back({})
        self.assertEqual(self.project.live("orders"), "2")
        self.roll_back({"to": f"@{commit[:7]}"})
        self.assertEqual(self.project.live("orders"), "3")
        self.assertEqual({one["operation"] for one in self.simulator.writes()[writes:]}, {"UpdateAlias"})

    def test_a_version_that_is_not_there_fails_the_job_and_leaves_the_alias(self):
        self.roll_back({"to": "99"}, exit_code=1)
        self.assertEqual(self.project.live("orders"), "1")


if __name__ == "__main__":
    unittest.main()
