"""From an image with no operating system in it: names are found, and no server is trusted that should not be."""

import tempfile
import unittest
from pathlib import Path

from support.certificates import Authority
from support.name_server import ADDRESS, NameServer
from support.programs import Container
from support.recording_proxy import RecordingProxy
from support.rehearsal import IMAGE
from support.testcase import SimulatorTest

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

    def know_names(self):
        """Names are asked for at a server of ours, as at any other: by resolv.conf."""
        server = NameServer(NAME)
        self.addCleanup(server.end)
        return server, self.mount("resolv.conf", f"nameserver {ADDRESS}\n", "/etc/resolv.conf")

    def encrypted(self, context, host):
        """The address of a server that speaks TLS and has all its answers from the simulator."""
        front = RecordingProxy(self.proxy.url)
        front.encrypt(context, host)
        front.start()
        self.addCleanup(front.end)
        return front.url

    def port(self):
        return self.proxy.url.rpartition(":")[2]

    def assert_refused(self, result, *reasons):
        """A clear error, soon, and nothing was sent."""
        self.assert_outcome(result, "failed")
        error = "\n".join(result.messages("error"))
        for reason in reasons:
            self.assertIn(reason, error)
        self.assertEqual(self.proxy.calls, [])
        print(f"{result.duration:.1f} s: {error}")


class Names(NetworkTest):
    def test_a_name_of_the_hosts_file(self):
        self.use(*self.mount("hosts", f"127.0.0.1 {NAME}\n", "/etc/hosts"))
        result = self.deploy(env={"AWS_ENDPOINT_URL": f"http://{NAME}:{self.port()}"})
        self.assert_outcome(result, "deployed")

    def test_a_name_that_a_name_server_knows(self):
        server, option = self.know_names()
        self.use(*option)
        result = self.deploy(env={"AWS_ENDPOINT_URL": f"http://{NAME}:{self.port()}"})
        self.assert_outcome(result, "deployed")
        self.assertIn(NAME, server.asked)

    def test_a_name_that_nobody_knows(self):
        _, option = self.know_names()
        self.use(*option)
        result = self.deploy(env={"AWS_ENDPOINT_URL": f"http://nowhere.lockstep.test:{self.port()}"})
        self.assert_refused(result, "nowhere.lockstep.test")


class TLS(NetworkTest):
    def setUp(self):
        super().setUp()
        self.authority = Authority(self.stage.workspace / "ca")
        self.bundle = self.authority.certificate
        _, self.names = self.know_names()
        self.use(*self.names)

    def deploy_to(self, context, host=NAME, **env):
        return self.deploy(env={"AWS_ENDPOINT_URL": self.encrypted(context, host), **env})

    def test_an_authority_of_ones_own(self):
        context = self.authority.server(NAME)
        for variable in ("AWS_CA_BUNDLE", "SSL_CERT_FILE"):
            with self.subTest(variable):
                self.assert_outcome(self.deploy_to(context, **{variable: str(self.bundle)}), "deployed")
                self.stage.change_code()

    def test_the_certificates_of_the_image_are_asked_by_their_hashes(self):
        path = f"/etc/ssl/certs/{self.authority.hashed_name}"
        self.use(*self.names, *self.mount("authority.pem", self.bundle.read_text(), path))
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
