"""A control plane for many random deployments at once, which judges every request that reaches it."""

from __future__ import annotations

import json
import re
import threading
from collections import Counter

from support.random_expectations import Expectations
from support.random_world import RandomWorld
from support.recording_proxy import Answer, Call, RecordingProxy
from support.service_models import Reading
from support.signing_proxy import SignatureCheck, read, signed_service


class Examination:
    """Of one deployment."""

    def __init__(self, world: RandomWorld) -> None:
        self.world = world
        self.mistakes: list[str] = []
        self.calls: list[str] = []
        self._expectations = Expectations(world)
        keys = world.made.credentials
        self._signature = SignatureCheck(
            keys["AWS_ACCESS_KEY_ID"], keys["AWS_SECRET_ACCESS_KEY"], keys["AWS_SESSION_TOKEN"] or None)
        self._scope = f"/{keys['AWS_REGION']}/{{}}/aws4_request"

    def answer(self, call: Call, reading: Reading | None) -> Answer:
        self.calls.append(f"{call.method} {call.target[:200]}")
        try:
            self._judge(call, reading)
            return self.world.answer(reading)
        # Without an answer the program would ask again and again, and the test end without a word about the cause.
        except Exception as surprise:
            self._note(call, f"nobody expected this: {surprise!r}")
            return Answer(400, [], b"")

    def _judge(self, call: Call, reading: Reading) -> None:
        for mistake in (*self._signature.mistakes(call), *reading.mistakes, *self._header_mistakes(call)):
            self._note(call, mistake)
        wanted, found = _comparable(self._expectations.parameters(reading)), _comparable(reading.parameters)
        for name in wanted.keys() | found.keys():
            if _exactly(wanted.get(name)) != _exactly(found.get(name)):
                self._note(call, f"{name} is {found.get(name)!r:.1000}\n  expected {wanted.get(name)!r:.1000}")

    def _header_mistakes(self, call: Call):
        service = signed_service(call)
        if self._scope.format(service) not in call.header("Authorization"):
            yield f"it is not signed for {self._scope.format(service)}"
        names = [name.lower() for name, _ in call.headers]
        if len(names) != len(set(names)):
            yield f"a header comes twice: {names}"
        kind = call.header("Content-Type")
        if call.body and not (kind or "").startswith("application/"):
            yield f"Content-Type is {kind}"
        if not re.match(r"lockstep/\d", call.header("User-Agent") or ""):
            yield "User-Agent does not say who asks"

    def _note(self, call: Call, mistake: str) -> None:
        self.mistakes.append(f"{call.method} {call.target[:300]}: {mistake}")


class Examiner(RecordingProxy):
    """Knows by the key id whose deployment a request belongs to."""

    def __init__(self) -> None:
        super().__init__("http://127.0.0.1")
        self.counts: Counter[str] = Counter()
        self._examinations: dict[str, Examination] = {}
        self._counting = threading.Lock()

    def __enter__(self) -> Examiner:
        self.start()
        return self

    def __exit__(self, *_) -> None:
        self.end()

    def examine(self, world: RandomWorld) -> Examination:
        examination = Examination(world)
        self._examinations[world.made.credentials["AWS_ACCESS_KEY_ID"]] = examination
        return examination

    def keep(self, call: Call) -> None:
        """There are too many, with too much in them."""

    def ask(self, call: Call) -> Answer:
        found = re.search(r"Credential=(\w+)/", call.header("Authorization") or "")
        reading = read(call)
        with self._counting:
            self.counts[reading.operation if reading else call.target] += 1
        return self._examinations[found[1] if found else ""].answer(call, reading)


def _comparable(parameters: dict) -> dict:
    """An event as what its JSON says."""
    found = dict(parameters)
    if isinstance(found.get("Payload"), bytes):
        found["Payload"] = json.loads(found["Payload"])
    return found


def _exactly(value) -> str:
    """1, 1.0 and True are equal to Python and not to AWS, and neither are two spellings of one letter."""
    return json.dumps(value, sort_keys=True)
