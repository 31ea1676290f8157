"""Lambda has grown when one of these fails: each line says what, where, and what to do."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

from walk import ROOT, Model, findings

TABLE = "Sources/Reporting/Diagnosis/Remedies"
MEMBERS = "Sources/Engine/Content/ConfigurationMember+Known.swift"
LEFT_OUT = "Tests/Model/left-out.json"
OR_LEFT_OUT = f"or add it to {LEFT_OUT} with the reason."


# The newest there are (scripts/venv.sh).
MODELS = Path(sys.prefix) / "model/botocore"


@unittest.skipUnless(MODELS.exists() or os.environ.get("CI") == "true", "AWS's models are not installed")
class WalkTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        program = os.environ.get("LOCKSTEP_DOCS", ROOT / ".build/debug/lockstep-docs")
        cls.known = json.loads(subprocess.run([program, "known"], check=True, capture_output=True).stdout)
        cls.model = Model.of(MODELS)

    def lines(self, change=lambda model, known: None) -> list[str]:
        model, known = copy.deepcopy(self.model), copy.deepcopy(self.known)
        change(model, known)
        return findings(model, known)

    def test_all_of_lambda_is_known_or_left_out_for_a_reason(self) -> None:
        self.assertEqual(self.lines(), [], "\n".join(["what is new, or no longer there:", *self.lines()]))

    def test_a_member_is_named_wherever_it_grows(self) -> None:
        places = {
            "CreateFunctionRequest": ("CreateFunction.Colour (a request has it)", MEMBERS),
            "FunctionConfiguration": ("FunctionConfiguration.Colour (an answer has it)", MEMBERS),
            "AliasConfiguration": ("AliasConfiguration.Colour (an answer has it)", "Sources/AWSServices/Lambda"),
            "FunctionCodeLocation": ("GetFunctionResponse.Code.Colour (an answer has it)", "Sources/AWSServices/Lambda"),
            "PublishVersionRequest": ("PublishVersion.Colour (a request has it)", "Sources/AWSServices/Lambda"),
        }
        for shape, (place, file) in places.items():
            with self.subTest(shape):
                lines = self.lines(lambda model, _: _add(model, shape, "Colour"))
                self.assertEqual(lines, [f"new member {place}: add it to {file}, or to {LEFT_OUT} with the reason."])

    def test_a_member_within_a_member_is_named_by_its_path(self) -> None:
        lines = self.lines(lambda model, _: _add(model, "LoggingConfig", "Colour"))
        self.assertEqual(
            [line.partition(" (")[0] for line in lines],
            [f"new member {root}.LoggingConfig.Colour" for root in ("CreateFunction", "FunctionConfiguration", "UpdateFunctionConfiguration")],
        )

    def test_what_aws_alone_set_and_can_be_set_by_now_is_named(self) -> None:
        lines = self.lines(lambda model, _: _add(model, "VpcConfig", "VpcId"))
        self.assertIn("new member UpdateFunctionConfiguration.VpcConfig.VpcId (a request has it)", "\n".join(lines))

    def test_a_structure_that_nobody_knows_is_named_once(self) -> None:
        def change(model: Model, _: dict) -> None:
            model.shapes["Colour"] = {"type": "structure", "members": {"Hue": {"shape": "String"}, "Shade": {"shape": "String"}}}
            _add(model, "UpdateFunctionCodeRequest", "Colour", "Colour")

        self.assertEqual([line.partition(" (")[0] for line in self.lines(change)], ["new member UpdateFunctionCode.Colour"])

    def test_a_state_a_reason_and_a_choice_are_named(self) -> None:
        expected = {
            ("State", "Dreaming"): f"name it in Sources/AWSServices/Lambda or Sources/Inputs/JSON, {OR_LEFT_OUT}",
            ("StateReasonCode", "ColourFaded"): f"give it a row in {TABLE}, {OR_LEFT_OUT}",
            ("ThrottleReason", "ColourLimitExceeded"): f"give it a row in {TABLE}, {OR_LEFT_OUT}",
            ("LogFormat", "Colourful"): f"name it in Sources/AWSServices/Lambda or Sources/Inputs/JSON, {OR_LEFT_OUT}",
        }
        for (enum, value), cure in expected.items():
            with self.subTest(value):
                lines = self.lines(lambda model, _: model.shapes[enum]["enum"].append(value))
                self.assertEqual(lines, [f"new value {enum}.{value}: {cure}"])

    def test_an_error_is_named_with_whom_it_comes_from(self) -> None:
        def change(model: Model, _: dict) -> None:
            model.shapes["ColourException"] = {"type": "structure", "members": {}, "error": {"httpStatusCode": 409}}
            model.operations["PublishVersion"]["errors"].append({"shape": "ColourException"})

        cure = f"give it a row in {TABLE}, {OR_LEFT_OUT}"
        self.assertEqual(self.lines(change), [f"new error ColourException (409, of PublishVersion): {cure}"])

    def test_a_fault_has_to_say_that_nothing_was_run(self) -> None:
        def change(model: Model, _: dict) -> None:
            model.shapes["SnapStartException"]["error"] = {"httpStatusCode": 502}

        line = "error SnapStartException is a fault (502): say in Sources/AWSServices/Lambda/Invoke.swift that nothing was run by then."
        self.assertEqual(self.lines(change), [line])

    def test_runtimes_regions_and_bounds_are_held_against_the_model(self) -> None:
        def change(model: Model, _: dict) -> None:
            model.shapes["Runtime"]["enum"].append("colour1.x")
            model.partitions[0]["regions"]["xy-north-1"] = {}
            model.partitions[0]["regionRegex"] = model.partitions[0]["regionRegex"].replace("(us|", "(us|xy|")
            model.shapes["MemorySize"]["max"] = 65_536

        self.assertEqual(
            self.lines(change),
            [
                "new runtime colour1.x: add it to Sources/Inputs/Checks/KnownRuntime.swift.",
                "new Region xy-north-1: add it to Sources/Inputs/Checks/KnownRegion.swift.",
                "new beginning of a Region xy: add it to Sources/Inputs/Checks/KnownRegion.swift.",
                "bound of MemorySize is 65536, not 32768: correct Sources/Inputs/Settings/KnownBound.swift.",
            ],
        )

    def test_partitions_and_endpoints_are_held_against_the_model(self) -> None:
        def change(model: Model, known: dict) -> None:
            model.partitions[1]["outputs"]["dnsSuffix"] = "amazonaws.cn"
            model.endpoints.append("lambda fips lambda-fips.*.amazonaws.com xy-north-1")
            known["partitions"] = [row.replace("us-gov-", "us-go-west") for row in known["partitions"]]

        table = "Sources/AWSCore/Setup/EndpointVariant+Table.swift (scripts/endpoints.sh)"
        partitions = "Sources/AWSCore/Setup/Partition.swift"
        self.assertEqual(
            self.lines(change),
            [
                f"new partition aws-cn amazonaws.cn: add it to {partitions}.",
                f"partition aws-cn amazonaws.com.cn is in no model: take it out of {partitions}.",
                f"Region us-gov-east-1 is in aws-us-gov: correct its beginning in {partitions}.",
                f"Region us-gov-west-1 is in aws-us-gov: correct its beginning in {partitions}.",
                f"new endpoints lambda fips lambda-fips.*.amazonaws.com xy-north-1: add it to {table}.",
            ],
        )

    def test_what_the_model_has_no_more_is_an_error_too(self) -> None:
        def change(model: Model, known: dict) -> None:
            known["settings"].append("LoggingConfig.Colour")
            known["codes"].append("ColourFaded")
            model.shapes["Runtime"]["enum"].remove("nodejs")
            del model.shapes["InvocationRequest"]["members"]["ClientContext"]

        self.assertEqual(
            self.lines(change),
            [
                "runtime nodejs is in no model: take it out of Sources/Inputs/Checks/KnownRuntime.swift.",
                f"member LoggingConfig.Colour is in no model: take it out of {MEMBERS}, or add it to {LEFT_OUT} (beyond).",
                f"code ColourFaded is in no model: take it out of {TABLE}, or add it to {LEFT_OUT} (beyond).",
                "Invoke.ClientContext (members) is left out without need: nothing is called so, or it is known by now: "
                f"take it out of {LEFT_OUT}.",
            ],
        )


def _add(model: Model, shape: str, member: str, of: str = "String") -> None:
    model.shapes[shape]["members"][member] = {"shape": of}


if __name__ == "__main__":
    unittest.main()
