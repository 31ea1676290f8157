"""A function on a control plane that has settled before it answers, and tells things in AWS's shapes."""

from __future__ import annotations

import base64
import json
from collections import Counter
from uuid import UUID

from support.random_deployments import RandomDeployment
from support.random_settings import otherwise_composed
from support.random_texts import RandomTexts
from support.recording_proxy import Answer
from support.service_models import Reading

OLD = {
    "Runtime": "nodejs18.x", "Handler": "old.handler", "Role": "arn:aws:iam::123456789012:role/old", "Timeout": 3,
    "MemorySize": 128, "EphemeralStorage": {"Size": 512}, "TracingConfig": {"Mode": "PassThrough"},
    "LoggingConfig": {"LogFormat": "Text", "LogGroup": "/aws/lambda/old"}, "SnapStart": {"ApplyOn": "None"},
}
# AWS shows what is not set as null.
NEVER_SET = ("MasterArn", "SigningJobArn", "StateReason", "StateReasonCode", "RuntimeVersionConfig", "Layers",
             "VpcConfig", "DeadLetterConfig", "KMSKeyArn", "FileSystemConfigs", "ImageConfigResponse", "DurableConfig")
PUBLISHED_BEFORE, OLD_VERSION, NEW_VERSION = "7", "3", "8"


class RandomWorld:
    def __init__(self, made: RandomDeployment, random: RandomTexts) -> None:
        self.made, self.random = made, random
        self.exists = made.world != "missing"
        self.told: Counter[str] = Counter()
        self.members = {**OLD, **self._standing_members()}
        self.code, self.digest = {"Architectures": ["x86_64"]}, "old"
        if made.world == "unchanged":
            self.code, self.digest = {**self.code, **made.code_members}, made.digest
        self.image = {"ImageUri": made.code["ImageUri"] if made.world == "unchanged" else "old"} if made.image else {}
        self.variables = dict(made.standing_variables)
        self.tags = {"old": "1", **self._standing_tags()}
        self.revision, self.alias_revision = self._mint(), self._mint()
        self.versions = {OLD_VERSION: {**self._configuration(OLD_VERSION), "CodeSha256": "other"}}
        if made.world == "unchanged":
            self.versions[PUBLISHED_BEFORE] = self._configuration(PUBLISHED_BEFORE)
        self.alias_version = random.choice(sorted(self.versions)) if made.has_alias else None
        self.weights = {"1": 0.25} if made.has_alias and random.random() < 0.3 else {}
        self.marker = random.trimmed(1, 200)

    @property
    def version(self) -> str | None:
        """What is to be the result."""
        return PUBLISHED_BEFORE if self.made.world == "unchanged" else NEW_VERSION

    @property
    def is_as_wanted(self) -> bool:
        """There is nothing to write."""
        is_there = self.made.alias is None or (self.alias_version == PUBLISHED_BEFORE and not self.weights)
        return self.made.world == "unchanged" and is_there

    def answer(self, reading: Reading) -> Answer:
        self.told[reading.operation] += 1
        status, headers, body = getattr(self, "_" + reading.operation)(reading.parameters)
        content = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else b""
        return Answer(status, [("Content-Type", "application/json"), *headers], content)

    def _standing_members(self) -> dict:
        if self.made.world == "unchanged":
            return self.made.members
        description = otherwise_composed(self.made.members.get("Description", ""))
        return {"Description": description} if self.random.random() < 0.5 else {}

    def _standing_tags(self) -> dict[str, str]:
        if self.made.world == "unchanged":
            return self.made.tags
        some = [name for name in self.made.tags if self.random.random() < 0.3]
        return {name: otherwise_composed(self.made.tags[name]) for name in some}

    def _mint(self) -> str:
        return str(UUID(int=self.random.getrandbits(128)))

    def _configuration(self, version: str = "$LATEST") -> dict:
        shown = {**dict.fromkeys(NEVER_SET), **self.members}
        if shown["Layers"]:
            shown["Layers"] = [{"Arn": arn, "CodeSize": 1, "SigningJobArn": None} for arn in shown["Layers"]]
        if "ImageConfig" in shown:
            shown["ImageConfigResponse"] = {"ImageConfig": shown.pop("ImageConfig"), "Error": None}
        if self.variables:
            shown["Environment"] = {"Variables": self.variables, "Error": None}
        arn = self.made.arn + ("" if version == "$LATEST" else f":{version}")
        return {
            **shown, "FunctionArn": arn, "Version": version, "CodeSha256": self.digest, "RevisionId": self.revision,
            "PackageType": "Image" if self.made.image else "Zip", "Architectures": self.code["Architectures"],
            "State": "Active", "LastUpdateStatus": "Successful", "LastModified": "2026-11-21T10:00:00.000+0000",
        }

    def _seen(self, parameters: dict) -> dict | None:
        version = parameters.get("Qualifier", "$LATEST")
        return self._configuration() if version == "$LATEST" and self.exists else self.versions.get(version)

    def _GetFunction(self, parameters: dict):
        if self.made.is_get_function_denied:
            return _refused(403, "AccessDeniedException", "not authorized to perform: lambda:GetFunction")
        seen = self._seen(parameters)
        if seen is None:
            return MISSING
        code = {"Location": "https://example.com", "SourceKMSKeyArn": self.code.get("SourceKMSKeyArn"), **self.image}
        return 200, [], {"Configuration": seen, "Code": code, "Tags": self.tags, "Concurrency": None}

    def _GetFunctionConfiguration(self, parameters: dict):
        seen = self._seen(parameters)
        return MISSING if seen is None else (200, [], seen)

    def _CreateFunction(self, parameters: dict):
        self.exists = True
        self._keep_code(parameters)
        self._keep_members(parameters)
        self.tags = parameters.get("Tags", {})
        return 201, [], self._configuration()

    def _UpdateFunctionCode(self, parameters: dict):
        self._keep_code(parameters)
        return 200, [], self._configuration()

    def _UpdateFunctionConfiguration(self, parameters: dict):
        self._keep_members(parameters)
        return 200, [], self._configuration()

    def _keep_code(self, parameters: dict) -> None:
        given = {**parameters, **parameters.get("Code", {})}
        self.code.update({name: given[name] for name in ("Architectures", "SourceKMSKeyArn") if name in given})
        self.image = {"ImageUri": self.made.code["ImageUri"]} if self.made.image else {}
        self.digest, self.revision = self.made.digest, self._mint()

    def _keep_members(self, parameters: dict) -> None:
        self.members.update({name: parameters[name] for name in self.made.members if name in parameters})
        self.variables = parameters.get("Environment", {"Variables": self.variables})["Variables"]
        self.revision = self._mint()

    def _TagResource(self, parameters: dict):
        self.tags.update(parameters["Tags"])
        self.revision = self._mint()
        return 204, [], None

    def _ListTags(self, parameters: dict):
        return 200, [], {"Tags": self.tags}

    def _Invoke(self, parameters: dict):
        log = base64.b64encode("START\n::error::über\nEND".encode()).decode()
        return 200, [("X-Amz-Log-Result", log), ("X-Amz-Executed-Version", "$LATEST")], {"ok": True}

    def _PublishVersion(self, parameters: dict):
        version = {**self._configuration(NEW_VERSION), "Description": parameters["Description"]}
        self.versions[NEW_VERSION] = version
        self.revision = self._mint()
        return 201, [], version

    def _ListVersionsByFunction(self, parameters: dict):
        """In two pages, oldest first; a row has no state."""
        rows = [self._configuration(), *(self.versions[number] for number in sorted(self.versions))]
        rows = [{**row, "State": None, "LastUpdateStatus": None} for row in rows]
        if "Marker" in parameters:
            return 200, [], {"Versions": rows[1:], "NextMarker": None}
        return 200, [], {"Versions": rows[:1], "NextMarker": self.marker}

    def _GetAlias(self, parameters: dict):
        if self.alias_version is None:
            return _refused(404, "ResourceNotFoundException", "Cannot find alias arn")
        return 200, [], self._shown_alias()

    def _GetProvisionedConcurrencyConfig(self, parameters: dict):
        return _refused(404, "ProvisionedConcurrencyConfigNotFoundException", "No Provisioned Concurrency Config found")

    def _ListEventSourceMappings(self, parameters: dict):
        return 200, [], {"EventSourceMappings": [], "NextMarker": None}

    def _GetPolicy(self, parameters: dict):
        return _refused(404, "ResourceNotFoundException", "The resource you requested does not exist.")

    _GetFunctionUrlConfig = _GetPolicy

    def _GetLayerVersionByArn(self, parameters: dict):
        return 200, [], {"LayerVersionArn": parameters["Arn"], "Version": 1}

    def _CreateAlias(self, parameters: dict):
        return 201, [], self._move_alias(parameters)

    def _UpdateAlias(self, parameters: dict):
        return 200, [], self._move_alias(parameters)

    def _move_alias(self, parameters: dict) -> dict:
        self.alias_version, self.weights, self.alias_revision = parameters["FunctionVersion"], {}, self._mint()
        return self._shown_alias()

    def _shown_alias(self) -> dict:
        return {
            "Name": self.made.alias, "AliasArn": f"{self.made.arn}:{self.made.alias}", "Description": "",
            "FunctionVersion": self.alias_version, "RevisionId": self.alias_revision,
            "RoutingConfig": {"AdditionalVersionWeights": self.weights} if self.weights else None,
        }

    def _HeadObject(self, parameters: dict):
        package, version = self.made.package, self.made.code.get("S3ObjectVersion")
        headers = [("Content-Length", str(len(package))), ("ETag", '"etag"')]
        if version:
            headers.append(("x-amz-version-id", version))
        if self.made.has_checksum:
            headers.append(("x-amz-checksum-sha256", self.made.digest))
        return 200, headers, None

    def _GetObject(self, parameters: dict):
        return 206, [], self.made.package

    def _BatchGetImage(self, parameters: dict):
        return 200, [], {"images": [{"imageId": {"imageDigest": f"sha256:{self.made.digest}"}}], "failures": []}


def _refused(status: int, code: str, message: str):
    return status, [("x-amzn-errortype", code)], {"Message": message}


MISSING = _refused(404, "ResourceNotFoundException", "Function not found")
