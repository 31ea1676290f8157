"""Answers in the shapes of a control plane that nobody here wrote, which knows no revisions."""

import unittest

from support.elsewhere import MotoTest
from support.moto import ROLE
from support.packages import write_zip

CREATION = {
    "role": ROLE, "runtime": "python3.12", "handler": "app.handler", "alias": "live",
    "environment": '{"STAGE": "test"}', "tags": '{"team": "blue"}', "stage": "test",
}
# moto keeps these when it creates a function, and drops them from an update without a word.
ON_CREATION = {"ephemeral-storage": "1024", "tracing-config": '{"Mode": "Active"}', "architectures": "arm64"}
ON_UPDATE = {
    "function-description": "Bücher & Bestellungen", "memory-size": "512", "timeout": "9",
    "environment": '{"GREETING": "grüß Gott 🚀"}',
    "vpc-config": '{"SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}',
}


class OtherShapes(MotoTest):
    def test_a_function_is_created_and_then_left_alone(self):
        inputs = {**CREATION, **ON_CREATION}
        created = self.deploy(inputs)
        self.assert_outcome(created, "deployed")
        self.assertEqual(self.alias_version(), created.outputs["version"])
        found = self.aws.get_function(FunctionName="orders")
        self.assertEqual(found["Configuration"]["Environment"]["Variables"], {"STAGE": "test"})
        self.assertEqual(found["Configuration"]["EphemeralStorage"], {"Size": 1024})
        self.assertEqual(found["Configuration"]["TracingConfig"], {"Mode": "Active"})
        self.assertEqual(found["Tags"], {"team": "blue"})

        self.proxy.forget()
        self.assert_outcome(self.deploy(inputs), "unchanged")
        self.assertEqual(self.proxy.writes, [])

    def test_code_configuration_and_tags_are_changed_together(self):
        created = self.deploy(CREATION)
        self.stage.change_code()
        inputs = {**CREATION, **ON_UPDATE, "tags": '{"team": "red"}'}
        updated = self.deploy(inputs)
        self.assert_outcome(updated, "deployed")
        self.assertEqual(self.alias_version(), updated.outputs["version"])
        self.assertNotEqual(updated.outputs["version"], created.outputs["version"])
        version = self.aws.get_function_configuration(FunctionName="orders", Qualifier=updated.outputs["version"])
        self.assertEqual(version["CodeSha256"], updated.outputs["code-sha256"])
        self.assertEqual((version["Timeout"], version["MemorySize"]), (9, 512))
        self.assertEqual(version["VpcConfig"]["SubnetIds"], ["subnet-1"])
        variables = {"STAGE": "test", "GREETING": "grüß Gott 🚀"}
        self.assertEqual(version["Environment"]["Variables"], variables)

        self.proxy.forget()
        unchanged = self.deploy(inputs)
        self.assert_outcome(unchanged, "unchanged")
        self.assertEqual(self.proxy.writes, [])
        self.assertEqual(unchanged.outputs["version"], updated.outputs["version"])

    def test_a_smoke_test_gets_its_own_event_for_an_answer(self):
        event = {"smoke-test-payload": '{"grüße": [1, 2.5, null]}'}
        passed = self.deploy({**CREATION, **event, "smoke-test-expect": '{"grüße": [1, 2.5]}'})
        self.assert_outcome(passed, "deployed")
        failed = self.deploy({**CREATION, **event, "smoke-test-expect": '{"grüße": [2]}', "timeout": "9"})
        self.assert_outcome(failed, "failed")
        self.assertEqual(self.alias_version(), "1")

    def test_a_package_that_lies_in_s3_already(self):
        s3 = self.plane.client("s3")
        s3.create_bucket(Bucket="packages", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        s3.put_bucket_versioning(Bucket="packages", VersioningConfiguration={"Status": "Enabled"})
        code = write_zip(self.stage.workspace / "code.zip").read_bytes()
        put = s3.put_object(Bucket="packages", Key="orders/ü 1+2.zip", Body=code, ChecksumAlgorithm="SHA256")
        source = {"code-artifacts-dir": "", "s3-bucket": "packages", "s3-key": "orders/ü 1+2.zip"}
        self.assert_outcome(self.deploy({**CREATION, **source}), "deployed")

        self.proxy.forget()
        again = {**CREATION, **source, "s3-object-version": put["VersionId"]}
        self.assert_outcome(self.deploy(again), "unchanged")
        self.assertEqual(self.proxy.writes, [])

    def test_an_alias_in_the_middle_of_a_shift_is_wholly_moved(self):
        created = self.deploy(CREATION)
        self.stage.change_code()
        self.assert_outcome(self.deploy({**CREATION, "alias": ""}), "deployed")
        self.aws.update_alias(
            FunctionName="orders", Name="live", FunctionVersion=created.outputs["version"],
            RoutingConfig={"AdditionalVersionWeights": {"2": 0.1}},
        )
        self.assert_outcome(self.deploy(CREATION), "deployed")
        self.assertEqual(self.alias_version(), "2")
        self.assertFalse(self.alias().get("RoutingConfig", {}).get("AdditionalVersionWeights"))


if __name__ == "__main__":
    unittest.main()
