"""Deployments by a job with nothing but GitHub's identity token, as the policies allow that Lockstep itself prints."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from support.credentials import CREDENTIALS
from support.identity_provider import BEARER, ISSUER, PUBLISHED, IdentityProvider
from support.journeys import Journey, JourneyTest
from support.permissions import ACCOUNT, Policy
from support.rehearsal import Rehearsal
from support.runner import StepResult
from support.secrecy import leaks
from support.token_gate import TokenGate

NOBODY = {"AWS_REGION": CREDENTIALS["AWS_REGION"], "AWS_EC2_METADATA_DISABLED": "true"}
IDS = {"GITHUB_REPOSITORY_OWNER_ID": "583231", "GITHUB_REPOSITORY_ID": "1296269"}
USUAL = "sts.amazonaws.com"
DEPLOYS, PLANS = "Policy of the role that deploys", "Policy of a role that only plans"
BY_TOKEN = "AssumeRoleWithWebIdentity"


@dataclass(frozen=True)
class Run:
    result: StepResult
    gate: TokenGate
    provider: IdentityProvider


class TokenJourneyTest(JourneyTest):
    audiences: tuple[str, ...] = (USUAL,)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deployers.know_tokens(ISSUER, list(cls.audiences))
        folder = tempfile.TemporaryDirectory(prefix="lockstep-journey-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)

    def workspace(self) -> Path:
        return Path(tempfile.mkdtemp(dir=self.folder))

    def printed(self, journey: Journey, subject: str | None, title: str = DEPLOYS) -> tuple[Policy, Policy]:
        """What `mode: permissions` prints for this job: the role's policy and whom it is to trust."""
        arn = f"arn:aws:lambda:{CREDENTIALS['AWS_REGION']}:{ACCOUNT}:function:{journey.function}"
        inputs = {**journey.inputs, "function-name": arn, "mode": "permissions"}
        provider = IdentityProvider(subject or "")
        variables = provider.token_variables if subject else {}
        try:
            with Rehearsal(self.ministack.url, NOBODY) as stage:
                result = stage.deploy(
                    {**inputs, **({"role-to-assume": f"arn:aws:iam::{ACCOUNT}:role/deploy"} if subject else {})},
                    env={**variables, **IDS, "RUNNER_DEBUG": "1"})
        finally:
            provider.end()
        self.assert_outcome(result, "listed")
        self.assertEqual(leaks(result, [*provider.tokens, BEARER]), [])
        return Policy.printed(result.log, title), Policy.printed(result.log, "Trust policy of")

    def role(self, journey: Journey, policy: Policy, trust: Policy) -> str:
        return self.deployers.role(f"deploy-{journey.function}", trust, policy)

    def deploy(
        self, journey, role, subject, issuer=ISSUER, *, audience=USUAL, keys=None, key=PUBLISHED, valid=(-600, 300), **inputs
    ) -> Run:
        """No secret of it can be read anywhere, and each that is fetched is hidden from the whole job."""
        provider = IdentityProvider(subject, issuer=issuer, key=key, valid=valid)
        gate = TokenGate(self.ministack.url, keys or CREDENTIALS, self.deployers)
        given = {**journey.inputs, "role-to-assume": role, **({} if audience == USUAL else {"audience": audience}), **inputs}
        try:
            with Rehearsal(self.ministack.url, keys or NOBODY, gate) as stage:
                result = stage.deploy(given, env={**provider.token_variables, **IDS, "RUNNER_DEBUG": "1"})
        finally:
            provider.end()
        self.assertEqual(gate.mistakes, [])
        brought = [keys[f"AWS_{name}"] for name in ("ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "SESSION_TOKEN")] if keys else []
        self.assertEqual(leaks(result, [*provider.tokens, *gate.handed_out, *brought, BEARER]), [])
        # The name of a key is told nowhere, but is no secret.
        names = {key for key in gate.handed_out if key.startswith("ASIA")}
        self.assertLessEqual({*provider.tokens, *gate.handed_out} - names, set(result.masks))
        self.assertEqual(result.withheld, [])
        return Run(result, gate, provider)

    def assert_deployed(self, run: Run, journey: Journey, first: str = BY_TOKEN) -> None:
        self.assert_outcome(run.result, "deployed")
        self.assertEqual(run.gate.denied, set())
        self.assertEqual(run.gate.names[0], first)
        self.assertNotIn(first, run.gate.names[1:])
        self.assertNotEqual(self.journeys.alias_version(journey), journey.version)

    def assert_refused(self, run: Run, words: str, call: str = BY_TOKEN) -> None:
        """Before anything of the function is looked at."""
        self.assert_outcome(run.result, "failed")
        errors = run.result.messages("error")
        self.assertEqual(len(errors), 1, run.result.story())
        self.assertIn(words, errors[0])
        self.assertEqual(run.gate.names, [call])
