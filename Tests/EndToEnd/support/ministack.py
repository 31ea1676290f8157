"""MiniStack: a control plane that nobody here wrote. It really runs functions, and has S3."""

from __future__ import annotations

import os
import sys
import tempfile
import time
import urllib.request
from importlib.util import find_spec

from support.credentials import CREDENTIALS
from support.processes import Companion, free_port

IS_INSTALLED = find_spec("ministack") is not None and find_spec("botocore") is not None


_ROOT = {name: CREDENTIALS[name] for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")}


class MiniStack:
    def __init__(self, checks_permissions: bool = False) -> None:
        """With `checks_permissions` signatures and policies count, and the credentials here are the account's own."""
        self._folder = tempfile.TemporaryDirectory(prefix="lockstep-ministack-")
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self._companion = Companion(
            [sys.executable, "-m", "ministack"],
            env={
                "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": self._folder.name,
                "GATEWAY_PORT": str(port), "BIND_HOST": "127.0.0.1", "LAMBDA_EXECUTOR": "local",
                "STATE_DIR": self._folder.name + "/state", "S3_DATA_DIR": self._folder.name + "/s3",
                **({"AUTH": "true", **_ROOT} if checks_permissions else {}),
            },
        )

    def start(self) -> None:
        """RuntimeError: it did not come up."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(self.url + "/_ministack/health", timeout=2):
                    return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("\n".join(["MiniStack did not come up", *self._companion.output]))

    def end(self) -> None:
        self._companion.end()
        self._folder.cleanup()

    def client(self, service: str):
        """botocore's own client, to look at what was done."""
        return botocore_client(service, self.url)


def botocore_client(service: str, url: str, secret: str = CREDENTIALS["AWS_SECRET_ACCESS_KEY"]):
    from botocore.config import Config
    from botocore.session import Session

    return Session().create_client(
        service, region_name=CREDENTIALS["AWS_REGION"], endpoint_url=url,
        aws_access_key_id=CREDENTIALS["AWS_ACCESS_KEY_ID"], aws_secret_access_key=secret,
        config=Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}, proxies={}),
    )
