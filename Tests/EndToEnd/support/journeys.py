"""Deployments for a control plane that checks permissions: what stands before, made by the account itself."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from support.credentials import CREDENTIALS
from support.ministack import MiniStack
from support.packages import ECHO, write_folder, write_zip
from support.permissions import ACCOUNT, Deployers
from support.testcase import EndToEndTest

ROLE = {"role": f"arn:aws:iam::{ACCOUNT}:role/orders"}
CREATION = {**ROLE, "runtime": "python3.12", "handler": "app.handler"}
SMOKE_TEST = {"smoke-test-payload": '{"ping": 1}', "smoke-test-expect": '{"ok": true}'}
MANIFEST = '{"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "layers": []}'
NEW_CODE = ECHO + "# new"

JOURNEYS = ("existing", "new alias", "missing", "s3", "s3 version", "upload", "image", "old versions", "canary", "put back")
_numbers = count(1)


@dataclass(frozen=True)
class Journey:
    names: dict[str, str]
    """By the names in the documented policy."""
    inputs: dict[str, str]
    version: str | None
    """Where the alias points before; `None`: there is none."""

    @property
    def function(self) -> str:
        return self.names["orders"]


class Journeys:
    """Each has a function of its own, so that many can be under way at once."""

    def __init__(self, ministack: MiniStack) -> None:
        self._lambda, self._s3, self._ecr = (ministack.client(name) for name in ("lambda", "s3", "ecr"))
        ministack.client("cloudwatch").put_metric_alarm(
            AlarmName="orders-errors", MetricName="Errors", Namespace="AWS/Lambda", Period=60, EvaluationPeriods=1,
            Threshold=1, Statistic="Sum", ComparisonOperator="GreaterThanThreshold")
        for bucket in ("packages", "versioned"):
            place = {"LocationConstraint": CREDENTIALS["AWS_REGION"]}
            self._s3.create_bucket(Bucket=bucket, CreateBucketConfiguration=place)
        self._s3.put_bucket_versioning(Bucket="versioned", VersioningConfiguration={"Status": "Enabled"})

    def prepare(self, journey: str, workspace: Path) -> Journey:
        function = f"orders-{next(_numbers)}"
        inputs = {"function-name": function, "alias": "live"}
        version = None
        if journey in ("existing", "new alias", "s3", "s3 version", "upload", "old versions", "canary",
                       "put back"):
            version = self._create(function, write_zip(workspace / "old.zip").read_bytes())
        if journey == "existing":
            inputs.update({**SMOKE_TEST, "timeout": "9", "tags": '{"team": "blue"}', "stage": "test"})
        elif journey == "put back":
            inputs.update({**SMOKE_TEST, "smoke-test-expect": '{"ok": false}', "timeout": "9", "tags": '{"team": "blue"}',
                           "alias": ""})
            version = None
        elif journey == "canary":
            inputs.update({"traffic": "10% 1s", "alarms": "orders-errors"})
        elif journey == "new alias":
            inputs.update({"code-artifacts-dir": "", "zip-file": str(workspace / "old.zip"), "alias": "next"})
            version = None
        elif journey == "old versions":
            version = self._publish_another(function, write_zip(workspace / "next.zip", ECHO + "# next").read_bytes())
            inputs["keep-versions"] = "1"
        elif journey == "upload":
            inputs["s3-bucket"] = "packages"
            return Journey({"orders": function, "packages": "packages"}, inputs, version)
        elif journey == "missing":
            inputs.update({**CREATION, **SMOKE_TEST})
        elif journey == "image":
            inputs.update({**ROLE, "code-artifacts-dir": "", "image-uri": self._push(function)})
        else:
            bucket = "versioned" if journey == "s3 version" else "packages"
            code = write_zip(workspace / "new.zip", NEW_CODE).read_bytes()
            inputs.update({"code-artifacts-dir": "", **self._upload(bucket, function, code)})
            return Journey({"orders": function, "packages": bucket}, inputs, version)
        return Journey({"orders": function}, inputs, version)

    def prepare_example(self, inputs: dict[str, str], is_missing: bool, workspace: Path) -> Journey:
        """For the inputs of an example, which name the function `orders`."""
        function = f"orders-{next(_numbers)}"
        inputs = {"code-artifacts-dir": "", **inputs, "function-name": function}
        image = None
        if inputs["code-artifacts-dir"]:
            inputs["code-artifacts-dir"] = str(write_folder(workspace / "dist", NEW_CODE))
        if "zip-file" in inputs:
            inputs["zip-file"] = str(write_zip(workspace / inputs["zip-file"], NEW_CODE))
        if "image-uri" in inputs:
            image = self._push(function)
            inputs["image-uri"] = self._push_another(function, image)
            inputs.pop("smoke-test-payload")  # MiniStack runs no images
        if is_missing:
            return Journey({"orders": function}, inputs, None)
        version = self._create(function, write_zip(workspace / "old.zip").read_bytes(), "python3.11", image)
        if image:  # MiniStack tells no digest of images, so by that alone no version would differ from another
            self._lambda.update_function_configuration(FunctionName=function, Timeout=9)
            self._lambda.get_waiter("function_updated_v2").wait(FunctionName=function)
        if "rollback-to" in inputs:
            version = self._publish_another(function, write_zip(workspace / "next.zip", NEW_CODE).read_bytes())
        return Journey({"orders": function}, inputs, version)

    def delete_alias(self, journey: Journey) -> None:
        self._lambda.delete_alias(FunctionName=journey.function, Name=journey.inputs["alias"])

    def alias_version(self, journey: Journey) -> str | None:
        if not journey.inputs["alias"]:
            return None
        try:
            alias = self._lambda.get_alias(FunctionName=journey.function, Name=journey.inputs["alias"])
            return alias["FunctionVersion"]
        except self._lambda.exceptions.ResourceNotFoundException:
            return None

    def _create(self, function: str, code: bytes, runtime: str = "python3.12", image: str | None = None) -> str:
        """With a version and the alias on it."""
        settings = (
            {"PackageType": "Image", "Code": {"ImageUri": image}} if image
            else {"Runtime": runtime, "Handler": "app.handler", "Code": {"ZipFile": code}})
        self._lambda.create_function(FunctionName=function, Role=ROLE["role"], **settings)
        deadline = time.monotonic() + 30
        while self._lambda.get_function_configuration(FunctionName=function)["State"] != "Active":
            if time.monotonic() > deadline:
                raise TimeoutError(f"{function} is not active")
            time.sleep(0.05)
        version = self._lambda.publish_version(FunctionName=function)["Version"]
        self._lambda.create_alias(FunctionName=function, Name="live", FunctionVersion=version)
        return version

    def _publish_another(self, function: str, code: bytes) -> str:
        """And the alias on it: the first version is of no use to anybody then."""
        self._lambda.update_function_code(FunctionName=function, ZipFile=code)
        self._lambda.get_waiter("function_updated_v2").wait(FunctionName=function)
        version = self._lambda.publish_version(FunctionName=function)["Version"]
        self._lambda.update_alias(FunctionName=function, Name="live", FunctionVersion=version)
        return version

    def _upload(self, bucket: str, function: str, code: bytes) -> dict[str, str]:
        put = self._s3.put_object(Bucket=bucket, Key=f"{function}/1.zip", Body=code)
        version = {"s3-object-version": put["VersionId"]} if bucket == "versioned" else {}
        return {"s3-bucket": bucket, "s3-key": f"{function}/1.zip", **version}

    def _push(self, function: str) -> str:
        uri = self._ecr.create_repository(repositoryName=function)["repository"]["repositoryUri"]
        self._ecr.put_image(repositoryName=function, imageManifest=MANIFEST, imageTag="1")
        return f"{uri}:1"

    def _push_another(self, function: str, image: str) -> str:
        """By its digest."""
        manifest = MANIFEST.replace('"layers"', '"annotations": {"number": "2"}, "layers"')
        pushed = self._ecr.put_image(repositoryName=function, imageManifest=manifest, imageTag="2")["image"]
        return f"{image.partition(':')[0]}@{pushed['imageId']['imageDigest']}"


class JourneyTest(EndToEndTest):
    """On a control plane that checks permissions, with roles for who deploys."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.ministack = MiniStack(checks_permissions=True)
        cls.addClassCleanup(cls.ministack.end)
        cls.ministack.start()
        cls.deployers, cls.journeys = Deployers(cls.ministack), Journeys(cls.ministack)
