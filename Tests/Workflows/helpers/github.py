"""GitHub's interface as GitHub's own client asks it, on loopback: comments, issues and one release.

The client takes it for the host github.localhost, which it asks without TLS, and by HTTP_PROXY, which curl does not read.
What is GitHub's own is not played: who may do what, and what an attestation is worth.
"""

from __future__ import annotations

import json
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOST = "github.localhost"
TOKEN = "made-up-token-of-the-job"
BOT = {"login": "github-actions[bot]"}


class GitHub:
    def __init__(self, tag: str, files: dict[str, bytes]) -> None:
        """`files` are attached to the release with this tag."""
        self.comments: list[dict] = []
        """Of the one pull request that there is."""
        self.issues: list[dict] = []
        self.writes: list[str] = []
        self._tag, self._files = tag, files
        github = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                try:
                    github._handle(self)
                except ConnectionError:
                    pass  # gh asks in two ways at once, and hangs up on the slower

            do_POST = do_PATCH = do_GET

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def end(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def variables(self) -> dict[str, str]:
        return {"GH_HOST": HOST, "HTTP_PROXY": f"http://127.0.0.1:{self._server.server_port}"}

    def say(self, body: str, login: str) -> None:
        """Somebody comments on the pull request."""
        self.comments.append({"id": 100 + len(self.comments), "user": {"login": login}, "body": body})

    def _handle(self, request: BaseHTTPRequestHandler) -> None:
        address = urllib.parse.urlsplit(request.path)
        length = int(request.headers["Content-Length"] or 0)
        given = json.loads(request.rfile.read(length)) if length else {}
        if request.headers["Authorization"] != f"token {TOKEN}":
            return _answer(request, 401, b"{}")
        if address.path == "/graphql":
            # Asked beside REST, which does not tell of drafts. There is none.
            release = {"databaseId": 1, "isDraft": False}
            return _answer(request, 200, json.dumps({"data": {"repository": {"release": release}}}).encode())
        if request.command != "GET":
            self.writes.append(f"{request.command} {address.path}")
        query = dict(urllib.parse.parse_qsl(address.query))
        path = urllib.parse.unquote(address.path).strip("/").split("/")[1:]  # without "repos"
        result = self._result(request.command, path, query, given)
        if isinstance(result, bytes):
            return _answer(request, 200, result, "application/octet-stream")
        return _answer(request, 404 if result is None else 200, json.dumps(result or []).encode())

    def _result(self, method: str, path: list[str], query: dict[str, str], given: dict):
        match method, path:
            case "GET", ["octocat", "orders", "issues", "7", "comments"]:
                return self.comments
            case "POST", ["octocat", "orders", "issues", "7", "comments"]:
                self.say(given["body"], BOT["login"])
                return self.comments[-1]
            case "PATCH", ["octocat", "orders", "issues", "comments", number]:
                comment = next(one for one in self.comments if one["id"] == int(number))
                comment["body"] = given["body"]
                return comment
            case "GET", ["octocat", "orders", "issues"]:
                return [one for one in self.issues if query["labels"] in one["labels"] and query["state"] == "open"]
            case "POST", ["octocat", "orders", "issues"]:
                self.issues.append({**given, "number": 100 + len(self.issues)})
                return self.issues[-1]
            case "GET", ["<owner>", "lockstep", "releases", "tags", self._tag]:
                return {"tagName": self._tag, "assets": [self._asset(name) for name in self._files]}
            case "GET", ["<owner>", "lockstep", "releases", "assets", name]:
                return self._files[name]
        return None

    @staticmethod
    def _asset(name: str) -> dict:
        return {"name": name, "url": f"http://api.{HOST}/repos/%3Cowner%3E/lockstep/releases/assets/{name}"}


def _answer(request: BaseHTTPRequestHandler, status: int, body: bytes, kind: str = "application/json") -> None:
    request.send_response(status)
    request.send_header("Content-Type", kind)
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)
