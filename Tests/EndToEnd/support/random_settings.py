"""Random members of a function's configuration, each as the input is given and as AWS is to get it."""

from __future__ import annotations

import unicodedata
from functools import cache

from support.random_texts import NAME, RandomTexts

HEX = "0123456789abcdef"
PARTITIONS = {"aws": ("eu-west-1", "us-east-1", "ap-southeast-3", "mx-central-1"), "aws-cn": ("cn-north-1",),
              "aws-us-gov": ("us-gov-west-1",)}


@cache
def runtimes() -> tuple[str, ...]:
    from botocore.session import Session

    return tuple(Session().get_service_model("lambda").shape_for("Runtime").enum)


class RandomSettings:
    """`inputs` and `members` belong together."""

    def __init__(self, random: RandomTexts, partition: str, region: str, account: str, is_image: bool) -> None:
        self.random, self.partition, self.region, self.account = random, partition, region, account
        self.inputs: dict[str, str] = {}
        self.members: dict[str, object] = {}
        settings = [*self._common(), *(self._image_only() if is_image else self._zip_only())]
        share = random.choice((0, 0.2, 0.5, 1))
        for name, member, text, value in settings:
            if random.random() < share:
                self.inputs[name], self.members[member] = text, value

    def arn(self, service: str, resource: str) -> str:
        return f"arn:{self.partition}:{service}:{self.region}:{self.account}:{resource}"

    def role(self) -> str:
        path = self.random.of(NAME + "+=,.@/", 1, 200)
        return f"arn:{self.partition}:iam::{self.account}:role/{path}"

    def key(self) -> str:
        return self.arn("kms", "key/" + self.random.of(HEX + "-", 36, 36))

    def environment(self) -> dict[str, str]:
        """At most 4 KB in all."""
        random, room, variables = self.random, 3800, {}
        for _ in range(random.randint(1, 12)):
            name = random.choice("aZ") + random.of(NAME.replace("-", ""), 1, 40)
            value = random.text(0, random.choice((3, 60, 900)))
            room -= len(name) + len(value.encode()) + 6
            if room >= 0:
                variables[name] = value
        return variables

    def _common(self):
        random = self.random
        role = self.role()
        yield "role", "Role", role, role
        description = random.trimmed(1, 256)
        yield "function-description", "Description", description, description
        for name, member, least, most in (("memory-size", "MemorySize", 128, 10240), ("timeout", "Timeout", 1, 900)):
            number = random.randint(least, most)
            yield name, member, str(number), number
        size = random.randint(513, 10240)
        yield "ephemeral-storage", "EphemeralStorage", str(size), {"Size": size}
        key = self.key()
        yield "kms-key-arn", "KMSKeyArn", key, key
        for name, member, value in self._objects():
            yield name, member, random.dumped(value), value

    def _objects(self):
        random = self.random
        subnets = [f"subnet-{random.of(HEX, 8, 17)}{n}" for n in range(random.randint(1, 16))]
        groups = [f"sg-{random.of(HEX, 8, 17)}{n}" for n in range(random.randint(1, 5))]
        network = {"SubnetIds": subnets, "SecurityGroupIds": groups}
        yield "vpc-config", "VpcConfig", {**network, **random.choice(({}, {"Ipv6AllowedForDualStack": True}))}
        point = self.arn("elasticfilesystem", "access-point/fsap-" + random.of(HEX, 17, 17))
        mount = "/mnt/" + random.of(NAME + ".", 1, 155)
        yield "file-system-configs", "FileSystemConfigs", [{"Arn": point, "LocalMountPath": mount}]
        queue = self.arn("sqs", random.of(NAME, 1, 80))
        yield "dead-letter-config", "DeadLetterConfig", {"TargetArn": queue}
        yield "tracing-config", "TracingConfig", {"Mode": "Active"}
        yield "logging-config", "LoggingConfig", {
            "LogFormat": "JSON", "ApplicationLogLevel": random.choice(("TRACE", "INFO", "FATAL")),
            "SystemLogLevel": random.choice(("DEBUG", "WARN")), "LogGroup": random.of(NAME + "./#", 1, 512),
        }
        yield "durable-config", "DurableConfig", {
            "RetentionPeriodInDays": random.randint(1, 90), "ExecutionTimeout": random.randint(1, 900)}

    def _zip_only(self):
        random = self.random
        handler = random.of("".join(chr(point) for point in range(33, 127)) + "äЖ漢", 1, 128)
        yield "handler", "Handler", handler, handler
        runtime = random.choice(runtimes())
        yield "runtime", "Runtime", runtime, runtime
        layers = [self.arn("lambda", f"layer:{random.of(NAME, 1, 60)}:{n + 1}") for n in range(random.randint(1, 5))]
        yield "layers", "Layers", random.choice((random.dumped, "\n".join, ", ".join))(layers), layers
        yield "snap-start", "SnapStart", '{"ApplyOn":"PublishedVersions"}', {"ApplyOn": "PublishedVersions"}

    def _image_only(self):
        random = self.random
        value = {"EntryPoint": [random.text(1, 60) for _ in range(3)], "Command": [random.text(1, 60)],
                 "WorkingDirectory": "/" + random.text(0, 900)}
        yield "image-config", "ImageConfig", random.dumped(value), value


def otherwise_composed(text: str) -> str:
    """The same to a reader, other bytes to a function; the text itself if there is no other form."""
    forms = [unicodedata.normalize(form, text) for form in ("NFC", "NFD")]
    return next((form for form in forms if form != text), text)
