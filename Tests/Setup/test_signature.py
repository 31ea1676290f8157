"""Nothing is used that Swift has not signed, and nothing takes its place without a word."""

import unittest

from helpers.downloads import archive
from helpers.signer import Signer
from helpers.testcase import SetupTest


class TheSignature(SetupTest):
    def another_signer(self, **options):
        signer = Signer(**options)
        self.addCleanup(signer.close)
        return signer

    def refuse_signature(self, gpg_says):
        self.machine.has_docker()
        message = self.refuse()
        self.assertIn("has not been signed by Swift", message)
        self.assertIn(gpg_says, message)
        self.assertEqual((self.machine.toolchains, self.machine.docker_run), ([], []))

    def test_another_archive_is_refused(self):
        self.downloads.archive = archive("#!/bin/sh\n")
        self.refuse_signature("BAD signature")

    def test_somebody_else_s_signature_is_refused(self):
        other = self.another_signer()
        self.downloads.signature = other.sign(self.downloads.archive)
        self.refuse_signature("No public key")
        # Not even if the key comes with Swift's.
        self.downloads.keys += other.public_key
        self.refuse_signature(other.fingerprint[-16:])

    def test_no_keys_or_no_signature_are_refused(self):
        self.downloads.keys = b"<html>Log in to the network</html>"
        self.refuse_signature("no valid OpenPGP data found")
        self.downloads.keys = self.signer.public_key
        self.downloads.signature = b"<html>Log in to the network</html>"
        self.refuse_signature("no valid OpenPGP data found")

    def test_a_revoked_key_is_refused(self):
        revoked = self.another_signer()
        self.downloads.signature = revoked.sign(self.downloads.archive)
        revoked.revoke()
        self.downloads.keys = revoked.public_key
        self.machine = self.new_machine(signer=revoked)
        self.refuse_signature("This key has been revoked")

    def test_what_was_signed_before_the_key_expired_is_good(self):
        expired = self.another_signer(expired=True)
        self.downloads.signature = expired.sign(self.downloads.archive)
        self.downloads.keys = self.signer.public_key + expired.public_key
        self.machine = self.new_machine(signer=expired)
        self.demo()


if __name__ == "__main__":
    unittest.main()
