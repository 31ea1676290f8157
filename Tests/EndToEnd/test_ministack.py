"""The whole journey on a control plane that nobody here wrote, with functions that really run."""

import json
import unittest

from support.elsewhere import MiniStackTest
from support.packages import write_zip

ROLE = "arn:aws:iam::000000000000:role/orders"
CREATION = {"role": ROLE, "runtime": "python3.12", "handler": "app.handler", "alias": "live"}
SMOKE_TEST = {"smoke-test-payload": '{"ping": 1}', "smoke-test-expect": '{"ok": true, "event": {"ping": 1}}'}
BROKEN = """
def handler(event, context):
    print("::set-output name=hijacked::yes")
    raise RuntimeError("out of stock")
"""


class AnotherControlPlane(MiniStackTest):
    def test_created_updated_tested_published_and_then_left_alone(self):
        created = self.deploy({**CREATION, **SMOKE_TEST})
        self.assert_outcome(created, "deployed")
        self.assertEqual(self.alias_version(), created.outputs["version"])

        self.stage.change_code()
        inputs = {**CREATION, **SMOKE_TEST, "timeout": "9", "environment": '{"STAGE": "test"}'}
        updated = self.deploy(inputs)
        self.assert_outcome(updated, "deployed")
        self.assertNotEqual(updated.outputs["version"], created.outputs["version"])
        self.assertEqual(self.alias_version(), updated.outputs["version"])
        version = self.aws.get_function_configuration(FunctionName="orders", Qualifier=updated.outputs["version"])
        self.assertEqual((version["Timeout"], version["CodeSha256"]), (9, updated.outputs["code-sha256"]))

        self.proxy.forget()
        unchanged = self.deploy(inputs)
        self.assert_outcome(unchanged, "unchanged")
        self.assertEqual(self.proxy.writes, [])

    def test_a_failing_smoke_test_keeps_the_alias_where_it_was(self):
        created = self.deploy({**CREATION, **SMOKE_TEST})
        (self.stage.workspace / "app" / "app.py").write_text(BROKEN)
        failed = self.deploy({**CREATION, **SMOKE_TEST})
        self.assert_outcome(failed, "failed")
        self.assertIn("out of stock", " ".join(failed.messages("error")) + "\n".join(failed.log))
        self.assertNotIn("hijacked", failed.outputs)
        self.assertEqual(self.alias_version(), created.outputs["version"])

    def test_without_an_alias_a_failing_smoke_test_brings_the_old_answer_back(self):
        inputs = {name: value for name, value in {**CREATION, **SMOKE_TEST}.items() if name != "alias"}
        self.assert_outcome(self.deploy(inputs), "deployed")
        before = self.aws.get_function_configuration(FunctionName="orders")
        (self.stage.workspace / "app" / "app.py").write_text(BROKEN)
        failed = self.deploy({**inputs, "timeout": "9"})
        self.assert_outcome(failed, "failed")
        self.assertIn("It was put back to what it was before this run.", " ".join(failed.messages("error")))
        answer = self.aws.invoke(FunctionName="orders", Payload=b'{"ping": 1}')
        self.assertEqual(json.load(answer["Payload"]), {"ok": True, "event": {"ping": 1}})
        after = self.aws.get_function_configuration(FunctionName="orders")
        self.assertEqual(
            *({name: shown[name] for name in ("CodeSha256", "Timeout", "MemorySize")} for shown in (before, after)))

    def test_a_package_that_lies_in_s3_already(self):
        code = write_zip(self.stage.workspace / "code.zip").read_bytes()
        s3 = self.plane.client("s3")
        s3.create_bucket(Bucket="packages", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        s3.put_object(Bucket="packages", Key="orders/1.zip", Body=code)
        source = {"code-artifacts-dir": "", "s3-bucket": "packages", "s3-key": "orders/1.zip"}
        inputs = {**CREATION, **SMOKE_TEST, **source}
        self.assert_outcome(self.deploy(inputs), "deployed")

        self.proxy.forget()
        self.assert_outcome(self.deploy(inputs), "unchanged")
        self.assertEqual(self.proxy.writes, [])


if __name__ == "__main__":
    unittest.main()
