"""Writes signing-vectors.json: random requests signed by botocore, for AWSCoreTests to sign the same.

Run it as: python3 Tests/Oracles/make-signing-vectors.py > Tests/Oracles/signing-vectors.json
"""
import datetime
import json
import random
from unittest import mock
from urllib.parse import quote

from botocore import auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

ALPHABET = "abcXYZ019-_.~ :/+=&%$@!*'()[]{}|;,<>?#\"\\^`äéß日本語🚀"
REGIONS = ["us-east-1", "eu-west-1", "cn-north-1", "us-gov-west-1", "ap-southeast-5"]


def text(rng, longest):
    return "".join(rng.choice(ALPHABET) for _ in range(rng.randint(1, longest)))


def function_name(rng):
    name = "".join(rng.choice("abcdefgXYZ0189-_") for _ in range(rng.randint(1, 20)))
    account = rng.randint(10**11, 10**12 - 1)
    return rng.choice([name, f"{account}:function:{name}", f"arn:aws:lambda:eu-west-1:{account}:function:{name}:live"])


def path(rng, service):
    if service == "s3":
        segments = [text(rng, 12) for _ in range(rng.randint(1, 4))]
        return "/" + "/".join(quote(s, safe="-._~") for s in segments if s not in (".", ".."))
    name = quote(function_name(rng), safe="-._~")
    rest = rng.choice(["", "/code", "/versions", "/aliases/" + quote(text(rng, 8), safe="-_~")])
    return f"{rng.choice(['', '/base', '/a%20b'])}/2015-03-31/functions/{name}{rest}"


def vector(rng):
    service = rng.choice(["lambda", "lambda", "lambda", "ecr", "s3"])
    body = rng.choice([b"", text(rng, 60).encode(), json.dumps({"Description": text(rng, 40)}).encode()])
    return {
        "service": service,
        "region": rng.choice(REGIONS),
        "accessKeyID": f"EXAMPLE{rng.randint(0, 10**9)}",
        "secretAccessKey": "EXAMPLE" + "".join(rng.choice("abcXYZ019+/") for _ in range(33)),
        "sessionToken": rng.choice([None, "".join(rng.choice("abcXYZ019+/=") for _ in range(40))]),
        "time": rng.randint(0, 2**32),
        "method": rng.choice(["GET", "PUT", "POST", "HEAD"]),
        "host": rng.choice([f"{service}.example.com", "127.0.0.1:4566", "[::1]:9000", "localhost:80"]),
        "path": path(rng, service),
        "query": [[text(rng, 6), text(rng, 20)] for _ in range(rng.randint(0, 4))],
        "headers": [["Content-Type", "application/json"], ["X-Amz-Log-Type", "Tail"], ["X-Custom", " a   b  "]][
            : rng.randint(0, 3)
        ],
        "body": body.decode(),
    }


def sign(v):
    query = "&".join(f"{quote(n, safe='-._~')}={quote(value, safe='-._~')}" for n, value in v["query"])
    url = f"https://{v['host']}{v['path']}" + (f"?{query}" if query else "")
    headers = {name: value for name, value in v["headers"]} | {"Host": v["host"]}
    request = AWSRequest(method=v["method"], url=url, headers=headers, data=v["body"].encode())
    request.context["client_config"] = mock.Mock(s3={"payload_signing_enabled": True})  # as we do, over https too
    signer = auth.S3SigV4Auth if v["service"] == "s3" else auth.SigV4Auth
    credentials = Credentials(v["accessKeyID"], v["secretAccessKey"], v["sessionToken"])
    moment = datetime.datetime.fromtimestamp(v["time"], datetime.timezone.utc)
    with mock.patch("botocore.auth.get_current_datetime", return_value=moment.replace(tzinfo=None)):
        signer(credentials, v["service"], v["region"]).add_auth(request)
    return v | {"authorization": request.headers["Authorization"]}


def main():
    rng = random.Random(20150830)
    print("[\n" + ",\n".join(json.dumps(sign(vector(rng)), ensure_ascii=False) for _ in range(120)) + "\n]")


main()
