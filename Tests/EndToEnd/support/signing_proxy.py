"""A proxy that holds each call to Lambda against botocore: its signer and its model of the service."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.util import find_spec
from urllib.parse import parse_qsl, unquote, urlsplit

from support.recording_proxy import Call, RecordingProxy

IS_AVAILABLE = find_spec("botocore") is not None


class SigningProxy(RecordingProxy):
    """`mistakes` has a sentence for each thing that AWS would refuse."""

    def __init__(self, upstream: str, access_key: str, secret_key: str, session_token: str | None = None) -> None:
        super().__init__(upstream)
        self.mistakes: list[str] = []
        self._signature = _SignatureCheck(access_key, secret_key, session_token)
        self._model = _ModelCheck()

    def inspect(self, call: Call) -> None:
        is_for_s3 = "/s3/aws4_request" in (call.header("Authorization") or "")
        for mistake in [*self._signature.mistakes(call), *([] if is_for_s3 else self._model.mistakes(call))]:
            self.mistakes.append(f"{call.method} {call.target}: {mistake}")


class _SignatureCheck:
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


class _ModelCheck:
    """Names, types and required members of each operation, from botocore's model of Lambda."""

    def __init__(self) -> None:
        from botocore.session import Session

        service = Session().get_service_model("lambda")
        self.operations = [service.operation_model(name) for name in service.operation_names]

    def mistakes(self, call: Call):
        found = self._find(call)
        if found is None:
            yield "Lambda has no such operation"
            return
        operation, parameters = found
        shape = operation.input_shape
        parameters.update(_members_in(shape, call, "querystring", dict(parse_qsl(urlsplit(call.target).query))))
        parameters.update(_members_in(shape, call, "header", {name.lower(): value for name, value in call.headers}))
        payload = shape.serialization.get("payload") if shape else None
        if payload:
            parameters[payload] = call.body
        elif call.body:
            try:
                parameters.update(json.loads(call.body))
            except ValueError as mistake:
                yield f"{operation.name}: the body is no JSON: {mistake}"
                return
        yield from self._validate(operation, parameters)

    def _find(self, call: Call):
        """The operation whose method and path fit, with what the path says; a fixed word beats a variable."""
        best = None
        for operation in self.operations:
            template = operation.http["requestUri"].split("?")[0]
            pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(template))
            found = re.fullmatch(pattern, call.path)
            if operation.http["method"] == call.method and found:
                if best is None or len(found.groupdict()) < len(best[1]):
                    best = operation, {name: unquote(value) for name, value in found.groupdict().items()}
        if best is None:
            return None
        operation, values = best
        members = {shape.serialization.get("name", name): name for name, shape in operation.input_shape.members.items()}
        return operation, {members.get(name, name): value for name, value in values.items()}

    def _validate(self, operation, parameters: dict):
        from botocore.validate import ParamValidator

        report = ParamValidator().validate(parameters, operation.input_shape)
        if report.has_errors():
            yield f"{operation.name}: {report.generate_report()}"


def _members_in(shape, call: Call, location: str, values: dict[str, str]) -> dict:
    found = {}
    for name, member in (shape.members if shape else {}).items():
        wire_name = member.serialization.get("name", name)
        key = wire_name.lower() if location == "header" else wire_name
        if member.serialization.get("location") == location and key in values:
            found[name] = _typed(member.type_name, values[key])
    return found


def _typed(type_name: str, text: str):
    if type_name in ("integer", "long") and re.fullmatch(r"-?\d+", text):
        return int(text)
    if type_name == "boolean" and text in ("true", "false"):
        return text == "true"
    return text
