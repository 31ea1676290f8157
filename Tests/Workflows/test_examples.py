"""Each example, run by act as a user has it, with its own build: with the action as a release leaves it, its image pulled by
its digest. The role is assumed by the example's own step, of a stand-in for STS and for GitHub's tokens.
"""

import unittest

from helpers import machine
from helpers.github import BOT
from helpers.project import CODE, Project
from helpers.release import Release

ROLE = "arn:aws:iam::123456789012:role/deploy-orders"
FAILING = {"payload": {"errorMessage": "no database"}, "functionError": "Unhandled"}


RELEASE = []


def setUpModule():
    machine.make()
    unittest.addModuleCleanup(machine.remove)
    RELEASE.append(Release())
    unittest.addModuleCleanup(RELEASE[0].close)


class ExampleTest(unittest.TestCase):
    functions: tuple[str, ...] = ("orders",)
    options: tuple[str, ...] = ()

    def setUp(self):
        self.project = Project(RELEASE[0], *self.functions, options=self.options)
        self.addCleanup(self.project.close)
        self.simulator = self.project.simulator

    def run_example(self, name, exit_code=0, **options):
        run = self.project.run(name, **options)
        self.assertEqual(run.exit_code, exit_code, run.text)
        return run

    def assert_callers(self, *roles):
        self.assertEqual({one["author"] for one in self.project.calls()}, set(roles))


class ASingleDeployment(ExampleTest):
    def test_the_alias_moves_the_next_step_knows_the_version_and_a_second_run_writes_nothing(self):
        job = self.run_example("deploy.yml").job("deploy")
        self.assertEqual(job.outputs["orders"]["outcome"], "deployed")
        self.assertEqual(self.project.live("orders"), job.outputs["orders"]["version"])
        self.assertIn(f"Version {self.project.live('orders')} is live", job.log)
        self.assertIn("orders: version", job.summary)
        self.assert_callers("deploy-orders")

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

    def test_without_docker_the_released_program_does_the_same(self):
        job = self.run_example("without-docker.yml").job("deploy")
        self.assertIn("A stand-in takes lockstep for verified", job.log)
        self.assertEqual(job.outputs["orders"]["outcome"], "deployed")
        self.assertIn(f"Version {self.project.live('orders')} is live", job.log)
        self.assertEqual(self.project.live("orders"), "2")
        self.assertIn("orders: version", job.summary)
        self.assert_callers("deploy-orders")

    def test_beside_terraform_no_setting_is_written(self):
        self.run_example("terraform.yml")
        self.assertEqual(self.project.live("orders"), "2")
        written = {one["operation"] for one in self.simulator.writes()}
        self.assertEqual(written, {"UpdateFunctionCode", "PublishVersion", "UpdateAlias"})


class AFirstDeployment(ExampleTest):
    functions = ()

    def test_it_creates_the_function_and_its_alias_and_the_second_is_a_deployment_as_any(self):
        self.run_example("first-deployment.yml")
        self.assertEqual(self.project.live("orders"), "1")
        self.assertEqual(self.project.version("orders", "1")["Handler"], "app.handler")
        self.project.commit(CODE + "# changed\n")
        self.run_example("first-deployment.yml")
        self.assertEqual(self.project.live("orders"), "2")


class ACanary(ExampleTest):
    options = ("--alarm", "orders-errors")

    def setUp(self):
        super().setUp()
        self.project.edit("canary.yml", "10% 5m, 50% 5m", "10% 1s, 50% 1s")  # seconds, as nobody wants to wait here

    def test_the_traffic_moves_in_steps(self):
        self.run_example("canary.yml")
        self.assertEqual(self.project.live("orders"), "2")
        moves = [one["operation"] for one in self.simulator.writes()].count("UpdateAlias")
        self.assertEqual(moves, 3)

    def test_an_alarm_gives_the_old_version_all_of_it_back(self):
        self.project.edit("canary.yml", "10% 1s", "10% 20s")
        with self.project.after_a_write("UpdateAlias", lambda: self.simulator.turn_alarm("orders-errors", "ALARM")):
            self.run_example("canary.yml", exit_code=1)
        self.assertEqual(self.project.live("orders"), "1")


class AnImage(ExampleTest):
    functions = ()

    def test_what_was_pushed_is_deployed_by_its_digest(self):
        # A function of an image is made of one: the first run creates it.
        self.project.edit(
            "image.yml", "          function-name: orders\n",
            "          function-name: orders\n          role: arn:aws:iam::123456789012:role/orders\n")
        job = self.run_example("image.yml").job("deploy")
        name, _, digest = job.outputs["image"]["uri"].partition("@")
        self.assertEqual(name, "123456789012.dkr.ecr.eu-central-1.amazonaws.com/orders")
        pushed = RELEASE[0].manifest(f"orders@{digest}")
        self.assertEqual(len(pushed["layers"]), 1)
        self.assertEqual(f"sha256:{self.project.version('orders', '1')['CodeSha256']}", digest)
        self.assertEqual(self.project.live("orders"), "1")
        self.assert_callers("deploy-orders")


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

    def test_every_environment_gets_the_bytes_that_were_built_once(self):
        run = self.run_example("build-once.yml", variables={"AWS_ROLE": ROLE})
        self.assertEqual(
            run.results, {"build": "success", "dev": "success", "staging": "success", "prod": "success"})
        built = run.job("build").outputs["package"]["package-sha256"]
        for stage in ("dev", "staging", "prod"):
            self.assertEqual(run.job(stage).outputs["orders"]["code-sha256"], built)
            self.assertEqual(self.project.version(f"orders-{stage}", "2")["CodeSha256"], built)
            self.assertIn(f"{stage} has {built}, and {built} was built", run.job(stage).log)
        self.assert_callers("deploy-orders")

    def test_a_workflow_that_others_call_deploys_what_they_name(self):
        self.run_example("reusable-call.yml", variables={"AWS_ROLE": ROLE})
        self.assertEqual([self.project.live(name) for name in self.functions], ["2", "1", "2"])
        self.assertTrue(self.project.version("orders-dev", "2")["Description"].startswith("dev: "))
        dev, prod = ([one["at"] for one in self.project.calls(f"orders-{stage}")] for stage in ("dev", "prod"))
        self.assertGreater(min(prod), max(dev))


class OneRepositoryOfMany(ExampleTest):
    functions = ("orders", "invoices", "mails")

    def setUp(self):
        super().setUp()
        for name in self.functions:
            self.before = self.project.commit(CODE, f"functions/{name}")

    def deploy(self, before):
        run = self.run_example("monorepo.yml", payload={"before": before})
        return {job.matrix["function"] for job in run.jobs if job.matrix}

    def test_what_a_push_has_changed_is_deployed_each_by_a_role_of_its_own(self):
        self.project.commit(CODE + "# changed\n", "functions/invoices")
        self.project.commit(CODE + "# changed\n", "functions/mails")
        self.assertEqual(self.deploy(self.before), {"invoices", "mails"})
        self.assertEqual([self.project.live(name) for name in self.functions], ["1", "2", "2"])
        self.assert_callers("deploy-invoices", "deploy-mails")

    def test_nothing_is_deployed_where_no_folder_has_changed_and_all_where_nobody_knows(self):
        self.assertEqual(self.deploy(self.project.git("rev-parse", "HEAD")), set())
        self.assertEqual(self.project.calls(), [])
        self.assertEqual(self.deploy("0" * 40), set(self.functions))


class APlan(ExampleTest):
    def plan(self, repository="octocat/orders", author="mona"):
        pull_request = {"number": 7, "head": {"repo": {"full_name": repository}}, "user": {"login": author}}
        return self.run_example("plan.yml", event="pull_request", payload={"pull_request": pull_request})

    def ours(self):
        return [one["body"] for one in self.project.github.comments if one["user"] == BOT]

    def test_one_comment_says_what_would_change_and_each_push_brings_it_up_to_date(self):
        self.project.github.say("<!-- lockstep: orders --> of somebody else", "mallory")
        job = self.plan().job("plan")
        self.assertRegex(job.summary, "### 📋 orders: merging this would change [0-9]+ things")
        first = self.ours()
        self.assertEqual(len(first), 1)
        self.assertIn("orders: merging this would change", first[0])
        self.assertIn("\n+ Environment.LOG_LEVEL: ***", first[0])

        self.project.commit(CODE + "# changed\n")
        self.plan()
        second = self.ours()
        self.assertEqual(len(second), 1)
        self.assertNotEqual(second, first)
        self.assertEqual(self.project.github.writes, [
            "POST /repos/octocat/orders/issues/7/comments", "PATCH /repos/octocat/orders/issues/comments/101"])
        self.assertEqual(self.simulator.writes(), [])
        self.assert_callers("plan-orders")

    def test_strangers_and_dependabot_get_no_role(self):
        for stranger in ({"repository": "stranger/orders"}, {"author": "dependabot[bot]"}):
            with self.subTest(stranger):
                self.plan(**stranger)
                self.assertEqual(self.project.calls(), [])
                self.assertEqual(self.ours(), [])

    def test_a_function_that_has_drifted_gets_one_issue_and_one_that_has_not_gets_none(self):
        for _ in range(2):
            self.run_example("drift.yml", event="schedule")
        (issue,) = self.project.github.issues
        self.assertEqual(issue["labels"], ["drift"])
        self.assertIn("\n+ Environment.LOG_LEVEL: ***", issue["body"])
        self.assertEqual(self.simulator.writes(), [])
        self.assert_callers("drift-orders")

        self.project.github.issues.clear()
        self.run_example("deploy.yml")
        self.run_example("drift.yml", event="schedule")
        self.assertEqual(self.project.github.issues, [])


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
        self.assertEqual({one["author"] for one in self.simulator.writes()[writes:]}, {"rollback-orders"})

    def test_a_version_that_is_not_there_fails_the_job_and_leaves_the_alias(self):
        self.roll_back({"to": "99"}, exit_code=1)
        self.assertEqual(self.project.live("orders"), "1")


if __name__ == "__main__":
    unittest.main()
