"""A proxy that holds each call against botocore: its signer and its models of the services."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib.util import find_spec

from support.recording_proxy import Call, RecordingProxy
from support.service_models import Reading, ServiceModel

IS_AVAILABLE = find_spec("botocore") is not None


class SigningProxy(RecordingProxy):
    """`mistakes` has a sentence for each thing that AWS would refuse."""

    def __init__(self, upstream: str, access_key: str, secret_key: str, session_token: str | None = None) -> None:
        super().__init__(upstream)
        self.mistakes: list[str] = []
        self._signature = SignatureCheck(access_key, secret_key, session_token)

    def inspect(self, call: Call) -> None:
        self.mistakes += [f"{call.method} {call.target}: {mistake}" for mistake in self.mistakes_in(call)]

    def mistakes_in(self, call: Call) -> list[str]:
        if call.is_link:
            return ["what is signed already is signed again"] if call.header("Authorization") else []
        reading = read(call)
        unknown = f"{signed_service(call).capitalize()} has no such operation"
        proof = self._token_mistakes(call) if is_by_token(call) else self._signature.mistakes(call)
        return [*proof, *(reading.mistakes if reading else [unknown])]

    @staticmethod
    def _token_mistakes(call: Call) -> list[str]:
        return ["a call by token is signed"] if call.header("Authorization") else []


def read(call: Call) -> Reading | None:
    """The call as the service reads it for which it is signed. `None`: there is no such operation."""
    return _model(signed_service(call)).read(call)


def signed_service(call: Call) -> str:
    """What is not signed is judged as a call to Lambda, but for the one call that takes a token instead."""
    found = re.search(r"/(\w+)/aws4_request", call.header("Authorization") or "")
    return found[1] if found else "sts" if is_by_token(call) else "lambda"


def is_by_token(call: Call) -> bool:
    return call.body.startswith(b"Action=AssumeRoleWithWebIdentity&")


@cache
def _model(service: str) -> ServiceModel:
    return ServiceModel(service)


class SignatureCheck:
    """Signs again what arrived on the wire."""

    def __init__(self, access_key: str, secret_key: str, session_token: str | None) -> None:
        from botocore.credentials import Credentials

        self.credentials = Credentials(access_key, secret_key, session_token)

    def mistakes(self, call: Call):
        authorization = call.header("Authorization") or ""
        found = re.fullmatch(
            r"AWS4-HMAC-SHA256 Credential=([^/]+)/(\d{8})/([^/]+)/([^/]+)/aws4_request, ?"
            r"SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})",
            authorization,
        )
        if not found:
            yield f"no signature: {authorization[:40]!r}"
            return
        key, day, region, service, signed, signature = found.groups()
        timestamp = call.header("X-Amz-Date") or ""
        if key != self.credentials.access_key:
            yield f"signed by {key}"
        if not re.fullmatch(r"\d{8}T\d{6}Z", timestamp) or timestamp[:8] != day:
            yield f"X-Amz-Date {timestamp!r} in a scope of {day}"
        if call.header("X-Amz-Security-Token") != self.credentials.token:
            yield "the session token is not what it should be"
        yield from self._coverage(call, signed.split(";"))
        if signature != self._expected(call, service, region, timestamp, signed.split(";")):
            yield "the signature does not match"

    def _coverage(self, call: Call, signed: list[str]):
        if signed != sorted(signed):
            yield "the signed headers are not sorted"
        for name, _ in call.headers:
            lower = name.lower()
            if (lower == "host" or lower.startswith("x-amz-")) and lower not in signed:
                yield f"{lower} is not signed"
        claimed = call.header("X-Amz-Content-SHA256")
        if claimed not in (None, "UNSIGNED-PAYLOAD", hashlib.sha256(call.body).hexdigest()):
            yield "X-Amz-Content-SHA256 is not the digest of the body"

    def _expected(self, call: Call, service: str, region: str, timestamp: str, signed: list[str]) -> str:
        from botocore.auth import S3SigV4Auth, SigV4Auth
        from botocore.awsrequest import AWSRequest

        url = f"http://{call.header('Host')}{call.target}"
        headers = {name: value for name, value in call.headers if name.lower() in signed}
        request = AWSRequest(call.method, url, headers=headers, data=call.body)
        request.context["timestamp"] = timestamp
        signer = (S3SigV4Auth if service == "s3" else SigV4Auth)(self.credentials, service, region)
        return signer.signature(signer.string_to_sign(request, signer.canonical_request(request)), request)
