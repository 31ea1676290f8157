"""Networks that lead nowhere: each is told soon, with what to change, and nothing of a proxy's password is shown."""

import socket
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from support.rehearsal import IMAGE
from support.testcase import SimulatorTest

PASSWORD = "pr0xy-s%40cret"


class Refusing(BaseHTTPRequestHandler):
    """A proxy that wants a password, and takes none."""

    def refuse(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        self.send_response(407)
        self.send_header("Proxy-Authenticate", 'Basic realm="office"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_CONNECT = do_GET = do_POST = do_PUT = refuse

    def log_message(self, *_) -> None:
        pass


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@unittest.skipIf(IMAGE, "loopback is another one in a container")
class Networks(SimulatorTest):
    def refused(self, seconds: float, *reasons: str, **env: str) -> str:
        result = self.deploy(env={"RUNNER_DEBUG": "1", **env})
        self.assert_outcome(result, "failed")
        error = "\n".join(result.messages("error"))
        for reason in reasons:
            self.assertIn(reason, error)
        self.assertLess(result.duration, seconds)
        self.assertEqual(self.proxy.calls, [])
        shown = "\n".join([*(line for _, line in result.raw if not line.startswith("::add-mask::")), result.summary])
        for secret in (PASSWORD, "pr0xy-s@cret"):
            self.assertNotIn(secret, shown)
            self.assertEqual(secret in result.masks, any(PASSWORD in value for value in env.values()))
        return error

    def test_a_name_that_nobody_knows(self):
        self.refused(5, "lambda.nowhere.invalid", AWS_ENDPOINT_URL="https://lambda.nowhere.invalid")

    def test_an_address_where_nobody_is(self):
        port = closed_port()
        self.refused(10, "Connection refused", f"127.0.0.1:{port}", AWS_ENDPOINT_URL=f"http://127.0.0.1:{port}")

    def test_a_proxy_that_wants_a_password(self):
        with ThreadingHTTPServer(("127.0.0.1", 0), Refusing) as server:
            server.asked = []
            Thread(target=server.serve_forever, daemon=True).start()
            proxy = f"http://ci:{PASSWORD}@127.0.0.1:{server.server_port}"
            for scheme, variable in (("https", "HTTPS_PROXY"), ("http", "http_proxy")):
                with self.subTest(variable):
                    endpoint = f"{scheme}://lambda.nowhere.invalid"
                    self.refused(5, "407", variable, AWS_ENDPOINT_URL=endpoint, **{variable: proxy})
            server.shutdown()
        # Each time the first call, and the look at what stands in the end.
        self.assertEqual(len(server.asked), 4, server.asked)

    def test_a_proxy_that_nobody_knows_and_one_that_is_written_wrong(self):
        for proxy, said in ((f"http://ci:{PASSWORD}@proxy.invalid:3128", "proxy.invalid"), (f"nonsense://ci:{PASSWORD}@[x", "proxy")):
            with self.subTest(proxy):
                self.refused(10, said, AWS_ENDPOINT_URL="https://lambda.nowhere.invalid", HTTPS_PROXY=proxy)

    def test_a_file_of_authorities_that_is_not_there(self):
        for variable in ("AWS_CA_BUNDLE", "SSL_CERT_FILE"):
            with self.subTest(variable):
                self.refused(2, variable, "/nowhere.pem", **{variable: "/nowhere.pem"})

    def test_a_region_without_fips(self):
        self.refused(
            2, "AWS_USE_FIPS_ENDPOINT", "Lambda", "eu-west-1",
            AWS_USE_FIPS_ENDPOINT="true", AWS_REGION="eu-west-1", AWS_ENDPOINT_URL="",
        )


if __name__ == "__main__":
    unittest.main()
