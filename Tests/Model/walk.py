"""Walks AWS's own model of Lambda, as botocore has it: whatever is in it, Lockstep has to know, or to leave out for a reason.

What Lockstep knows is read out of its code: its tables print themselves (`lockstep-docs known`), and what a request or an
answer is read for stands by name in the operation's file. Only what is left out has a list of its own, left-out.json.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import endpoints

ROOT = Path(__file__).resolve().parents[2]
LAMBDA = "Sources/AWSServices/Lambda"
MEMBERS = "Sources/Engine/Content/ConfigurationMember+Known.swift"
TABLE = "Sources/Reporting/Diagnosis/Remedies"
LEFT_OUT = "Tests/Model/left-out.json"
# Where a choice that AWS offers may be named, be it an input's or an answer's.
CHOICES = [LAMBDA, "Sources/Inputs/JSON", "Sources/Inputs/Settings", "Sources/Engine/Content"]
# What several files of operations share.
SHARED = ["Answers.swift", "CodeLocation.swift", "FunctionCode.swift", "Pages.swift"]
CONFIGURED = ("FunctionConfiguration", "CreateFunction", "UpdateFunctionConfiguration")
# Answers that many operations give are walked once, under their own names.
ANSWERS = ("FunctionConfiguration", "AliasConfiguration")
# By the names of their shapes.
REASONS = ("StateReasonCode", "LastUpdateStatusReasonCode", "ThrottleReason")
ALWAYS = ("State", "LastUpdateStatus") + REASONS


@dataclass
class Model:
    """What botocore says."""

    operations: dict
    shapes: dict
    # The partitions of AWS, each with its Regions.
    partitions: list
    # Names of the errors of the services beside Lambda.
    errors_beside: set
    # Rows of endpoints beside the ordinary ones.
    endpoints: list

    @staticmethod
    def of(botocore: Path) -> Model:
        whole = _model(botocore, "lambda")
        beside = set()
        for service in ("cloudwatch", "codedeploy", "ecr", "s3", "sts"):
            beside |= {name for name, shape in _model(botocore, service)["shapes"].items() if shape.get("exception")}
        partitions = json.loads((botocore / "data/partitions.json").read_text())["partitions"]
        return Model(whole["operations"], whole["shapes"], partitions, beside, endpoints.rows(botocore))


def _model(botocore: Path, service: str) -> dict:
    path = max((botocore / "data" / service).glob("*/service-2.json*"))
    return json.loads(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes())


@dataclass
class Knowledge:
    """What Lockstep knows, and what it leaves out."""

    known: dict
    left_out: dict
    used: set = field(default_factory=set)

    def leaves_out(self, kind: str, name: str) -> bool:
        rows = [row for row in self.left_out[kind] if fnmatchcase(name, row)]
        self.used |= {(kind, row) for row in rows}
        return bool(rows)

    def unused(self) -> list[tuple[str, str]]:
        return [(kind, row) for kind, rows in self.left_out.items() for row in rows if (kind, row) not in self.used]


def words(*places: str) -> set[str]:
    """All texts in the Swift files of these places."""
    files = [file for place in places for file in ((ROOT / place).glob("*.swift") if (ROOT / place).is_dir() else [ROOT / place])]
    return {word for file in files for word in _words_of(file)}


@cache
def _words_of(file: Path) -> list[str]:
    return re.findall(r'"([\w.$-]+)"', file.read_text())


class Walk:
    def __init__(self, model: Model, knowledge: Knowledge) -> None:
        self.model, self.knowledge = model, knowledge
        self.lines: list[str] = []
        self.met: set[str] = set()
        self.known = {name: set(value) for name, value in knowledge.known.items() if isinstance(value, list)}
        # A request has the variables in an object of their own.
        self.known["settings"] = {"Environment.Variables" if one == "Environment" else one for one in self.known["settings"]}
        self.inputs = {name.replace("-", "") for name in self.known["inputs"]}
        self.operations = sorted(words(LAMBDA) & model.operations.keys())
        self.choices = words(*CHOICES)

    def all(self) -> list[str]:
        self._members()
        self._errors()
        self._runtimes_and_regions()
        self._partitions_and_endpoints()
        self._bounds()
        self._what_is_gone()
        return self.lines

    def _say(self, what: str, cure: str) -> None:
        line = f"{what}: {cure}."
        if line not in self.lines:
            self.lines.append(line)

    # Members, and their values.

    def _members(self) -> None:
        for name in self.operations:
            operation = self.model.operations[name]
            texts = words(*[f"{LAMBDA}/{file}" for file in SHARED])
            for file in (ROOT / LAMBDA).glob("*.swift"):
                texts |= own if name in (own := words(f"{LAMBDA}/{file.name}")) else set()
            if "input" in operation:
                self._structure(operation["input"]["shape"], name, texts, is_request=True)
            if "output" in operation:
                self._answer(operation["output"]["shape"], texts)
        for name in ALWAYS:
            for value in self.model.shapes[name]["enum"]:
                self._value(name, value)

    def _answer(self, shape: str, texts: set[str]) -> None:
        read = {"FunctionConfiguration": set(), "AliasConfiguration": words(f"{LAMBDA}/Answers.swift")}
        self._structure(shape, shape, read.get(shape, texts), is_request=False)

    def _structure(self, shape: str, path: str, texts: set[str], is_request: bool) -> None:
        for unknown in self._strangers(shape, path, texts, is_request, ()):
            self.knowledge.leaves_out("members", unknown) or self._new_member(unknown, is_request)

    def _strangers(self, name: str, path: str, texts: set[str], is_request: bool, above: tuple) -> list[str]:
        """The members that nobody knows. Of a structure with nothing known in it, only its own name."""
        shape = self.model.shapes[name]
        found: list[str] = []
        for member, reference in shape.get("members", {}).items():
            place = f"{path}.{member}"
            inner = self._element(reference["shape"])
            if inner in ANSWERS:
                self._answer(inner, texts)
            elif self._is_configured(place, is_request) or self._is_leaf(inner) and self._is_read(
                place, member, reference, shape, texts, is_request
            ):
                self._values(inner)
            elif self.knowledge.leaves_out("members", place):
                continue
            elif self.model.shapes[inner]["type"] == "structure" and inner not in above:
                below = self._strangers(inner, place, texts, is_request, above + (name,))
                nothing = len(below) == len(self.model.shapes[inner]["members"])
                found += [place] if nothing else below
            else:
                found.append(place)
        return found

    def _element(self, name: str) -> str:
        shape = self.model.shapes[name]
        return self._element(shape["member"]["shape"]) if shape["type"] == "list" else name

    def _is_leaf(self, name: str) -> bool:
        return self.model.shapes[name]["type"] != "structure"

    def _is_configured(self, place: str, is_request: bool) -> bool:
        """It is in the table of what somebody can set, or, of an answer, of what AWS sets by itself."""
        root, _, path = place.partition(".")
        path = path.removeprefix("ImageConfigResponse.")
        if root not in CONFIGURED or path not in self.known["settings"] | (set() if is_request else self.known["own"]):
            return False
        self.met.add(path)
        return True

    def _is_read(self, place, member, reference, shape, texts, is_request) -> bool:
        """The operation's own file names it, or it is an input of that name."""
        root, _, path = place.partition(".")
        if root == "FunctionConfiguration":
            return False
        is_built = reference.get("location") in ("uri", "statusCode") or shape.get("payload") == member
        is_input = is_request and ("." not in path or path.startswith("Code.")) and member.lower() in self.inputs
        return is_built or is_input or bool({member, reference.get("locationName")} & texts)

    def _new_member(self, place: str, is_request: bool) -> None:
        side = "a request has it" if is_request else "an answer has it"
        at = MEMBERS if place.partition(".")[0] in CONFIGURED else LAMBDA
        self._say(f"new member {place} ({side})", f"add it to {at}, or to {LEFT_OUT} with the reason")

    def _values(self, name: str) -> None:
        for value in self.model.shapes[name].get("enum", []):
            self._value(name, value)

    def _value(self, enum: str, value: str) -> None:
        if enum == "Runtime" or self.knowledge.leaves_out("values", f"{enum}.{value}"):
            return
        is_reason = enum in REASONS
        if value not in (self.known["codes"] if is_reason else self.choices):
            cure = f"give it a row in {TABLE}" if is_reason else f"name it in {' or '.join(CHOICES[:2])}"
            self._say(f"new value {enum}.{value}", f"{cure}, or add it to {LEFT_OUT} with the reason")

    # Errors.

    def _errors(self) -> None:
        self.errors = {}
        for name in self.operations:
            for error in self.model.operations[name].get("errors", []):
                shape = self.model.shapes[error["shape"]]
                self.errors.setdefault(error["shape"], (shape.get("error", {}).get("httpStatusCode", 400), []))[1].append(name)
        begun = words(f"{LAMBDA}/Invoke.swift")
        for error, (status, operations) in sorted(self.errors.items()):
            if self.knowledge.leaves_out("errors", error):
                continue
            if error not in self.known["codes"]:
                by = operations[0] if len(operations) == 1 else f"{operations[0]} and {len(operations) - 1} more"
                self._say(f"new error {error} ({status}, of {by})", f"give it a row in {TABLE}, or add it to {LEFT_OUT} with the reason")
            elif status >= 500 and error not in begun:
                self._say(f"error {error} is a fault ({status})", f"say in {LAMBDA}/Invoke.swift that nothing was run by then")

    # Runtimes, Regions and bounds.

    def _runtimes_and_regions(self) -> None:
        at = "Sources/Inputs/Checks"
        self._same("runtime", set(self.model.shapes["Runtime"]["enum"]), self.known["runtimes"], f"{at}/KnownRuntime.swift")
        regions = {one for each in self.model.partitions for one in each["regions"] if not one.endswith("-global")}
        self._same("Region", regions, self.known["regions"], f"{at}/KnownRegion.swift")
        beginnings = {one for each in self.model.partitions for one in _beginnings(each["regionRegex"])}
        self._same("beginning of a Region", beginnings, self.known["beginnings"], f"{at}/KnownRegion.swift")

    def _partitions_and_endpoints(self) -> None:
        setup = "Sources/AWSCore/Setup"
        partitions = {f"{one['id']} {one['outputs']['dnsSuffix']}" for one in self.model.partitions}
        self._same("partition", partitions, {" ".join(one.split()[::2]) for one in self.known["partitions"]}, f"{setup}/Partition.swift")
        belonging = dict(one.split()[:2] for one in self.known["partitions"])
        for one in self.model.partitions:
            for region in one["regions"]:
                # Those named for a partition as a whole are nowhere, and `aws` has no beginning of its own: all others belong to it.
                if not region.endswith("-global") and not region.startswith(belonging.get(one["id"], "").strip('"')):
                    self._say(f"Region {region} is in {one['id']}", f"correct its beginning in {setup}/Partition.swift")
        self._same("endpoints", set(self.model.endpoints), self.known["endpoints"], f"{setup}/EndpointVariant+Table.swift (scripts/endpoints.sh)")

    def _same(self, what: str, there: set, here: set, file: str) -> None:
        for name in sorted(there - here):
            self._say(f"new {what} {name}", f"add it to {file}")
        for name in sorted(here - there):
            self.knowledge.leaves_out("beyond", name) or self._say(f"{what} {name} is in no model", f"take it out of {file}")

    def _bounds(self) -> None:
        for path, most in sorted(self.knowledge.known["bounds"].items()):
            names, name = path.split("."), "UpdateFunctionConfigurationRequest"
            for member in names:
                name = self.model.shapes[self._element(name)].get("members", {}).get(member, {}).get("shape")
                if name is None:
                    self._say(f"bound of {path} is of nothing", "take it out of Sources/Inputs/Settings/KnownBound.swift")
                    break
            else:
                bound = self.model.shapes[name].get("max")
                if bound not in (None, most) and not self.knowledge.leaves_out("bounds", path):
                    self._say(f"bound of {path} is {bound}, not {most}", "correct Sources/Inputs/Settings/KnownBound.swift")

    # What Lambda had once.

    def _what_is_gone(self) -> None:
        for path in sorted((self.known["settings"] | self.known["own"]) - self.met):
            self.knowledge.leaves_out("beyond", path) or self._say(f"member {path} is in no model", f"take it out of {MEMBERS}, or add it to {LEFT_OUT} (beyond)")
        values = {value for name in REASONS for value in self.model.shapes[name]["enum"]}
        for code in sorted(self.known["codes"] - values - self.errors.keys() - self.model.errors_beside):
            self.knowledge.leaves_out("beyond", code) or self._say(f"code {code} is in no model", f"take it out of {TABLE}, or add it to {LEFT_OUT} (beyond)")
        for kind, row in self.knowledge.unused():
            self._say(f"{row} ({kind}) is left out without need", f"nothing is called so, or it is known by now: take it out of {LEFT_OUT}")


def _beginnings(pattern: str) -> list[str]:
    r"""`^us\-iso\-\w+\-\d+$` begins with us-iso, `^(us|eu)\-\w+\-\d+$` with us or eu."""
    beginning = pattern.removeprefix("^").removesuffix(r"\-\w+\-\d+$").replace("\\", "")
    choice = re.search(r"\((.*)\)", beginning)
    return [beginning.replace(choice[0], one) for one in choice[1].split("|")] if choice else [beginning]


def left_out() -> dict:
    return json.loads((ROOT / LEFT_OUT).read_text())


def findings(model: Model, known: dict) -> list[str]:
    return Walk(model, Knowledge(known, left_out())).all()


if __name__ == "__main__":
    # What `lockstep-docs known` prints comes in, and botocore's folder is named.
    for line in findings(Model.of(Path(sys.argv[1])), json.load(sys.stdin)):
        print(line)
