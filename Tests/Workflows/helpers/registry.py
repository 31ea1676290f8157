"""A container registry on loopback."""

from __future__ import annotations

import json
import tempfile
import time
import urllib.error
import urllib.request

from support.processes import Companion, free_port

INDEX_TYPES = ["application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json"]

IMAGE_TYPES = ["application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json"]


class Registry:
    def __init__(self) -> None:
        """RuntimeError: it did not come up."""
        self._folder = tempfile.TemporaryDirectory(prefix="lockstep-registry-")
        self.address = f"127.0.0.1:{free_port()}"
        configuration = f"{self._folder.name}/config.yml"
        with open(configuration, "w") as file:
            json.dump(_configuration(self.address, self._folder.name), file)  # JSON is YAML, too
        self._companion = Companion(["docker-registry", "serve", configuration])
        deadline = time.monotonic() + 60
        while not self._answers():
            if time.monotonic() > deadline:
                self.close()
                raise RuntimeError("\n".join(["the registry does not answer", *self._companion.output]))
            time.sleep(0.05)

    def close(self) -> None:
        self._companion.end()
        self._folder.cleanup()

    def index(self, image: str) -> dict:
        """What a client is given that asks for the image of several platforms."""
        return self.manifest(image.removeprefix(f"{self.address}/"), INDEX_TYPES)

    def manifest(self, image: str, types: list[str] = IMAGE_TYPES) -> dict:
        """Of REPOSITORY@DIGEST."""
        repository, _, digest = image.partition("@")
        request = urllib.request.Request(
            f"http://{self.address}/v2/{repository}/manifests/{digest}", headers={"Accept": ", ".join(types)})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://{self.address}/v2/", timeout=1):
                return True
        except (urllib.error.URLError, ConnectionError):
            return False


def _configuration(address: str, folder: str) -> dict:
    return {
        "version": 0.1, "log": {"level": "error"}, "http": {"addr": address},
        "storage": {"filesystem": {"rootdirectory": f"{folder}/data"}},
    }
