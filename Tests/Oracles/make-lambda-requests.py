"""Writes lambda-requests.json: requests as botocore serializes them, for AWSServicesTests to build the same.

Run it as: python3 Tests/Oracles/make-lambda-requests.py > Tests/Oracles/lambda-requests.json
"""
import json
from urllib.parse import urlsplit

import botocore.session
from botocore import UNSIGNED
from botocore.config import Config

ARN = "arn:aws:lambda:eu-west-1:123456789012:function:my-function"
ZIP = bytes(range(256)) * 3
ENVIRONMENT = {"Variables": {"NAME": 'a "quoted" ä 日本語 🚀 \\ / line\nend\ttab\x01', "EMPTY": ""}}

CASES = {
    "getFunction": ("GetFunction", {"FunctionName": "my-function"}),
    "getFunctionQualified": ("GetFunction", {"FunctionName": ARN, "Qualifier": "$LATEST"}),
    "getAlias": ("GetAlias", {"FunctionName": ARN, "Name": "live"}),
    "listVersions": ("ListVersionsByFunction", {"FunctionName": "my-function", "MaxItems": 50}),
    "listAliases": ("ListAliases", {"FunctionName": "my-function", "MaxItems": 50}),
    "listProvisionedConcurrencyConfigs": (
        "ListProvisionedConcurrencyConfigs", {"FunctionName": "my-function", "MaxItems": 50}),
    "getPolicy": ("GetPolicy", {"FunctionName": ARN, "Qualifier": "7"}),
    "getPolicyOfFunction": ("GetPolicy", {"FunctionName": "my-function"}),
    "getFunctionUrlConfig": ("GetFunctionUrlConfig", {"FunctionName": "my-function"}),
    "getLayerVersionByArn": (
        "GetLayerVersionByArn", {"Arn": "arn:aws:lambda:eu-west-1:123456789012:layer:libraries:3"}),
    "listEventSourceMappings": ("ListEventSourceMappings", {"FunctionName": "my-function:7", "MaxItems": 50}),
    "listFunctionEventInvokeConfigs": (
        "ListFunctionEventInvokeConfigs", {"FunctionName": "my-function", "MaxItems": 50}),
    "listDurableExecutionsByFunction": (
        "ListDurableExecutionsByFunction",
        {"FunctionName": "my-function", "Qualifier": "7", "Statuses": ["RUNNING", "PAUSING", "PAUSED"],
         "MaxItems": 50}),
    "getProvisionedConcurrencyConfig": (
        "GetProvisionedConcurrencyConfig", {"FunctionName": "my-function", "Qualifier": "live"}),
    "deleteVersion": ("DeleteFunction", {"FunctionName": "my-function", "Qualifier": "7"}),
    "listTags": ("ListTags", {"Resource": ARN}),
    "createFunctionZip": (
        "CreateFunction",
        {
            "FunctionName": "my-function",
            "Code": {"ZipFile": ZIP, "SourceKMSKeyArn": "arn:aws:kms:eu-west-1:123456789012:key/k"},
            "Role": "arn:aws:iam::123456789012:role/r",
            "Runtime": "nodejs22.x",
            "Handler": "index.handler",
            "Environment": ENVIRONMENT,
            "MemorySize": 512,
            "Tags": {"a b": "c/d"},
        },
    ),
    "createFunctionImage": (
        "CreateFunction",
        {
            "FunctionName": "my-function",
            "Code": {"ImageUri": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/repo:tag"},
            "Role": "arn:aws:iam::123456789012:role/r",
            "PackageType": "Image",
        },
    ),
    "updateFunctionCodeZip": (
        "UpdateFunctionCode",
        {"FunctionName": ARN, "ZipFile": ZIP, "RevisionId": "r-1", "Architectures": ["arm64"]},
    ),
    "updateFunctionCodeZipAlone": ("UpdateFunctionCode", {"FunctionName": "my-function", "ZipFile": ZIP[:5]}),
    "updateFunctionCodeDryRun": (
        "UpdateFunctionCode",
        {"FunctionName": "my-function", "ImageUri": "i", "DryRun": True},
    ),
    "updateFunctionCodeS3": (
        "UpdateFunctionCode",
        {"FunctionName": "my-function", "S3Bucket": "my-bucket", "S3Key": "a/ä.zip", "S3ObjectVersion": "v", "RevisionId": "r-1"},
    ),
    "updateFunctionConfiguration": (
        "UpdateFunctionConfiguration",
        {
            "FunctionName": "my-function",
            "RevisionId": "r-1",
            "Environment": ENVIRONMENT,
            "Timeout": 30,
            "Layers": [],
            "VpcConfig": {"SubnetIds": ["subnet-1"], "SecurityGroupIds": [], "Ipv6AllowedForDualStack": False},
        },
    ),
    "publishVersion": (
        "PublishVersion",
        {"FunctionName": "my-function", "CodeSha256": "abc=", "Description": "main | abc", "RevisionId": "r-1"},
    ),
    "createAlias": ("CreateAlias", {"FunctionName": "my-function", "Name": "live", "FunctionVersion": "3", "Description": "[lockstep 3]"}),
    "updateAlias": (
        "UpdateAlias",
        {
            "FunctionName": "my-function",
            "Name": "live",
            "FunctionVersion": "3",
            "RoutingConfig": {"AdditionalVersionWeights": {}},
            "Description": "ours [lockstep 3 after 2]",
            "RevisionId": "r-1",
        },
    ),
    "updateAliasWeighted": (
        "UpdateAlias",
        {
            "FunctionName": "my-function",
            "Name": "live",
            "FunctionVersion": "3",
            "RoutingConfig": {"AdditionalVersionWeights": {"4": 0.1}},
        },
    ),
    "invoke": (
        "Invoke",
        {
            "FunctionName": "my-function",
            "Qualifier": "$LATEST",
            "InvocationType": "RequestResponse",
            "LogType": "Tail",
            "Payload": b'{"ping":true}',
        },
    ),
    "tagResource": ("TagResource", {"Resource": ARN, "Tags": {"team": "a/b", "ä": ""}}),
    "untagResource": ("UntagResource", {"Resource": ARN, "TagKeys": ["team", "ä b"]}),
}


class Captured(Exception):
    pass


def capture(operation, parameters):
    client = botocore.session.get_session().create_client(
        "lambda", region_name="eu-west-1", config=Config(signature_version=UNSIGNED)
    )
    seen = {}

    def before_send(request, **_):
        address = urlsplit(request.url)
        headers = {name.lower(): value.decode() if isinstance(value, bytes) else value
                   for name, value in request.headers.items()}
        seen.update(
            method=request.method,
            path=address.path,
            query=address.query,
            headers={name: value for name, value in headers.items() if name.startswith(("content-type", "x-amz"))},
            body=request.body.decode() if isinstance(request.body, bytes) else (request.body or ""),
        )
        raise Captured

    client.meta.events.register("before-send", before_send)
    try:
        client._make_api_call(operation, parameters)
    except Captured:
        return seen


print(json.dumps({name: capture(*case) for name, case in CASES.items()}, indent=1, ensure_ascii=False))
