"""moto: another control plane that nobody here wrote, for the shapes of its answers.

Where it is wrong: a function has no RevisionId, no guard counts and nothing is a conflict; an update has ended with
its answer; GetAlias and UpdateAlias answer 201; some members of a configuration are dropped without a word; and a
function is not run but gives back its event.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.request
from importlib.util import find_spec

from support.ministack import botocore_client
from support.processes import Companion

IS_INSTALLED = all(find_spec(name) is not None for name in ("moto", "flask", "flask_cors", "docker", "botocore"))
ROLE = "arn:aws:iam::123456789012:role/orders"


class Moto:
    def __init__(self) -> None:
        """RuntimeError: it did not come up."""
        command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]
        self._companion = Companion(command, env={"PATH": os.environ.get("PATH", "/usr/bin:/bin")})
        try:
            self.url = self._companion.wait_for_line("Running on http", timeout=60).split()[-1]
        except RuntimeError:
            self.end()
            raise
        self._post("/moto-api/config", {"lambda": {"use_docker": False}})

    def end(self) -> None:
        self._companion.end()

    def reset(self) -> None:
        """Forgets everything; the execution role of the tests is there again."""
        self._post("/moto-api/reset", {})
        principal = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
        trust = json.dumps({"Version": "2012-10-17", "Statement": [principal]})
        self.client("iam").create_role(RoleName="orders", AssumeRolePolicyDocument=trust)

    def client(self, service: str):
        """botocore's own client, to look at what was done."""
        return botocore_client(service, self.url)

    def _post(self, path: str, members: dict) -> None:
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.url + path, json.dumps(members).encode(), headers, method="POST")
        with urllib.request.urlopen(request, timeout=10):
            pass
