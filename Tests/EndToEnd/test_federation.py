"""A job with nothing but GitHub's identity token, before an account that trusts it as Lockstep itself says how."""

import unittest
from dataclasses import dataclass

from support.journeys import Journey
from support.ministack import IS_INSTALLED
from support.permissions import ACCOUNT, Policy
from support.rehearsal import IMAGE
from support.runner import StepResult
from support.testcase import at_once, only_where
from support.token_journeys import BY_TOKEN, USUAL, TokenJourneyTest

BY_NAME = "repo:octocat/orders:ref:refs/heads/main"
BY_ID = "repo:octocat@583231/orders@1296269:ref:refs/heads/main"
OTHER = "deployments.example"
SERVER = "https://github.example/_services/token"


@dataclass(frozen=True)
class Stranger:
    """A job whose token a role that trusts `BY_NAME` does not admit."""

    claim: str
    value: str
    subject: str = BY_NAME
    audience: str = USUAL


STRANGERS = {
    name: Stranger("sub", subject, subject)
    for name, subject in {
        "branch": "repo:octocat/orders:ref:refs/heads/feature", "repository": "repo:mallory/orders:ref:refs/heads/main",
        "environment": "repo:octocat/orders:environment:production", "form of sub": BY_ID,
        "branch, by ID": "repo:octocat@583231/orders@1296269:ref:refs/heads/feature",
    }.items()
} | {"audience": Stranger("aud", OTHER, audience=OTHER)}


@only_where(IS_INSTALLED, "MiniStack and botocore are not installed")
@unittest.skipIf(IMAGE, "loopback is another one in a container")
class WhoeverHasAToken(TokenJourneyTest):
    audiences = (USUAL, OTHER)

    def test_what_is_printed_admits_the_job_with_either_form_of_sub(self):
        """Asked of a job that has a token, and of one that has none."""
        cases = [(subject, has_token) for subject in (BY_NAME, BY_ID) for has_token in (True, False)]
        for (subject, has_token), (trusted, journey, run) in at_once(self.deploy_as_printed, cases):
            with self.subTest(subject, has_token=has_token):
                self.assertEqual(trusted, [subject] if has_token else [BY_NAME, BY_ID])
                self.assert_deployed(run, journey)
                self.assertIn("assumed by this job's identity token", run.result.story())

    def test_a_stranger_is_refused_and_the_error_names_the_claim_and_the_cure(self):
        for name, (journey, refused, cured) in at_once(self.refuse_and_cure, STRANGERS):
            stranger = STRANGERS[name]
            with self.subTest(name):
                self.assert_refused(refused, f"- {stranger.claim}: {stranger.value}\n")
                condition = cure(refused.result).statements[0]["Condition"]["StringEquals"]
                self.assertEqual(sorted(condition.values(), key=str), sorted([[stranger.subject], stranger.audience], key=str))
                self.assert_deployed(cured, journey)

    def test_an_account_without_a_provider_is_told_the_command_that_makes_it(self):
        journey = self.journeys.prepare("existing", self.folder)
        role = self.role(journey, *self.printed(journey, BY_NAME))
        self.assert_refused(
            self.deploy(journey, role, BY_NAME, SERVER),
            f"aws iam create-open-id-connect-provider --url {SERVER} --client-id-list {USUAL}")
        self.deployers.know_tokens(SERVER, [USUAL])
        refused = self.deploy(journey, role, BY_NAME, SERVER)
        self.assert_refused(refused, f"- iss: {SERVER}\n")
        self.deployers.trust(role, cure(refused.result))
        self.assert_deployed(self.deploy(journey, role, BY_NAME, SERVER), journey)

    def test_an_audience_that_the_provider_does_not_have(self):
        journey = self.journeys.prepare("existing", self.folder)
        role = self.role(journey, *self.printed(journey, BY_NAME))
        refused = self.deploy(journey, role, BY_NAME, audience="unheard.example")
        self.assert_refused(refused, "- aud: unheard.example\n")
        self.assertIn("does not have this audience", refused.result.messages("error")[0])

    def test_a_token_that_nobody_or_somebody_else_vouches_for(self):
        journey = self.journeys.prepare("existing", self.folder)
        role = self.role(journey, *self.printed(journey, BY_NAME))
        self.assert_refused(self.deploy(journey, role, BY_NAME, key="somebody else's"), "does not have the key")
        self.assert_refused(self.deploy(journey, role, BY_NAME, valid=(-900, -60)), "had expired")
        self.assert_deployed(self.deploy(journey, role, BY_NAME), journey)

    def test_with_keys_and_a_token_in_one_job_the_inputs_decide(self):
        for is_chained in (True, False):
            with self.subTest(is_chained=is_chained):
                journey = self.journeys.prepare("existing", self.folder)
                role, keys = self.role_of_either_way(journey)
                chaining = {"role-chaining": "true", "role-external-id": "shop"} if is_chained else {}
                run = self.deploy(journey, role, BY_NAME, keys=keys, **chaining)
                self.assert_deployed(run, journey, "AssumeRole" if is_chained else BY_TOKEN)
                self.assertEqual(len(run.provider.asked), 0 if is_chained else 1)
                way = "the credentials of" if is_chained else "this job's identity token"
                self.assertIn(f"assumed by {way}", run.result.story())

    def test_chaining_without_the_external_id_that_the_role_asks_for(self):
        journey = self.journeys.prepare("existing", self.folder)
        role, keys = self.role_of_either_way(journey)
        refused = self.deploy(journey, role, BY_NAME, keys=keys, **{"role-chaining": "true"})
        self.assert_refused(refused, "with the external ID, if it asks for one", "AssumeRole")
        self.assertEqual(refused.provider.asked, [])

    def role_of_either_way(self, journey: Journey) -> tuple[str, dict[str, str]]:
        """A role that the job's token may assume, and whoever has these keys and the external ID."""
        policy, trust = self.printed(journey, BY_NAME)
        account = {
            "Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Action": "sts:AssumeRole",
            "Condition": {"StringEquals": {"sts:ExternalId": "shop"}},
        }
        role = self.role(journey, policy, Policy([*trust.statements, account]))
        may_assume = Policy([{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": role}])
        return role, self.deployers.credentials(f"ci-{journey.function}", may_assume)

    def deploy_as_printed(self, case):
        subject, has_token = case
        journey = self.journeys.prepare("existing", self.workspace())
        policy, trust = self.printed(journey, subject if has_token else None)
        trusted = trust.statements[0]["Condition"]["StringEquals"]["token.actions.githubusercontent.com:sub"]
        return trusted, journey, self.deploy(journey, self.role(journey, policy, trust), subject)

    def refuse_and_cure(self, name):
        stranger = STRANGERS[name]
        journey = self.journeys.prepare("existing", self.workspace())
        role = self.role(journey, *self.printed(journey, BY_NAME))
        refused = self.deploy(journey, role, stranger.subject, audience=stranger.audience)
        self.deployers.trust(role, cure(refused.result))
        return journey, refused, self.deploy(journey, role, stranger.subject, audience=stranger.audience)


def cure(result: StepResult) -> Policy:
    """The trust policy that the error shows."""
    lines = result.messages("error")[0].split("\n")
    return Policy.printed(lines, "This trust policy admits this run")


if __name__ == "__main__":
    unittest.main()
