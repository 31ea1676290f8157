"""An AWS account that trusts GitHub's identity tokens, on loopback: each role can be assumed by its job's token."""

from __future__ import annotations

from support import identity_provider
from support.identity_provider import IdentityProvider


class Account(IdentityProvider):
    """Whoever assumes a role calls by a key with the role's name, so that a test sees who called."""

    def keys(self, fields: dict[str, str]) -> dict[str, str]:
        return {**identity_provider.KEYS, "AccessKeyId": fields["RoleArn"].rpartition("/")[2]}
