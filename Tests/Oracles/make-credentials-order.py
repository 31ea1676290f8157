"""Writes credentials-order.json: where botocore finds credentials, for each place and each pair of places that have any, and
what it takes where half of something is given, or two of a kind.

Run it as: python3 Tests/Oracles/make-credentials-order.py > Tests/Oracles/credentials-order.json
"""
import itertools
import json
import os
import tempfile
from pathlib import Path
from unittest import mock

import botocore.session
from botocore.credentials import LoginCredentialFetcher, LoginTokenLoader, ProcessProvider
from botocore.exceptions import BotoCoreError
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
    "login": {"config": {"login_session": "arn:aws:iam::123456789012:user/u"}},
    "custom-process": {"config": {"credential_process": PROCESS}},
    "config-file": {"config": KEYS},
    "container-role": {"environment": {"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/keys"}},
    "iam-role": {},
}


def merged(places, part):
    return {name: value for place in places for name, value in PLACES[place].get(part, {}).items()}


def text(settings):
    return "[default]\n" + "".join(f"{name} = {value}\n" for name, value in settings.items()) if settings else ""


def keys_from(_, url, headers=None):
    return {**FETCHED, "AccessKeyId": "RELATIVE" if url.startswith("http://169.254.170.2/") else "FULL"}


def found(case, has_instance):
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
        signed_in = {"access_key": "L", "secret_key": "s", "token": "t", "expiry_time": "2999-01-01T00:00:00Z", "account_id": None}
        written = {"access_key": "P", "secret_key": "s", "token": None, "expiry_time": None, "account_id": None}
        with (
            mock.patch.dict(os.environ, environment, clear=True),
            mock.patch.object(ContainerMetadataFetcher, "retrieve_full_uri", keys_from),
            mock.patch.object(LoginCredentialFetcher, "load_cached_credentials", return_value=signed_in),
            # Without a library of AWS's own it would refuse to sign in at all.
            mock.patch("botocore.credentials.EC", object()),
            mock.patch.object(
                InstanceMetadataFetcher, "retrieve_iam_role_credentials", return_value=instance if has_instance else {}
            ),
            mock.patch.object(ProcessProvider, "_retrieve_credentials_using", return_value=written),
        ):
            return botocore.session.Session().get_credentials()


def method(case, has_instance):
    credentials = found(case, has_instance)
    return credentials.method if credentials else None


def key(case):
    """The key that serves; `None`: there is none, or half of one."""
    try:
        credentials = found(case, has_instance=True)
        return credentials and credentials.get_frozen_credentials().access_key
    except BotoCoreError:
        return None


def cases():
    for places in itertools.chain(*(itertools.combinations(PLACES, count) for count in (1, 2))):
        case = {"places": places, "environment": merged(places, "environment")}
        case["config"], case["credentials"] = text(merged(places, "config")), text(merged(places, "credentials"))
        if "assume-role" in places and "env" not in places:
            # Something has to be there to assume the role by.
            case["config"] = case["config"].replace("credential_source = Environment", "source_profile = other")
            case["config"] += "[profile other]\n" + "".join(f"{name} = {value}\n" for name, value in KEYS.items())
        yield {**case, "method": method(case, "iam-role" in places)}


def section(name, **settings):
    return f"[{name}]\n" + "".join(f"{setting} = {value}\n" for setting, value in settings.items())


ONE = section("profile one", aws_access_key_id="ONE", aws_secret_access_key="s")
OTHER = section("profile other", aws_access_key_id="OTHER", aws_secret_access_key="s")
CONTAINER = {"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1/keys"}
ID, SECRET = {"aws_access_key_id": "HALF"}, {"aws_secret_access_key": "s"}
ODDITIES = {
    "both variables for a profile": ({"AWS_PROFILE": "one", "AWS_DEFAULT_PROFILE": "other"}, ONE + OTHER, ""),
    "both URIs": ({**CONTAINER, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/keys"}, "", ""),
    "an id alone in the environment": ({**CONTAINER, "AWS_ACCESS_KEY_ID": "HALF"}, "", ""),
    "a secret alone in the environment": ({**CONTAINER, "AWS_SECRET_ACCESS_KEY": "s"}, "", ""),
    "an id alone in the credentials file": (CONTAINER, "", section("default", **ID)),
    "a secret alone in the credentials file": (CONTAINER, "", section("default", **SECRET)),
    "an id alone in the config file": (CONTAINER, section("default", **ID), ""),
    "a secret alone in the config file": (CONTAINER, section("default", **SECRET), ""),
    "a half in each file": (CONTAINER, section("default", **SECRET), section("default", **ID)),
    "a half in each file, the other way round": (CONTAINER, section("default", **ID), section("default", **SECRET)),
    "a credential_source in small letters": (CONTAINER, section("default", role_arn=ROLE, credential_source="ecscontainer"), ""),
}


def oddities():
    for name, (environment, config, credentials) in ODDITIES.items():
        case = {"oddity": name, "environment": environment, "config": config, "credentials": credentials}
        yield {**case, "key": key(case)}


print(json.dumps([*cases(), *oddities()], indent=1))
