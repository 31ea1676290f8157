"""botocore's models of the services that Lockstep calls: which operation a call is, what it says, and what is wrong."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from support.recording_proxy import Call

# White space and separators (Unicode's category Z), as Python writes them.
SEPARATORS = "\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"

# Services that are signed for under another name than botocore's.
SERVICES = {"monitoring": "cloudwatch"}


@dataclass
class Reading:
    """A call as the service's model reads it."""

    operation: str
    parameters: dict
    mistakes: list[str]


class ServiceModel:
    """Names, types, required members, lengths, patterns and enumerations of each operation."""

    def __init__(self, service: str) -> None:
        from botocore.session import Session

        session = Session()
        # The newest there are (scripts/venv.sh), before those of botocore itself.
        session.set_config_variable("data_path", str(Path(sys.prefix) / "model/botocore/data"))
        model = session.get_service_model(SERVICES.get(service, service))
        # Some services speak several protocols: we choose JSON where there is a choice.
        self.is_by_target = "json" in model.metadata["protocols"]
        self.is_by_query = model.metadata["protocols"] == ["query"]
        self.operations = {name: model.operation_model(name) for name in model.operation_names}
        self._routes = [] if self.is_by_target or self.is_by_query else [_Route(each) for each in self.operations.values()]

    def read(self, call: Call) -> Reading | None:
        """`None`: the service has no such operation."""
        if self.is_by_query:
            return self._read_by_query(call)
        return self._read_by_target(call) if self.is_by_target else self._read_by_path(call)

    def _read_by_target(self, call: Call) -> Reading | None:
        operation = self.operations.get((call.header("X-Amz-Target") or "").rpartition(".")[2])
        if operation is None:
            return None
        reading = Reading(operation.name, {}, [])
        _read_json(call.body, reading)
        return _judged(reading, operation.input_shape)

    def _read_by_query(self, call: Call) -> Reading | None:
        """The operation stands in the body, among its parameters."""
        parameters = dict(parse_qsl(call.body.decode(), keep_blank_values=True))
        operation = self.operations.get(parameters.pop("Action", ""))
        if operation is None or parameters.pop("Version", "") != operation.service_model.api_version:
            return None
        return _judged(Reading(operation.name, parameters, []), operation.input_shape)

    def _read_by_path(self, call: Call) -> Reading | None:
        query = dict(parse_qsl(urlsplit(call.target).query, keep_blank_values=True))
        found = [(route, path) for route in self._routes if (path := route.match(call, query)) is not None]
        if not found:
            return None
        # A fixed word beats a variable.
        route, path = min(found, key=lambda one: (-len(one[0].query), len(one[1])))
        shape = route.operation.input_shape
        reading = Reading(route.operation.name, dict(path), [])
        reading.parameters.update(_located(shape, "querystring", query))
        headers = {name.lower(): value for name, value in call.headers}
        reading.parameters.update(_located(shape, "header", headers))
        known = {each.serialization.get("name") for each in shape.members.values()} | set(route.query)
        unknown = [name for name in query if name not in known]
        reading.mistakes += [f"{reading.operation}: unknown in the query: {name}" for name in unknown]
        payload = shape.serialization.get("payload")
        if payload and shape.members[payload].type_name == "blob":
            reading.parameters[payload] = call.body
        elif call.body and not payload:
            _read_json(call.body, reading)
        return _judged(reading, shape)


class _Route:
    def __init__(self, operation) -> None:
        self.operation = operation
        path, _, query = operation.http["requestUri"].partition("?")
        self.query = dict(parse_qsl(query, keep_blank_values=True))
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(path))
        self._pattern = re.compile(re.sub(r"\\{(\w+)\\\+\\}", r"(?P<\1>.+)", pattern))
        members = operation.input_shape.members if operation.input_shape else {}
        self._names = {shape.serialization.get("name", name): name for name, shape in members.items()}
        required = [members[name] for name in (operation.input_shape.required_members if members else [])]
        located = [shape.serialization for shape in required if shape.serialization.get("location") == "header"]
        # Copying an object differs from putting one by nothing but a header.
        self._headers = [each["name"] for each in located]

    def match(self, call: Call, query: dict[str, str]) -> dict[str, str] | None:
        found = self._pattern.fullmatch(call.path)
        if not found or call.method != self.operation.http["method"] or self.operation.input_shape is None:
            return None
        if any(query.get(name) != value for name, value in self.query.items()):
            return None
        if any(call.header(name) is None for name in self._headers):
            return None
        return {self._names.get(name, name): unquote(value) for name, value in found.groupdict().items()}


def _read_json(body: bytes, reading: Reading) -> None:
    try:
        members = json.loads(body, object_pairs_hook=_without_twins)
    except ValueError as mistake:
        reading.mistakes.append(f"{reading.operation}: the body is no JSON: {mistake}")
        return
    if not isinstance(members, dict):
        reading.mistakes.append(f"{reading.operation}: the body is no object")
        return
    twins = members.keys() & reading.parameters.keys()
    reading.mistakes += [f"{reading.operation}: {name} is in the body and elsewhere" for name in twins]
    reading.parameters.update(members)


def _without_twins(pairs: list[tuple[str, object]]) -> dict:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a name comes twice")
    return members


def _located(shape, location: str, values: dict[str, str]) -> dict:
    found = {}
    for name, member in shape.members.items():
        wire_name = member.serialization.get("name", name)
        key = wire_name.lower() if location == "header" else wire_name
        if member.serialization.get("location") == location and key in values:
            found[name] = _typed(member.type_name, values[key])
    return found


def _typed(type_name: str, text: str):
    if type_name in ("integer", "long") and re.fullmatch(r"-?\d+", text):
        return int(text)
    if type_name == "boolean" and text in ("true", "false"):
        return text == "true"
    # Of a name that comes several times the last is read.
    return [text] if type_name == "list" else text


def _judged(reading: Reading, shape) -> Reading:
    from botocore.validate import ParamValidator

    report = ParamValidator().validate(reading.parameters, shape)
    if report.has_errors():
        reading.mistakes.append(f"{reading.operation}: {report.generate_report()}")
    else:
        reading.mistakes += [f"{reading.operation}{one}" for one in _constraints(reading.parameters, shape, "")]
    return reading


def _constraints(value, shape, place: str):
    """What botocore knows and leaves to AWS: the longest, the largest, patterns and enumerations."""
    rules = shape.metadata
    if shape.type_name == "structure":
        for name, each in value.items():
            yield from _constraints(each, shape.members[name], f"{place}.{name}")
    elif shape.type_name == "list":
        for each in value:
            yield from _constraints(each, shape.member, f"{place}[]")
    elif shape.type_name == "map":
        for key, each in value.items():
            yield from _constraints(key, shape.key, f"{place}'s key")
            yield from _constraints(each, shape.value, f"{place}.{key}")
    size = value if isinstance(value, (int, float)) else len(value)
    if "max" in rules and size > rules["max"] or "min" in rules and size < rules["min"]:
        yield f"{place} is not within its bounds: {str(value)[:200]!r}"
    if shape.type_name == "string":
        if rules.get("enum") and value not in rules["enum"]:
            yield f"{place} is none of those that are known: {value!r}"
        if "pattern" in rules and not _compiled(rules["pattern"]).fullmatch(value):
            yield f"{place} does not match {rules['pattern']}: {value[:200]!r}"


@cache
def _compiled(pattern: str) -> re.Pattern:
    """Python knows no \\p{..}, but where these stand, in one class, its \\w is the same as letters, numbers and _."""
    for java, python in ((r"\p{L}", r"\w"), (r"\p{N}", r"\w"), (r"\p{Z}", SEPARATORS)):
        pattern = pattern.replace(java, python)
    return re.compile(pattern, re.DOTALL)
