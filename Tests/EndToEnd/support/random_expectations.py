"""What each call of a random deployment is to say: all of it, from what was given and what stands."""

from __future__ import annotations

import hashlib

from support.random_world import NEW_VERSION, PUBLISHED_BEFORE, RandomWorld
from support.service_models import Reading


# The runs are attempt 1 of run 1 of this workflow.
WORKFLOW = hashlib.sha256(b"octocat/orders\noctocat/orders/.github/workflows/deploy.yml").hexdigest()[:8]


def record(version: str | None, previous: str | None) -> str:
    """What a release leaves at the end of a description."""
    words = [version, f"run {WORKFLOW}/1.1", previous and f"after {previous}"]
    return f"[lockstep {' '.join(word for word in words if word)}]"


class Expectations:
    def __init__(self, world: RandomWorld) -> None:
        self.world, self.made = world, world.made

    def parameters(self, reading: Reading) -> dict:
        """By AWS's names; what is not here is not to be said."""
        return getattr(self, "_" + reading.operation)(reading)

    def _named(self, **others) -> dict:
        return {"FunctionName": self.made.name, **{name: value for name, value in others.items() if value is not None}}

    def _GetFunction(self, reading: Reading) -> dict:
        qualifier = reading.parameters.get("Qualifier")
        known = {*self.world.versions, *self.world.weights}
        return self._named(Qualifier=qualifier if qualifier in known else None)

    _GetFunctionConfiguration = _GetFunction

    def _CreateFunction(self, reading: Reading) -> dict:
        made = self.made
        code = {**made.code, **{name: each for name, each in made.code_members.items() if name == "SourceKMSKeyArn"}}
        rest = {name: each for name, each in made.code_members.items() if name == "Architectures"}
        if "environment" in made.inputs:
            rest["Environment"] = {"Variables": made.variables}
        if made.tags:
            rest["Tags"] = made.tags
        if "code-signing-config-arn" in made.inputs:
            rest["CodeSigningConfigArn"] = made.inputs["code-signing-config-arn"]
        return self._named(Code=code, PackageType="Image" if made.image else "Zip", **made.members, **rest)

    def _UpdateFunctionCode(self, reading: Reading) -> dict:
        return self._named(**self.made.code, **self.made.code_members, RevisionId=self.world.revision)

    def _UpdateFunctionConfiguration(self, reading: Reading) -> dict:
        changed = {name: each for name, each in self.made.members.items() if each != self.world.members.get(name)}
        if "environment" in self.made.inputs and self.made.variables != self.world.variables:
            changed["Environment"] = {"Variables": self.made.variables}
        return self._named(**changed, RevisionId=self.world.revision)

    def _TagResource(self, reading: Reading) -> dict:
        missing = {name: each for name, each in self.made.tags.items() if self.world.tags.get(name) != each}
        return {"Resource": self.made.arn, "Tags": missing}

    def _ListTags(self, reading: Reading) -> dict:
        return {"Resource": self.made.arn}

    def _Invoke(self, reading: Reading) -> dict:
        # With SnapStart a version is tested, unless it is said otherwise.
        tested = NEW_VERSION if "snap-start" in self.made.inputs else "$LATEST"
        qualifier = PUBLISHED_BEFORE if self.made.world == "unchanged" else tested
        return self._named(
            Qualifier=qualifier, InvocationType="RequestResponse", LogType="Tail", Payload=self.made.event)

    def _PublishVersion(self, reading: Reading) -> dict:
        ending = " " + record(None, self.world.alias_version)
        given = reading.parameters.get("Description", "")
        if self.made.description is not None:
            description = self.made.description + ending
        else:
            description = given if given.startswith("main | 0123456 | 20") and given.endswith("Z" + ending) else ending
        return self._named(CodeSha256=self.world.digest, RevisionId=self.world.revision, Description=description)

    def _ListVersionsByFunction(self, reading: Reading) -> dict:
        is_first = self.world.told["ListVersionsByFunction"] % 2 == 0
        return self._named(MaxItems=50, Marker=None if is_first else self.world.marker)

    def _GetAlias(self, reading: Reading) -> dict:
        return self._named(Name=self.made.alias)

    def _GetProvisionedConcurrencyConfig(self, reading: Reading) -> dict:
        return self._named(Qualifier=self.made.alias)

    def _ListEventSourceMappings(self, reading: Reading) -> dict:
        return self._named(MaxItems=50)

    def _GetPolicy(self, reading: Reading) -> dict:
        return self._named()

    def _GetFunctionUrlConfig(self, reading: Reading) -> dict:
        return self._named()

    def _GetLayerVersionByArn(self, reading: Reading) -> dict:
        given = reading.parameters.get("Arn")
        return {"Arn": given if given in self.made.members.get("Layers", []) else None}

    def _CreateAlias(self, reading: Reading) -> dict:
        return self._named(
            Name=self.made.alias, FunctionVersion=self.world.version, Description=record(self.world.version, None))

    def _UpdateAlias(self, reading: Reading) -> dict:
        left = self.world.alias_version
        return self._named(
            Name=self.made.alias, FunctionVersion=self.world.version, RevisionId=self.world.alias_revision,
            Description=record(self.world.version, left if left != self.world.version else None),
            RoutingConfig={"AdditionalVersionWeights": {}})

    def _HeadObject(self, reading: Reading) -> dict:
        code, inputs = self.made.code, self.made.inputs
        version = {"VersionId": inputs["s3-object-version"]} if "s3-object-version" in inputs else {}
        return {"Bucket": code["S3Bucket"], "Key": code["S3Key"], "ChecksumMode": "ENABLED", **version}

    def _GetObject(self, reading: Reading) -> dict:
        code = self.made.code
        version = {"VersionId": code["S3ObjectVersion"]} if "S3ObjectVersion" in code else {}
        last = len(self.made.package) - 1
        return {"Bucket": code["S3Bucket"], "Key": code["S3Key"], "Range": f"bytes=0-{last}", "IfMatch": '"etag"',
                **version}

    def _BatchGetImage(self, reading: Reading) -> dict:
        image = dict(self.made.image)
        tag = image.pop("tag", None)
        return {"imageIds": [{"imageTag": tag} if tag else {"imageDigest": f"sha256:{self.made.digest}"}], **image}
