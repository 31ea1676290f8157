"""Before a control plane to which the program comes without keys, or with keys that get it others."""

from __future__ import annotations

import re
import time
from html import unescape
from urllib.parse import parse_qsl

from support import signed_tokens
from support.identity_provider import PUBLISHED
from support.permissions import Deployers, Gatekeeper
from support.recording_proxy import Answer, Call
from support.signing_proxy import SignatureCheck, is_by_token, read

KEYS = ("AccessKeyId", "SecretAccessKey", "SessionToken")


class TokenGate(Gatekeeper):
    """From the answer of STS on, each call must be signed by the keys that were handed out.

    MiniStack judges a token by the role's trust policy alone. AWS asks first whether IAM has a provider for the token's
    issuer, whether the issuer has signed it and its time has not passed, and whether the provider has its audience; so
    this answers in its stead, in AWS's words.
    Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
    """

    def __init__(self, upstream: str, credentials: dict[str, str], deployers: Deployers) -> None:
        super().__init__(upstream, credentials, {})
        self._deployers = deployers
        self.handed_out: list[str] = []
        """Keys, with their names and the session's token."""

    @property
    def names(self) -> list[str]:
        return [read(call).operation for call in self.calls]

    def ask(self, call: Call) -> Answer:
        refusal = self._refusal(call) if is_by_token(call) else None
        answer = refusal or super().ask(call)
        if answer.status == 200 and read(call).operation in ("AssumeRole", "AssumeRoleWithWebIdentity"):
            keys = [unescape(_element(name, answer.body.decode())) for name in KEYS]
            self._signature = SignatureCheck(*keys)
            self.handed_out += keys
        return answer

    def _refusal(self, call: Call) -> Answer | None:
        token = dict(parse_qsl(call.body.decode()))["WebIdentityToken"]
        claims = signed_tokens.claims_of(token)
        audiences = self._deployers.audiences(claims["iss"])
        if audiences is None:
            return _refused("InvalidIdentityToken", f"No OpenIDConnect provider found in your account for {claims['iss']}")
        if fault := signed_tokens.fault(token, signed_tokens.key(PUBLISHED), time.time()):
            return _refused(*fault)
        return None if claims["aud"] in audiences else _refused("InvalidIdentityToken", "Incorrect token audience")


def _element(name: str, xml: str) -> str:
    return re.search(f"<{name}>(.*?)</{name}>", xml)[1]


def _refused(code: str, message: str) -> Answer:
    error = f"<Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>"
    body = f'<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">{error}</ErrorResponse>'
    return Answer(400, [("Content-Type", "text/xml")], body.encode())
