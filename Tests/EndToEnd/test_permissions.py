"""The policy in docs/permissions.md is enough, each of its permissions is needed, and an error names the one that is missing."""

import tempfile
import unittest
from dataclasses import dataclass, field
from pathlib import Path

from support.credentials import CREDENTIALS
from support.journeys import JOURNEYS, JourneyTest
from support.ministack import IS_INSTALLED
from support.permissions import ACCOUNT, Gatekeeper, Policy
from support.rehearsal import Rehearsal
from support.runner import StepResult
from support.testcase import at_once, only_where

DENIED_BY_IAM = "User: arn:aws:sts::000000000000:assumed-role/deploy/github is not authorized to perform: {action} " \
    "on resource: arn:aws:... because no identity-based policy allows the {action} action"
# Words of AWS that people have met: awslabs/lambda-streams-to-firehose#21, aws-samples/bedrock-access-gateway#127.
DENIED_BY_S3 = "Your access has been denied by S3, please make sure your request credentials have permission to " \
    "GetObject for packages/orders/1.zip. S3 Error Code: AccessDenied. S3 Error Message: Access Denied"
DENIED_BY_ECR = "Lambda does not have permission to access the ECR image. Check the ECR permissions."
FOR_US = "Lambda does it in the caller's name, and MiniStack lets it"
AS_LIST_ALIASES = "MiniStack checks it as lambda:ListAliases"


@dataclass(frozen=True)
class Denial:
    """What to deploy, so that an action that is taken away is missed."""

    journey: str
    along_with: tuple[str, ...] = ()
    """Taken away too: by itself it would not be missed."""
    survives: bool = False
    """Lockstep can do without."""
    warns: bool = False
    """A warning names it."""
    not_enforced: str = ""
    """Why MiniStack lets it pass, so that the proxy has to refuse it."""
    refused: dict[str, str] = field(default_factory=dict)
    """By operation: what AWS says where it is refused."""
    done_without: tuple[str, ...] = ()
    """The operations of ours that MiniStack must have refused, and that were not missed."""


DENIALS = {
    "lambda:GetFunction": Denial("existing", survives=True, warns=True, done_without=("GetFunction",)),
    "lambda:GetFunctionConfiguration": Denial("existing", survives=True),
    "lambda:UpdateFunctionCode": Denial("existing"),
    "lambda:UpdateFunctionConfiguration": Denial("existing"),
    "lambda:PublishVersion": Denial("existing"),
    "lambda:ListVersionsByFunction": Denial("new alias", survives=True, done_without=("ListVersionsByFunction",)),
    "lambda:GetAlias": Denial("existing", not_enforced=AS_LIST_ALIASES, refused={"GetAlias": DENIED_BY_IAM}),
    "lambda:CreateAlias": Denial("new alias"),
    "lambda:UpdateAlias": Denial("existing", not_enforced=AS_LIST_ALIASES, refused={"UpdateAlias": DENIED_BY_IAM}),
    "lambda:GetProvisionedConcurrencyConfig": Denial(
        "existing", survives=True, warns=True, not_enforced="MiniStack checks it as lambda:GetFunction",
        refused={"GetProvisionedConcurrencyConfig": DENIED_BY_IAM}),
    "lambda:InvokeFunction": Denial("existing"),
    "cloudwatch:DescribeAlarms": Denial("canary"),
    # GetFunction tells the tags as well: MiniStack always, AWS only to those who may list them.
    "lambda:ListTags": Denial(
        "existing", along_with=("lambda:GetFunction",), survives=True, done_without=("GetFunction", "ListTags")),
    "lambda:TagResource": Denial("existing"),
    "lambda:UntagResource": Denial("put back"),
    "lambda:ListAliases": Denial(
        "old versions", survives=True, warns=True, not_enforced=AS_LIST_ALIASES, refused={"ListAliases": DENIED_BY_IAM}),
    "lambda:ListProvisionedConcurrencyConfigs": Denial(
        "old versions", survives=True, warns=True, not_enforced="MiniStack does not know it",
        refused={"ListProvisionedConcurrencyConfigs": DENIED_BY_IAM}),
    "lambda:ListFunctionEventInvokeConfigs": Denial(
        "old versions", survives=True, warns=True, not_enforced="MiniStack asks for no permission",
        refused={"ListFunctionEventInvokeConfigs": DENIED_BY_IAM}),
    "lambda:ListEventSourceMappings": Denial(
        "old versions", survives=True, warns=True, done_without=("ListEventSourceMappings",)),
    "lambda:GetPolicy": Denial("old versions", survives=True, warns=True, done_without=("GetPolicy",)),
    "lambda:GetFunctionUrlConfig": Denial("new alias", survives=True, done_without=("GetFunctionUrlConfig",)),
    # Only of durable functions.
    "lambda:ListDurableExecutionsByFunction": Denial("old versions", survives=True),
    "lambda:DeleteFunction": Denial("old versions", survives=True, warns=True, done_without=("DeleteFunction",)),
    "lambda:CreateFunction": Denial("missing"),
    "iam:PassRole": Denial("missing", not_enforced=FOR_US, refused={"CreateFunction": DENIED_BY_IAM}),
    "s3:GetObject": Denial(
        "s3", not_enforced=FOR_US, refused={"UpdateFunctionCode": DENIED_BY_S3}, done_without=("HeadObject",)),
    "s3:GetObjectVersion": Denial(
        "s3 version", not_enforced=FOR_US, refused={"UpdateFunctionCode": DENIED_BY_S3}, done_without=("HeadObject",)),
    "s3:PutObject": Denial("upload"),
    "s3:ListBucket": Denial("upload", survives=True, done_without=("HeadBucket",)),
    # Only where an upload in parts fails.
    "s3:AbortMultipartUpload": Denial("upload", survives=True),
    "s3:ListMultipartUploadParts": Denial("upload", survives=True),
    "ecr:BatchGetImage": Denial(
        "image", not_enforced=FOR_US, refused={"CreateFunction": DENIED_BY_ECR}, done_without=("BatchGetImage",)),
    "ecr:GetDownloadUrlForLayer": Denial("image", not_enforced=FOR_US, refused={"CreateFunction": DENIED_BY_ECR}),
    "ecr:GetRepositoryPolicy": Denial("image", not_enforced=FOR_US, refused={"CreateFunction": DENIED_BY_ECR}),
}

@dataclass(frozen=True)
class Run:
    result: StepResult
    denied: set[str]
    """Operations that were refused."""
    needed: set[str]
    """Actions that the calls took."""
    before: str | None
    """Where the alias pointed."""
    after: str | None


NOBODY = {"AWS_REGION": CREDENTIALS["AWS_REGION"]}
# Of these no call of ours is made while all is allowed.
NOT_CALLED = {"lambda:GetFunctionConfiguration", "lambda:ListTags", "lambda:ListDurableExecutionsByFunction",
              "iam:PassRole", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "ecr:GetDownloadUrlForLayer", "ecr:GetRepositoryPolicy"}


class UnderAPolicy(JourneyTest):
    def play(self, name, policy, refused=None):
        """A deployment with a role, a function and a stage of its own."""
        return self.play_prepared(name, lambda journey: policy.renamed(journey.names), refused or {})

    def play_prepared(self, name, policy_of, refused, **more):
        with tempfile.TemporaryDirectory(prefix="lockstep-journey-") as folder:
            journey = self.journeys.prepare(name, Path(folder))
            keys = self.deployers.credentials(f"deploy-{journey.function}", policy_of(journey))
            proxy = Gatekeeper(self.ministack.url, keys, refused)
            with Rehearsal(self.ministack.url, keys, proxy) as stage:
                result = stage.deploy({**journey.inputs, **more})
        self.assertEqual(proxy.mistakes, [])
        return Run(result, proxy.denied, proxy.needed, journey.version, self.journeys.alias_version(journey))


@only_where(IS_INSTALLED, "MiniStack and botocore are not installed")
class TheDocumentedPolicy(UnderAPolicy):
    policy = Policy.documented()

    def test_it_is_enough_and_nothing_in_it_is_too_much(self):
        needed = set()
        for name, run in at_once(lambda name: self.play(name, self.policy), JOURNEYS):
            with self.subTest(journey=name):
                self.assert_outcome(run.result, "failed" if name == "put back" else "deployed")
                self.assertEqual(run.denied, set())
                needed |= run.needed
        self.assertEqual(needed | NOT_CALLED, set(self.policy.actions))

    def test_every_permission_in_it_has_been_thought_of(self):
        self.assertEqual(sorted(DENIALS), sorted(set(self.policy.actions)))

    def test_without_one_of_them_it_does_without_or_the_error_names_it(self):
        for action, run in at_once(self.play_without, DENIALS):
            denial = DENIALS[action]
            with self.subTest(action):
                if denial.survives:
                    self.assert_outcome(run.result, "deployed")
                    self.assertEqual(run.result.messages("error"), [])
                    told = [text for text in run.result.messages("warning") if f"allow {action}" in text]
                    self.assertEqual(len(told), 1 if denial.warns else 0, run.result.story())
                else:
                    self.assert_refused(run, action)
                self.assertEqual(run.denied & set(denial.refused), set(denial.refused))
                self.assert_ministack_refused(run.denied - set(denial.refused), denial)

    def test_a_refusal_by_an_explicit_denial_names_it_too(self):
        action = "lambda:PublishVersion"
        run = self.play("existing", self.policy.denying(action))
        self.assert_refused(run, action, "may not use .*: a policy of the deploying role itself forbids it")

    def test_without_any_look_at_the_function_the_error_names_the_better_one(self):
        blind = self.policy.without("lambda:GetFunction", "lambda:GetFunctionConfiguration")
        self.assert_refused(self.play("existing", blind), "lambda:GetFunction")

    def play_without(self, action):
        denial = DENIALS[action]
        words = {name: text.format(action=action) for name, text in denial.refused.items()}
        return self.play(denial.journey, self.policy.without(action, *denial.along_with), words)

    def assert_refused(self, run, action, cure="lack a permission: allow .*{}\\b"):
        """One error, which says what to allow, and the alias where it was."""
        self.assert_outcome(run.result, "failed")
        errors = run.result.messages("error")
        self.assertEqual(len(errors), 1, run.result.story())
        self.assertRegex(errors[0], "(?s)AccessDenied.*" + cure.format(action))
        self.assertEqual(run.after, run.before)

    def assert_ministack_refused(self, denied, denial):
        """It was MiniStack, by the policy alone, unless the table says otherwise."""
        self.assertEqual(bool(denial.refused), bool(denial.not_enforced))
        if denial.done_without:
            self.assertEqual(denied, set(denial.done_without))
        elif denial.survives or denial.not_enforced:
            self.assertEqual(denied, set())
        else:
            self.assertNotEqual(denied, set())


@only_where(IS_INSTALLED, "MiniStack and botocore are not installed")
class ThePrintedPolicy(UnderAPolicy):
    """`mode: permissions` prints what a journey needs; it is played with nothing more."""

    def test_it_is_enough(self):
        for name, (policy, run) in at_once(self.play_printed, JOURNEYS):
            with self.subTest(journey=name):
                self.assert_outcome(run.result, "failed" if name == "put back" else "deployed")
                self.assertEqual(run.denied, set())
                self.assertLessEqual(set(policy.actions), set(DENIALS), "nothing that nobody has thought of")

    def test_a_plan_needs_what_is_printed_for_plans_and_nothing_in_that_is_too_much(self):
        needed, printed = set(), set()
        for name, (policy, run) in at_once(self.plan_printed, JOURNEYS):
            with self.subTest(journey=name):
                self.assert_outcome(run.result, "planned")
                self.assertEqual(run.denied, set())
            needed, printed = needed | run.needed, printed | set(policy.actions)
        self.assertEqual(needed | NOT_CALLED & printed, printed)

    def play_printed(self, name):
        return self.under_printed(name, "Policy of the role that deploys")

    def plan_printed(self, name):
        return self.under_printed(name, "Policy of a role that only plans", mode="plan")

    def under_printed(self, name, title, **more):
        policies = []

        def printed(journey):
            arn = f"arn:aws:lambda:{CREDENTIALS['AWS_REGION']}:{ACCOUNT}:function:{journey.function}"
            with Rehearsal(self.ministack.url, NOBODY) as stage:
                result = stage.deploy({**journey.inputs, "function-name": arn, "mode": "permissions"})
            self.assert_outcome(result, "listed")
            policies.append(Policy.printed(result.log, title))
            return policies[0]

        run = self.play_prepared(name, printed, {}, **more)
        return policies[0], run


if __name__ == "__main__":
    unittest.main()
