"""Certificates of an authority of our own, by OpenSSL's command line."""

from __future__ import annotations

import ssl
import subprocess
from pathlib import Path

KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")


class Authority:
    def __init__(self, folder: Path, name: str = "Lockstep tests") -> None:
        self._folder = folder
        folder.mkdir(exist_ok=True)
        self.certificate, self._key = folder / "authority.pem", folder / "authority.key"
        subject = ("-days", "2", "-subj", f"/CN={name}")
        _openssl("req", "-x509", *KEY, *subject, "-keyout", self._key, "-out", self.certificate)

    @property
    def hashed_name(self) -> str:
        """By which OpenSSL looks for it in a directory."""
        return _openssl("x509", "-subject_hash", "-noout", "-in", self.certificate) + ".0"

    def server(self, host: str, days: int = 2) -> ssl.SSLContext:
        """Of a server of this name; with negative days it has expired."""
        key, certificate = self._folder / f"{host}.key", self._folder / f"{host}.pem"
        _openssl("req", "-new", *KEY, "-subj", f"/CN={host}", "-keyout", key, "-out", certificate.with_suffix(".csr"))
        extension = certificate.with_suffix(".ext")
        extension.write_text(f"subjectAltName=DNS:{host}\n")
        _openssl(
            "x509", "-req", "-in", certificate.with_suffix(".csr"), "-days", str(days), "-extfile", extension,
            "-CA", self.certificate, "-CAkey", self._key, "-CAcreateserial", "-out", certificate,
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        return context


def _openssl(*arguments: str | Path) -> str:
    done = subprocess.run(["openssl", *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return done.stdout.strip()
