"""GitHub's service for identity tokens, STS, and a container's service for keys, on loopback."""

from __future__ import annotations

import json
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from support import signed_tokens
from support.credentials import CREDENTIALS

ISSUER = "https://token.actions.githubusercontent.com"
BEARER = "the-bearer-of-this-job"
PUBLISHED = "published"
"""The name of the key that the issuer has published: tokens that another has signed are believed by nobody."""
KEYS = {
    "AccessKeyId": CREDENTIALS["AWS_ACCESS_KEY_ID"], "SecretAccessKey": CREDENTIALS["AWS_SECRET_ACCESS_KEY"],
    "SessionToken": "the-token-of-the-session", "Expiration": "2999-01-01T00:00:00Z",
}


class IdentityProvider:
    def __init__(
        self, subject: str = "repo:octo/orders:ref:refs/heads/main", admits: str | None = None, issuer: str = ISSUER,
        key: str = PUBLISHED, valid: tuple[int, int] = (-600, 300),
    ) -> None:
        """`admits`: the subject of the role's trust policy, where it is another. `valid`: from when to when, in seconds from now."""
        self.key = signed_tokens.key(key)
        self.valid = valid
        self.subject = subject
        self.issuer = issuer
        self.admits = admits or subject
        self.asked: list[str] = []
        self.tokens: list[str] = []
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                provider.get(self)

            def do_POST(self) -> None:
                provider.post(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def end(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def variables(self) -> dict[str, str]:
        return {**self.token_variables, "AWS_ENDPOINT_URL_STS": self.url}

    @property
    def token_variables(self) -> dict[str, str]:
        """Where somebody else is STS."""
        return {
            "ACTIONS_ID_TOKEN_REQUEST_URL": f"{self.url}/token?api-version=2.0",
            "ACTIONS_ID_TOKEN_REQUEST_TOKEN": BEARER,
        }

    def get(self, request: BaseHTTPRequestHandler) -> None:
        address = urllib.parse.urlsplit(request.path)
        query = dict(urllib.parse.parse_qsl(address.query))
        self.asked.append(f"GET {address.path}")
        if address.path == "/keys":
            keys = {**KEYS, "Token": KEYS["SessionToken"]}
            return self._answer(request, 200, json.dumps(keys))
        if request.headers["Authorization"] != f"Bearer {BEARER}" or query.get("api-version") != "2.0":
            return self._answer(request, 401, "{}")
        now = int(time.time())
        claims = {
            "iss": self.issuer, "aud": query["audience"], "sub": self.subject, "iat": now, "nbf": now + self.valid[0],
            "exp": now + self.valid[1], "jti": f"{len(self.tokens)}",
        }
        self.tokens.append(self.key.sign(claims))
        return self._answer(request, 200, json.dumps({"value": self.tokens[-1]}))

    def post(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers["Content-Length"])).decode()
        fields = dict(urllib.parse.parse_qsl(body))
        self.asked.append(f"POST {fields['Action']}")
        if fields["Action"] != "AssumeRoleWithWebIdentity" or "Authorization" in request.headers:
            return self._error(request, 400, "InvalidAction", "not known here")
        token = fields["WebIdentityToken"]
        fault = signed_tokens.fault(token, signed_tokens.key(PUBLISHED), time.time())
        if fault:
            return self._error(request, 400, *fault)
        if token not in self.tokens or self.subject != self.admits:
            # An error that says too much.
            return self._error(
                request, 403, "AccessDenied", f"Not authorized to perform sts:AssumeRoleWithWebIdentity ({token})")
        keys = "".join(f"<{name}>{value}</{name}>" for name, value in self.keys(fields).items())
        result = f"<AssumeRoleWithWebIdentityResult><Credentials>{keys}</Credentials></AssumeRoleWithWebIdentityResult>"
        return self._answer(request, 200, f"<AssumeRoleWithWebIdentityResponse>{result}</AssumeRoleWithWebIdentityResponse>")

    def keys(self, fields: dict[str, str]) -> dict[str, str]:
        """What whoever assumes a role is handed out."""
        return KEYS

    def _error(self, request: BaseHTTPRequestHandler, status: int, code: str, message: str) -> None:
        error = f"<Error><Code>{code}</Code><Message>{message}</Message></Error>"
        self._answer(request, status, f"<ErrorResponse>{error}</ErrorResponse>")

    @staticmethod
    def _answer(request: BaseHTTPRequestHandler, status: int, text: str) -> None:
        request.send_response(status)
        request.send_header("Content-Length", str(len(text)))
        request.end_headers()
        request.wfile.write(text.encode())
