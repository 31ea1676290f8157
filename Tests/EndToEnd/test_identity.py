"""Who deploys: the real program, over real sockets, before whoever hands out tokens and keys."""

import unittest

from support import signing_proxy
from support.identity_provider import BEARER, KEYS, IdentityProvider
from support.recording_proxy import RecordingProxy
from support.rehearsal import IMAGE, Rehearsal
from support.runner import StepResult
from support.secrecy import leaks
from support.signing_proxy import SigningProxy
from support.simulator import Simulator
from support.testcase import EndToEndTest

ROLE = {"role-to-assume": "arn:aws:iam::123456789012:role/deploy"}
NO_KEYS = {
    "AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "AWS_SESSION_TOKEN": "", "AWS_EC2_METADATA_DISABLED": "true"
}


@unittest.skipIf(IMAGE, "loopback is another one in a container")
class WhoDeploys(EndToEndTest):
    def setUp(self) -> None:
        self.simulator = Simulator("--function", "orders", "--update-seconds", "0.2")
        self.addCleanup(self.simulator.end)
        self.stage = Rehearsal(self.simulator.url, proxy=_proxy(self.simulator.url))
        self.addCleanup(self.stage.close)

    def tearDown(self) -> None:
        """Each call is signed by the keys that were handed out."""
        self.assertEqual(self.stage.mistakes, [])

    def deploy_as(self, provider: IdentityProvider, inputs: dict[str, str], env: dict[str, str]) -> StepResult:
        self.addCleanup(provider.end)
        result = self.stage.deploy(inputs, env={**NO_KEYS, **env, "RUNNER_DEBUG": "1"})
        self.assertEqual(leaks(result, [*provider.tokens, BEARER, KEYS["SecretAccessKey"], KEYS["SessionToken"]]), [])
        self.assertLessEqual(set(provider.tokens), set(result.masks))
        return result

    def test_a_job_with_an_identity_token(self):
        provider = IdentityProvider()
        result = self.deploy_as(provider, ROLE, provider.variables)
        self.assert_outcome(result, "deployed")
        self.assertEqual(provider.asked, ["GET /token", "POST AssumeRoleWithWebIdentity"])
        self.assertIn("assumed by this job's identity token", result.story())

    def test_a_trust_policy_for_another_branch(self):
        provider = IdentityProvider(admits="repo:octo/orders:ref:refs/heads/release")
        result = self.deploy_as(provider, ROLE, provider.variables)
        self.assert_outcome(result, "failed")
        self.assertIn("sub: repo:octo/orders:ref:refs/heads/main", " ".join(result.messages("error")))
        self.assertEqual(self.simulator.requests(), [])

    def test_a_token_that_is_not_believed(self):
        """Whoever reads the error knows which of its parts it is."""
        cases = {
            "signed by another key": (IdentityProvider(key="somebody else's"), "does not have the key"),
            "expired": (IdentityProvider(valid=(-900, -60)), "had expired"),
            "not yet valid": (IdentityProvider(valid=(60, 900)), "does not hold the token for valid"),
        }
        for name, (provider, words) in cases.items():
            with self.subTest(name):
                result = self.deploy_as(provider, ROLE, provider.variables)
                self.assert_outcome(result, "failed")
                self.assertEqual(provider.asked, ["GET /token", "POST AssumeRoleWithWebIdentity"])
                self.assertEqual(len(result.messages("error")), 1)
                self.assertIn(words, result.messages("error")[0])
                self.assertEqual(self.simulator.requests(), [])

    def test_a_container_that_is_handed_keys(self):
        provider = IdentityProvider()
        result = self.deploy_as(provider, {}, {"AWS_CONTAINER_CREDENTIALS_FULL_URI": f"{provider.url}/keys"})
        self.assert_outcome(result, "deployed")
        self.assertEqual(provider.asked, ["GET /keys"])

    def test_a_program_for_keys_that_fails_is_told_in_its_words(self):
        """But for what may be a key, though nobody has told us that it is one."""
        key = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
        config = self.stage.workspace / "config"
        config.write_text(f"[default]\ncredential_process = sh -c 'echo no entry {key} of prod >&2; exit 3'\n")
        result = self.deploy_as(IdentityProvider(), {}, {"AWS_CONFIG_FILE": str(config)})
        self.assert_outcome(result, "failed")
        self.assertIn("it failed (exit code 3), and it says: no entry *** of prod", result.messages("error")[0])
        self.assertEqual(leaks(result, [key]), [])

    def test_nothing_at_all(self):
        result = self.deploy_as(IdentityProvider(), ROLE, {})
        self.assert_outcome(result, "failed")
        self.assertIn("id-token: write", " ".join(result.messages("error")))
        self.assertLess(result.duration, 10)


def _proxy(upstream: str) -> RecordingProxy:
    if not signing_proxy.IS_AVAILABLE:
        return RecordingProxy(upstream)
    return SigningProxy(upstream, KEYS["AccessKeyId"], KEYS["SecretAccessKey"], KEYS["SessionToken"])


if __name__ == "__main__":
    unittest.main()
