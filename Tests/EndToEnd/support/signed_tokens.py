"""Identity tokens as GitHub signs them (RS256), and what AWS checks of them before it looks at any trust policy.

Sources: https://www.rfc-editor.org/rfc/rfc7519, https://www.rfc-editor.org/rfc/rfc8017#section-8.2
"""

from __future__ import annotations

import base64
import json
import math
import random
import secrets
import threading
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

# What stands before a digest that is signed: its algorithm, as RFC 8017 has it in section 9.2.
_SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")
_BYTES = 256
_EXPONENT = 65537
_MAKING = threading.Lock()


@dataclass(frozen=True)
class SigningKey:
    name: str
    modulus: int
    secret: int

    def sign(self, claims: dict[str, object]) -> str:
        text = f"{_part({'typ': 'JWT', 'alg': 'RS256', 'kid': self.name})}.{_part(claims)}"
        signature = pow(_padded(text), self.secret, self.modulus)
        return f"{text}.{_base64url(signature.to_bytes(_BYTES, 'big'))}"

    def has_signed(self, token: str) -> bool:
        text, _, signature = token.rpartition(".")
        return pow(int.from_bytes(_bytes(signature), "big"), _EXPONENT, self.modulus) == _padded(text)


def key(name: str) -> SigningKey:
    """Made anew by each run of the tests, and once, whoever asks at the same time."""
    with _MAKING:
        return _made(name)


@cache
def _made(name: str) -> SigningKey:
    while True:
        one, other = _prime(), _prime()
        phi = (one - 1) * (other - 1)
        if one != other and math.gcd(_EXPONENT, phi) == 1:
            return SigningKey(name, one * other, pow(_EXPONENT, -1, phi))


def claims_of(token: str) -> dict:
    return json.loads(_bytes(token.split(".")[1]))


def fault(token: str, issuers: SigningKey, now: float) -> tuple[str, str] | None:
    """Why AWS does not believe a token, in its words; what it says of one from the future nobody has told.

    Sources: https://github.com/awslabs/aws-sdk-rust/issues/827, https://github.com/aws/aws-sdk-java-v2/issues/5709,
    https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
    """
    if not issuers.has_signed(token):
        return "InvalidIdentityToken", (
            "Couldn't retrieve verification key from your identity provider,  "
            "please reference AssumeRoleWithWebIdentity documentation for requirements")
    claims = claims_of(token)
    if claims["exp"] <= now:
        return "ExpiredTokenException", (
            f"Token expired: current date/time {now:.0f} must be before the expiration date/time {claims['exp']}")
    if claims["nbf"] > now:
        return "InvalidIdentityToken", "The web identity token that was passed could not be validated"
    return None


def _padded(text: str) -> int:
    digest = _SHA256 + sha256(text.encode()).digest()
    return int.from_bytes(b"\x00\x01" + b"\xff" * (_BYTES - 3 - len(digest)) + b"\x00" + digest, "big")


def _prime() -> int:
    bits = _BYTES * 4
    while True:
        candidate = secrets.randbits(bits) | 3 << (bits - 2) | 1
        if all(candidate % small for small in range(3, 2000, 2)) and _is_probably_prime(candidate):
            return candidate


def _is_probably_prime(number: int) -> bool:
    """Source: https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.186-5.pdf, B.3.1"""
    odd, halvings = number - 1, 0
    while odd % 2 == 0:
        odd, halvings = odd // 2, halvings + 1
    return all(
        (power := pow(random.randrange(2, number - 1), odd, number)) == 1
        or any(pow(power, 1 << step, number) == number - 1 for step in range(halvings))
        for _ in range(8)
    )


def _part(value: object) -> str:
    return _base64url(json.dumps(value).encode())


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
