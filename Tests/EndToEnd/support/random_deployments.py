"""Random but legal deployments: what is given, what stands, and what AWS is to be told."""

from __future__ import annotations

import base64
import hashlib
import string
from dataclasses import dataclass, field
from pathlib import Path

from support.packages import write_zip
from support.random_settings import HEX, PARTITIONS, RandomSettings, otherwise_composed
from support.random_texts import NAME, RandomTexts

PACKAGES = 8
IMAGE_NAME = "abcdefghij0123456789"


@dataclass
class RandomDeployment:
    credentials: dict[str, str]
    inputs: dict[str, str]
    name: str
    """The function as it is given."""
    arn: str
    source: str
    """zip, s3 or image"""
    code: dict[str, str]
    """As CreateFunction and UpdateFunctionCode take it."""
    digest: str
    """As the control plane shows it."""
    package: bytes = b""
    members: dict = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    """The environment as it is to be."""
    standing_variables: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    code_members: dict = field(default_factory=dict)
    """Architectures and the like, which go along with the code."""
    alias: str | None = None
    description: str | None = None
    """Of the version; `None`: what the program makes of GitHub's variables."""
    event: object = None
    image: dict[str, str] = field(default_factory=dict)
    world: str = "standing"
    """missing, standing, unchanged"""
    is_get_function_denied: bool = False
    has_alias: bool = False
    has_checksum: bool = False
    """S3 knows the package's SHA-256."""


def write_packages(folder: Path) -> list[Path]:
    """One is of a megabyte, so that its text is long, too."""
    return [write_zip(folder / f"{n}.zip", ballast=1_000_000 if n == 0 else n) for n in range(PACKAGES)]


class Generator:
    def __init__(self, random: RandomTexts, packages: list[Path]) -> None:
        self.random = random
        self.packages = packages
        partition = random.choice(list(PARTITIONS))
        self.region = random.choice(PARTITIONS[partition])
        self.account = random.of(string.digits, 12, 12)
        self.source = random.choice(("zip", "zip", "s3", "image"))
        self.settings = RandomSettings(random, partition, self.region, self.account, self.source == "image")

    def deployment(self, index: int) -> RandomDeployment:
        random = self.random
        name, arn = self._function()
        code, inputs, digest, package, image = self._code()
        made = RandomDeployment(self._credentials(index), inputs, name, arn, self.source, code, digest, package)
        made.image = image
        made.world = random.choice(("missing", "standing", "standing", "unchanged"))
        # Handlers are of any kind, and the packages hold none of them.
        made.inputs.update({"function-name": name, "package-checks": "off", **self.settings.inputs})
        made.members = self.settings.members
        self._add_what_creation_needs(made)
        self._add_environment(made)
        self._add_tags(made)
        self._add_code_members(made)
        self._add_release(made)
        # Which key the code is encrypted with only GetFunction tells, so without it the code has to be sent.
        may_be_denied = made.world != "unchanged" or "source-kms-key-arn" not in made.inputs
        made.is_get_function_denied = may_be_denied and random.random() < 0.2
        made.has_checksum = random.random() < 0.5
        return made

    def _credentials(self, index: int) -> dict[str, str]:
        """The key id says to whom a request belongs."""
        random = self.random
        token = random.of(string.ascii_letters + string.digits + "+/=", 16, 1200) if random.random() < 0.5 else ""
        return {
            "AWS_ACCESS_KEY_ID": f"AKIA{index:016d}", "AWS_SESSION_TOKEN": token, "AWS_REGION": self.region,
            "AWS_SECRET_ACCESS_KEY": random.of(string.ascii_letters + string.digits + "+/=", 40, 40),
        }

    def _function(self) -> tuple[str, str]:
        """By name, by a part of its ARN, or by all of it."""
        bare = self.random.of(NAME, 1, 64)
        arn = self.settings.arn("lambda", f"function:{bare}")
        forms = (bare, f"{self.account}:function:{bare}", f"{self.region}:{self.account}:function:{bare}", arn)
        return self.random.choice(forms), arn

    def _code(self):
        """What AWS takes, the inputs, the digest that it shows, and the zip or the image behind it."""
        random = self.random
        path = random.choice(self.packages)
        package = path.read_bytes()
        digest = base64.b64encode(hashlib.sha256(package).digest()).decode()
        if self.source == "zip":
            return {"ZipFile": base64.b64encode(package).decode()}, {"zip-file": str(path)}, digest, package, {}
        if self.source == "s3":
            code = {"S3Bucket": random.of(string.ascii_lowercase + string.digits + "-.", 2, 60) + "0",
                    "S3Key": self._object_key()}
            inputs = {"s3-bucket": code["S3Bucket"], "s3-key": code["S3Key"]}
            if random.random() < 0.6:
                code["S3ObjectVersion"] = random.of(NAME + ".+/=", 1, 64)
                if random.random() < 0.5:
                    inputs["s3-object-version"] = code["S3ObjectVersion"]
            return code, inputs, digest, package, {}
        return self._image()

    def _object_key(self) -> str:
        """With dots and slashes where they would change a path's meaning, were it treated as one."""
        text = self.random.trimmed(1, 200)
        return text if self.random.random() < 0.6 else self.random.choice(("a/../", "/", "a//", "./", "%2e/")) + text

    def _image(self):
        random = self.random
        digest = random.of(HEX, 64, 64)
        repository = "/".join(random.of(IMAGE_NAME, 1, 30) for _ in range(random.randint(1, 3))) + "-x"
        image = {"registryId": self.account, "repositoryName": repository}
        domain = "amazonaws.com.cn" if self.region.startswith("cn-") else "amazonaws.com"
        uri = f"{self.account}.dkr.ecr.{self.region}.{domain}/{repository}"
        if random.random() < 0.3:
            uri += f"@sha256:{digest}"
        else:
            image["tag"] = random.choice(NAME.replace("-", "")) + random.of(NAME + ".", 1, 120) + "x"
            uri += f":{image['tag']}"
        return {"ImageUri": uri}, {"image-uri": uri}, digest, b"", image

    def _add_what_creation_needs(self, made: RandomDeployment) -> None:
        if made.world != "missing":
            return
        needed = {"role": ("Role", self.settings.role())}
        if self.source != "image":
            needed.update({"handler": ("Handler", "app.handler"), "runtime": ("Runtime", "python3.12")})
        for name, (member, value) in needed.items():
            if name not in made.inputs:
                made.inputs[name] = made.members[member] = value
        if self.random.random() < 0.3:
            arn = self.settings.arn("lambda", "code-signing-config:csc-" + self.random.of(IMAGE_NAME, 17, 17))
            made.inputs["code-signing-config-arn"] = arn

    def _add_environment(self, made: RandomDeployment) -> None:
        random = self.random
        if random.random() < 0.3:
            return
        given = self.settings.environment()
        made.inputs["environment"] = random.dumped(given)
        stands = {"standing": "yes", **{name: otherwise_composed(value) for name, value in given.items()}}
        made.standing_variables = {"missing": {}, "standing": stands, "unchanged": given}[made.world]
        if random.random() < 0.3:
            made.inputs["environment-strategy"] = "replace"
            made.variables = given
        else:
            made.variables = {**made.standing_variables, **given}

    def _add_tags(self, made: RandomDeployment) -> None:
        random = self.random
        if random.random() < 0.5:
            made.tags = random.named(random.length(1, 50), lambda: random.tag(1, 128), lambda: random.tag(0, 256))
            made.inputs["tags"] = random.dumped(made.tags)

    def _add_code_members(self, made: RandomDeployment) -> None:
        if self.random.random() < 0.4:
            made.inputs["architectures"] = "arm64"
            made.code_members["Architectures"] = ["arm64"]
        if self.source != "image" and self.random.random() < 0.3:
            made.inputs["source-kms-key-arn"] = made.code_members["SourceKMSKeyArn"] = self.settings.key()

    def _event(self):
        """Linux takes no variable of more than 128 KB."""
        for budget in (self.random.choice((20, 2_000, 60_000)), 10_000, 1_000):
            event = self.random.json_value(budget)
            text = self.random.dumped(event)
            if len(text.encode()) < 131_000:
                break
        return event, text

    def _add_release(self, made: RandomDeployment) -> None:
        random = self.random
        if random.random() < 0.8:
            made.alias = made.inputs["alias"] = random.alias()
            made.has_alias = made.world != "missing" and random.random() < 0.6
        if random.random() < 0.6:
            text = random.trimmed(1, 100)  # the record after it is never in its way
            made.description = made.inputs["version-description"] = text.translate({ord("{"): "(", ord("}"): ")"})
        if random.random() < 0.6:
            made.event, text = self._event()
            made.inputs["smoke-test-payload"] = text
            made.inputs["smoke-test-expect"] = '{"ok": true}'
