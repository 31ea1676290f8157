"""What a release says its image contains."""

import json
import tempfile
import unittest
from pathlib import Path

from helpers.repository import ROOT, run

DIGEST = "0a" * 32
IMAGE = f"ghcr.io/octocat/lockstep@sha256:{DIGEST}"
COMPONENTS = "deb\topenssl\t3.0.22-1~deb12u2\ndeb\tzlib\t1:1.2.13.dfsg-1\nswift\tswift\t6.3\npackage\tswift-argument-parser\t1.8.2\n"


class TheBillOfMaterials(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="lockstep-sbom-")
        self.addCleanup(folder.cleanup)
        self.lists = [Path(folder.name, f"{platform}.components") for platform in ("amd64", "arm64")]
        for path in self.lists:
            path.write_text(COMPONENTS)

    def make(self):
        return run(["python3", "scripts/sbom.py", "v1.2.3", IMAGE, *map(str, self.lists)], ROOT)

    def test_it_has_every_component_of_every_platform_once(self):
        bill = json.loads(self.make().stdout)
        image, *parts = bill["packages"]
        self.assertEqual((image["versionInfo"], image["checksums"][0]["checksumValue"]), ("v1.2.3", DIGEST))
        self.assertEqual(len(parts), 8)
        identities = [one["SPDXID"] for one in bill["packages"]]
        self.assertEqual(len(set(identities)), len(identities))
        related = {(one["relationshipType"], one["relatedSpdxElement"]) for one in bill["relationships"]}
        self.assertEqual(related, {("DESCRIBES", image["SPDXID"]), *(("CONTAINS", one["SPDXID"]) for one in parts)})

    def test_each_has_the_address_by_which_scanners_know_it(self):
        bill = json.loads(self.make().stdout)
        found = {reference["referenceLocator"] for one in bill["packages"][1:] for reference in one["externalRefs"]}
        self.assertEqual(found, {
            "pkg:deb/debian/openssl@3.0.22-1~deb12u2?arch=source&distro=bookworm",
            "pkg:deb/debian/zlib@1%3A1.2.13.dfsg-1?arch=source&distro=bookworm",
            "pkg:github/swiftlang/swift@swift-6.3-RELEASE",
            "pkg:github/apple/swift-argument-parser@1.8.2",
        })

    def test_an_empty_or_a_broken_list_is_a_failure(self):
        for content in ("", "deb\topenssl\n", "other\tthing\t1\n"):
            with self.subTest(content):
                for path in self.lists:
                    path.write_text(content)
                self.assertNotEqual(self.make().returncode, 0)


if __name__ == "__main__":
    unittest.main()
