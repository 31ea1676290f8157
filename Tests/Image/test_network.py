"""From an image with no operating system in it: names are found, and no server is trusted that should not be."""

import tempfile
import unittest
from pathlib import Path

from support.certificates import Authority
from support.name_server import ADDRESS, NameServer
from support.programs import Container
from support.recording_proxy import RecordingProxy
from support.rehearsal import IMAGE
from support.testcase import ONLY_WITH_NAMES, SimulatorTest

NAME = "lambda.lockstep.test"


class NetworkTest(SimulatorTest):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory(prefix="lockstep-network-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def use(self, *options):
        self.stage.program = Container(IMAGE, *options)

    def mount(self, name, content, inside):
        """Options for a file of the container."""
        path = self.folder / name
        path.write_text(content)
        path.chmod(0o644)
        return "-v", f"{path}:{inside}:ro"

    def hosts_file(self):
        return self.mount("hosts", f"127.0.0.1 {NAME}\n", "/etc/hosts")

    def assert_refused(self, result, *reasons):
        """A clear error, and nothing was sent."""
        self.assert_outcome(result, "failed")
        error = "\n".join(result.messages("error"))
        for reason in reasons:
            self.assertIn(reason, error)
        self.assertEqual(self.proxy.calls, [])


class Names(NetworkTest):
    def deploy_to(self, name):
        port = self.proxy.url.rpartition(":")[2]
        return self.deploy(env={"AWS_ENDPOINT_URL": f"http://{name}:{port}"})

    def ask_us(self):
        """Names are asked for at a server of ours, as at any other: by resolv.conf."""
        server = NameServer(NAME)
        self.addCleanup(server.end)
        self.use(*self.mount("resolv.conf", f"nameserver {ADDRESS}\n", "/etc/resolv.conf"))
        return server

    def test_a_name_of_the_hosts_file(self):
        self.use(*self.hosts_file())
        self.assert_outcome(self.deploy_to(NAME), "deployed")

    @ONLY_WITH_NAMES
    def test_a_name_that_a_name_server_knows(self):
        server = self.ask_us()
        self.assert_outcome(self.deploy_to(NAME), "deployed")
        self.assertIn(NAME, server.asked)

    @ONLY_WITH_NAMES
    def test_a_name_that_nobody_knows(self):
        self.ask_us()
        self.assert_refused(self.deploy_to("nowhere.lockstep.test"), "nowhere.lockstep.test")


class TLS(NetworkTest):
    def setUp(self):
        super().setUp()
        self.authority = Authority(self.stage.workspace / "ca")
        self.bundle = self.authority.certificate
        self.use(*self.hosts_file())

    def deploy_to(self, context, **env):
        """To a server that speaks TLS by this name, and has all its answers from the simulator."""
        front = RecordingProxy(self.proxy.url)
        front.encrypt(context, NAME)
        front.start()
        self.addCleanup(front.end)
        return self.deploy(env={"AWS_ENDPOINT_URL": front.url, **env})

    def assert_refused(self, result, *reasons):
        super().assert_refused(result, *reasons)
        self.assertLess(result.duration, 10, "waiting makes no certificate better")

    def test_an_authority_of_ones_own(self):
        context = self.authority.server(NAME)
        for variable in ("AWS_CA_BUNDLE", "SSL_CERT_FILE"):
            with self.subTest(variable):
                self.assert_outcome(self.deploy_to(context, **{variable: str(self.bundle)}), "deployed")
                self.stage.change_code()

    def test_the_certificates_of_the_image_are_asked_by_their_hashes(self):
        path = f"/etc/ssl/certs/{self.authority.hashed_name}"
        self.use(*self.hosts_file(), *self.mount("authority.pem", self.bundle.read_text(), path))
        self.assert_outcome(self.deploy_to(self.authority.server(NAME)), "deployed")

    def test_a_server_that_nobody_vouches_for(self):
        self.assert_refused(self.deploy_to(self.authority.server(NAME)), NAME, "certificate")

    def test_a_server_that_another_authority_vouches_for(self):
        other = Authority(self.stage.workspace / "other")
        result = self.deploy_to(other.server(NAME), AWS_CA_BUNDLE=str(self.bundle))
        self.assert_refused(result, NAME, "certificate")

    def test_a_server_of_another_name(self):
        context = self.authority.server("other.lockstep.test")
        self.assert_refused(self.deploy_to(context, AWS_CA_BUNDLE=str(self.bundle)), NAME, "certificate")

    def test_a_certificate_that_has_expired(self):
        context = self.authority.server(NAME, days=-1)
        self.assert_refused(self.deploy_to(context, AWS_CA_BUNDLE=str(self.bundle)), NAME, "certificate", "expired")

    def test_a_bundle_that_is_not_there(self):
        context = self.authority.server(NAME)
        self.assert_refused(self.deploy_to(context, AWS_CA_BUNDLE="/nowhere.pem"), "/nowhere.pem")


if __name__ == "__main__":
    unittest.main()
