"""The oracle itself: does it accept what botocore sends, and see what is wrong?"""

import tempfile
import unittest
import urllib.error
import urllib.request
from pathlib import Path

from support.credentials import CREDENTIALS
from support.ministack import IS_INSTALLED, MiniStack, botocore_client
from support.packages import write_zip
from support.signing_proxy import SigningProxy
from support.testcase import only_where

KEYS = CREDENTIALS["AWS_ACCESS_KEY_ID"], CREDENTIALS["AWS_SECRET_ACCESS_KEY"]


@only_where(IS_INSTALLED, "MiniStack and botocore are not installed")
class TheProxy(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ministack = MiniStack()
        cls.addClassCleanup(cls.ministack.end)
        cls.ministack.start()

    def setUp(self):
        self.proxy = SigningProxy(self.ministack.url, *KEYS)
        self.proxy.start()
        self.addCleanup(self.proxy.end)

    def test_what_botocore_sends_is_right(self):
        client = botocore_client("lambda", self.proxy.url)
        with tempfile.TemporaryDirectory() as folder:
            code = write_zip(Path(folder, "code.zip")).read_bytes()
        client.create_function(
            FunctionName="orders", Runtime="python3.12", Handler="app.handler", Code={"ZipFile": code},
            Role="arn:aws:iam::000000000000:role/orders", Environment={"Variables": {"NAME": "value"}},
        )
        client.get_function(FunctionName="arn:aws:lambda:eu-west-1:000000000000:function:orders")
        client.list_versions_by_function(FunctionName="orders", MaxItems=10)
        client.publish_version(FunctionName="orders")
        client.invoke(FunctionName="orders", Qualifier="$LATEST", LogType="Tail", Payload=b'{"a": 1}')
        self.assertEqual(self.proxy.mistakes, [])
        self.assertEqual([call.method for call in self.proxy.writes], ["POST", "POST"])

    def test_what_botocore_sends_to_s3_is_right(self):
        client = botocore_client("s3", self.proxy.url)
        client.create_bucket(Bucket="packages", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        client.put_object(Bucket="packages", Key="orders/a b+c.zip", Body=b"abc")
        self.assertEqual(client.head_object(Bucket="packages", Key="orders/a b+c.zip")["ContentLength"], 3)
        self.assertEqual(self.proxy.mistakes, [])

    def test_another_secret_is_seen(self):
        client = botocore_client("lambda", self.proxy.url, secret="another")
        client.list_functions()
        self.assertEqual(self.proxy.mistakes, ["GET /2015-03-31/functions: the signature does not match"])

    def test_a_wrong_type_and_an_unknown_member_are_seen(self):
        body = b'{"Timeout": "3", "Memory": 1}'
        url = self.proxy.url + "/2015-03-31/functions/orders/configuration"
        with self.assertRaises(urllib.error.HTTPError):
            urllib.request.urlopen(urllib.request.Request(url, body, method="PUT"))
        text = "\n".join(self.proxy.mistakes)
        self.assertIn("Invalid type for parameter Timeout", text)
        self.assertIn('Unknown parameter in input: "Memory"', text)

    def test_what_botocore_leaves_to_aws_is_seen(self):
        body = '{"Timeout": 9999, "Handler": "a b", "TracingConfig": {"Mode": "On"}}'.encode()
        url = self.proxy.url + "/2015-03-31/functions/orders/configuration?Qualifer=1"
        with self.assertRaises(urllib.error.HTTPError):
            urllib.request.urlopen(urllib.request.Request(url, body, method="PUT"))
        text = "\n".join(self.proxy.mistakes)
        for phrase in ("Timeout is not within", "Handler does not match", "TracingConfig.Mode is none of those",
                       "unknown in the query: Qualifer"):
            self.assertIn(phrase, text)

    def test_an_unsigned_call_and_an_unknown_path_are_seen(self):
        with self.assertRaises(urllib.error.HTTPError):
            urllib.request.urlopen(self.proxy.url + "/2015-03-31/nonsense")
        text = "\n".join(self.proxy.mistakes)
        self.assertIn("no signature", text)
        self.assertIn("Lambda has no such operation", text)


if __name__ == "__main__":
    unittest.main()
