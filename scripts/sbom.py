"""Prints what an image contains as SPDX 2.3 in JSON, from the lists that scripts/components.sh made on each platform.

Arguments: the version's tag, the image by its digest, the lists (amd64.components, arm64.components).
"""

import json
import re
import sys
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import quote

DEBIAN = "bookworm"
LOCATIONS = {
    "swift": "https://github.com/swiftlang/swift",
    "swift-argument-parser": "https://github.com/apple/swift-argument-parser",
}


def main(tag: str, image: str, lists: list[str]) -> None:
    components = {(Path(path).stem, *line.split("\t")) for path in lists for line in Path(path).read_text().splitlines()}
    if not components:
        sys.exit("ERROR: the lists are empty")
    name, digest = image.split("@")
    parts = [part(*component) for component in sorted(components)]
    json.dump(document(name, digest, tag, parts), sys.stdout, indent=1)
    print()


def document(name: str, digest: str, tag: str, parts: list[dict]) -> dict:
    whole = {
        "SPDXID": "SPDXRef-image", "name": name, "versionInfo": tag, "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False, "primaryPackagePurpose": "CONTAINER",
        "checksums": [{"algorithm": "SHA256", "checksumValue": digest.removeprefix("sha256:")}],
        "externalRefs": [package_url(f"pkg:oci/{name.rsplit('/')[-1]}@{quote(digest, safe='')}?repository_url={name}")],
    }
    contains = [relationship("SPDXRef-image", "CONTAINS", one["SPDXID"]) for one in parts]
    return {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"{name} {tag}",
        "documentNamespace": f"https://{name}/spdx/{tag}/{digest.removeprefix('sha256:')}",
        "creationInfo": {
            "created": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "creators": ["Tool: scripts/sbom.py of this version"],
        },
        "packages": [whole, *parts],
        "relationships": [relationship("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-image"), *contains],
    }


def part(platform: str, kind: str, name: str, version: str) -> dict:
    identity = re.sub(r"[^a-zA-Z0-9.-]", "-", f"{platform}-{name}-{version}")
    return {
        "SPDXID": f"SPDXRef-{identity}", "name": name, "versionInfo": version,
        "downloadLocation": f"git+{LOCATIONS[name]}@{tag_of(kind, version)}" if kind != "deb" else "NOASSERTION",
        "filesAnalyzed": False, "comment": f"In the image for {platform}",
        "externalRefs": [package_url(url_of(kind, name, version))],
    }


def url_of(kind: str, name: str, version: str) -> str:
    if kind == "deb":
        # A library that is linked in has no binary package left: it is known by its source.
        return f"pkg:deb/debian/{name}@{quote(version, safe='')}?arch=source&distro={DEBIAN}"
    repository = LOCATIONS[name].removeprefix("https://github.com/")
    return f"pkg:github/{repository}@{tag_of(kind, version)}"


def tag_of(kind: str, version: str) -> str:
    return f"swift-{version}-RELEASE" if kind == "swift" else version


def package_url(locator: str) -> dict:
    return {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": locator}


def relationship(element: str, kind: str, related: str) -> dict:
    return {"spdxElementId": element, "relationshipType": kind, "relatedSpdxElement": related}


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
