"""Somebody with a key of their own, who signs files as Swift signs its archives."""

from __future__ import annotations

import subprocess
import tempfile
import time
from pathlib import Path

DAY = 86400


class Signer:
    def __init__(self, expired: bool = False) -> None:
        """One whose key has expired made it, and signs, two days ago."""
        self._folder = tempfile.TemporaryDirectory(prefix="lockstep-gpg-")
        self._then = ["--faked-system-time", f"{int(time.time()) - 2 * DAY}!"] if expired else []
        self._gpg("--passphrase", "", "--quick-generate-key", "Somebody", "ed25519", "sign", "1d" if expired else "never")
        listed = self._gpg("--list-keys", "--with-colons").decode()
        self.fingerprint = next(line.split(":")[9] for line in listed.splitlines() if line.startswith("fpr:"))

    def close(self) -> None:
        subprocess.run(["gpgconf", "--homedir", self._folder.name, "--kill", "gpg-agent"], check=True)
        self._folder.cleanup()

    @property
    def public_key(self) -> bytes:
        return self._gpg("--armor", "--export")

    def sign(self, data: bytes) -> bytes:
        return self._gpg("--detach-sign", data=data)

    def revoke(self) -> None:
        """With the certificate that gpg makes for each new key, and protects from carelessness with a colon."""
        path = Path(self._folder.name, "openpgp-revocs.d", f"{self.fingerprint}.rev")
        self._gpg("--import", data=path.read_bytes().replace(b"\n:-----BEGIN", b"\n-----BEGIN"))

    def _gpg(self, *arguments: str, data: bytes = b"") -> bytes:
        command = ["gpg", "--homedir", self._folder.name, "--batch", "--quiet", "--pinentry-mode", "loopback", *self._then]
        done = subprocess.run([*command, *arguments], input=data, capture_output=True)
        if done.returncode:
            raise RuntimeError(f"{arguments}: {done.stderr.decode()}")
        return done.stdout
