"""Packages over 50 MB: to S3, and from there to Lambda, on a control plane that nobody here wrote."""

import sys
import unittest

from support import peak_memory
from support.elsewhere import MiniStackTest
from support.packages import write_large_folder, write_zip
from support.rehearsal import IMAGE, PROGRAM

CREATION = {"role": "arn:aws:iam::000000000000:role/orders", "runtime": "python3.12", "handler": "app.handler"}
MEGABYTE = 1 << 20


class APackageThroughS3(MiniStackTest):
    def setUp(self):
        super().setUp()
        self.s3 = self.plane.client("s3")
        self.s3.create_bucket(Bucket="packages", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})

    def upload(self, inputs, **options):
        """Past the proxy, which would keep all of it in memory."""
        inputs = {**CREATION, "s3-bucket": "packages", **inputs}
        return self.deploy(inputs, env={"AWS_ENDPOINT_URL": self.plane.url}, **options)

    def unfinished(self):
        return self.s3.list_multipart_uploads(Bucket="packages").get("Uploads", [])

    @unittest.skipIf(IMAGE, "a container's memory is not its client's")
    def test_of_any_size_is_streamed_sent_once_and_leaves_nothing_behind_when_it_is_cancelled(self):
        write_large_folder(self.stage.workspace / "large", noise=200 * MEGABYTE, blank=40 * MEGABYTE)
        large = {"code-artifacts-dir": "large"}
        program, peak = self.stage.program, self.stage.workspace / "peak"
        self.stage.program = [sys.executable, "-S", "-I", peak_memory.__file__, str(peak), PROGRAM]
        first = self.upload(large)
        self.assert_outcome(first, "deployed")
        self.assertLess(int(peak.read_text()) * 1024, 64 * MEGABYTE)
        code = first.outputs["code-sha256"]
        self.assertEqual(self.aws.get_function_configuration(FunctionName="orders")["CodeSha256"], code)

        self.stage.program = program
        second = self.deploy({**CREATION, **large, "s3-bucket": "packages"})
        self.assert_outcome(second, "unchanged")
        self.assertEqual(self.proxy.writes, [])

        write_zip(self.stage.workspace / "other.zip", ballast=100 * MEGABYTE)
        other = {"code-artifacts-dir": "", "zip-file": "other.zip"}
        stopped = self.upload(other, cancel_when=lambda line: "Uploading" in line)
        self.assertIsNotNone(stopped.cancelled_at, stopped.story())
        self.assertLess(stopped.ended - stopped.cancelled_at, 5, stopped.story())
        self.assertEqual(stopped.outputs.get("outcome"), "failed")
        self.assertEqual(self.unfinished(), [])
        self.assertEqual(self.aws.get_function_configuration(FunctionName="orders")["CodeSha256"], code)

    def test_goes_there_as_a_whole_if_it_is_small(self):
        inputs = {**CREATION, "s3-bucket": "packages"}
        first = self.deploy(inputs)
        self.assert_outcome(first, "deployed")
        listed = self.s3.list_objects_v2(Bucket="packages")["Contents"]
        self.assertRegex(listed[0]["Key"], r"^lockstep/orders/[0-9a-f]{64}\.zip$")
        self.proxy.forget()
        self.assert_outcome(self.deploy(inputs), "unchanged")
        self.assertEqual(self.proxy.writes, [])

    def test_without_a_bucket_both_ways_out_are_told_and_the_largest_files(self):
        write_zip(self.stage.workspace / "large.zip", ballast=60 * MEGABYTE)
        result = self.deploy({**CREATION, "code-artifacts-dir": "", "zip-file": "large.zip"})
        self.assert_outcome(result, "failed")
        error = " ".join(result.messages("error"))
        for told in ("Give s3-bucket", "or make the package smaller", "'ballast.bin' (62914560 bytes), 'app.py'"):
            self.assertIn(told, error)
        self.assertEqual(self.proxy.calls, [])

    def test_is_never_brought_into_a_bucket_that_is_not_there(self):
        result = self.deploy({**CREATION, "s3-bucket": "pakcages"})
        self.assert_outcome(result, "failed")
        self.assertIn("aws s3api create-bucket --bucket pakcages", " ".join(result.messages("error")))
        self.assertEqual([bucket["Name"] for bucket in self.s3.list_buckets()["Buckets"]], ["packages"])
        self.assertEqual(self.proxy.writes, [])


if __name__ == "__main__":
    unittest.main()
