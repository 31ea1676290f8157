"""Writes credentials-order.json: where botocore finds credentials, for each place and each pair of places that have any.

Run it as: python3 Tests/Oracles/make-credentials-order.py > Tests/Oracles/credentials-order.json
"""
import itertools
import json
import os
import tempfile
from pathlib import Path
from unittest import mock

import botocore.session
from botocore.credentials import ProcessProvider
from botocore.utils import ContainerMetadataFetcher, InstanceMetadataFetcher

ROLE = "arn:aws:iam::123456789012:role/r"
PROCESS = "keys-of-process"
KEYS = {"aws_access_key_id": "FILE", "aws_secret_access_key": "s"}
FETCHED = {"AccessKeyId": "FETCHED", "SecretAccessKey": "s", "Token": "t", "Expiration": "2999-01-01T00:00:00Z"}

# What each place takes: variables, and settings of the profile "default" in either file.
PLACES = {
    "env": {"environment": {"AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "s"}},
    "assume-role": {"config": {"role_arn": ROLE, "credential_source": "Environment"}},
    "assume-role-with-web-identity": {"environment": {"AWS_WEB_IDENTITY_TOKEN_FILE": "token", "AWS_ROLE_ARN": ROLE}},
    "sso": {
        "config": {"sso_start_url": "https://x", "sso_region": "eu-west-1", "sso_account_id": "1", "sso_role_name": "r"}
    },
    "shared-credentials-file": {"credentials": KEYS},
    "custom-process": {"config": {"credential_process": PROCESS}},
    "config-file": {"config": KEYS},
    "container-role": {"environment": {"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/keys"}},
    "iam-role": {},
}


def merged(places, part):
    return {name: value for place in places for name, value in PLACES[place].get(part, {}).items()}


def text(settings):
    return "[default]\n" + "".join(f"{name} = {value}\n" for name, value in settings.items()) if settings else ""


def method(case, has_instance):
    with tempfile.TemporaryDirectory() as folder:
        for name in ["config", "credentials"]:
            Path(folder, name).write_text(case[name])
        environment = {
            "PATH": os.environ["PATH"], "AWS_CONFIG_FILE": f"{folder}/config",
            "AWS_SHARED_CREDENTIALS_FILE": f"{folder}/credentials", "AWS_DEFAULT_REGION": "eu-west-1",
            **case["environment"],
        }
        instance = {
            "role_name": "r", "access_key": "I", "secret_key": "s", "token": "t",
            "expiry_time": "2999-01-01T00:00:00Z", "account_id": None,
        }
        written = {"access_key": "P", "secret_key": "s", "token": None, "expiry_time": None, "account_id": None}
        with (
            mock.patch.dict(os.environ, environment, clear=True),
            mock.patch.object(ContainerMetadataFetcher, "retrieve_full_uri", return_value=FETCHED),
            mock.patch.object(
                InstanceMetadataFetcher, "retrieve_iam_role_credentials", return_value=instance if has_instance else {}
            ),
            mock.patch.object(ProcessProvider, "_retrieve_credentials_using", return_value=written),
        ):
            credentials = botocore.session.Session().get_credentials()
    return credentials.method if credentials else None


def cases():
    for places in itertools.chain(*(itertools.combinations(PLACES, count) for count in (1, 2))):
        case = {"places": places, "environment": merged(places, "environment")}
        case["config"], case["credentials"] = text(merged(places, "config")), text(merged(places, "credentials"))
        if "assume-role" in places and "env" not in places:
            # Something has to be there to assume the role by.
            case["config"] = case["config"].replace("credential_source = Environment", "source_profile = other")
            case["config"] += "[profile other]\n" + "".join(f"{name} = {value}\n" for name, value in KEYS.items())
        yield {**case, "method": method(case, "iam-role" in places)}


print(json.dumps(list(cases()), indent=1))
