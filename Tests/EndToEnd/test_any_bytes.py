"""Any bytes in any input, variable or argument: never a crash, always an error that names the input."""

import os
import tempfile
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from support.byte_step import INPUTS, mistakes, run_step
from support.chance import SEED, SURPRISES, TIMES, Chance
from support.json_verdict import WHITE_SPACE, is_accepted

SECRETS = {b"AWS_SECRET_ACCESS_KEY": b"wJalrXUtnFEMI-bPxRfiCY", b"AWS_SESSION_TOKEN": b"IQoJb3JpZ2luX2VjE-token"}
JSON = b' {"a": [1, -2.5e3, true, null, "\\u00e4\\ud83d\\ude00\\n"], "b c": {"d": "\xc3\xa4"}} '
GOOD = {
    b"GITHUB_ACTIONS": b"true", b"AWS_ACCESS_KEY_ID": b"AKIDEXAMPLE", b"AWS_REGION": b"eu-west-1", **SECRETS,
    b"AWS_ENDPOINT_URL": b"http://127.0.0.1:9", b"GITHUB_REF_NAME": b"main", b"GITHUB_SHA": b"0123456789abcdef",
    b"INPUT_FUNCTION-NAME": b"orders", b"INPUT_CODE-ARTIFACTS-DIR": b".", b"INPUT_ALIAS": b"live",
    b"INPUT_ENVIRONMENT": b'{"TOKEN":"s3cret-canary"}', b"INPUT_TAGS": b'{"team":"blue"}',
    b"INPUT_VPC-CONFIG": b'{"SubnetIds":["subnet-1"]}', b"INPUT_LAYERS": b"arn:aws:lambda:x-1:123456789012:layer:x:1",
    b"INPUT_SMOKE-TEST-PAYLOAD": JSON, b"INPUT_SMOKE-TEST-EXPECT": JSON,
}
# No run may begin to deploy.
ANCHOR = {b"INPUT_TIMEOUT": b"0"}
VARIABLES = sorted(
    {f"INPUT_{name.upper()}".encode() for name in INPUTS} | set(GOOD) - {b"GITHUB_ACTIONS"}
    | {b"GITHUB_ACTOR", b"GITHUB_RUN_ID", b"AWS_CA_BUNDLE", b"HTTPS_PROXY", b"NO_PROXY", b"SSL_CERT_DIR", b"PATH"}
)
TOKENS = SURPRISES + ["1e999", "-0", "01", "1.", "NaN", "\\ud800", "\\u0000", "\\x", "[" * 70, '"a":1,"a":2,', "9" * 20]


def each(what, count, judge):
    """Judges so many cases, four at a time, each in a folder of its own."""
    count *= TIMES
    print(f"{what}: {count} cases, seed {SEED}", flush=True)
    with tempfile.TemporaryDirectory(prefix="lockstep-bytes-") as parent, ThreadPoolExecutor(4) as pool:
        own = threading.local()

        def one(case):
            if not hasattr(own, "folder"):
                own.folder = Path(tempfile.mkdtemp(dir=parent))
            for left in own.folder.iterdir():
                left.unlink()
            (own.folder / "app.py").write_text("def handler(event, context): return event\n")
            chance = Chance(what, case)
            return [f"{mistake}\n{chance.replay}" for mistake in judge(chance, own.folder)]

        return [mistake for found in pool.map(one, range(count)) for mistake in found]


def spoil(chance, variables):
    for _ in range(chance.randint(1, 5)):
        name = chance.choice(VARIABLES)
        value = chance.any_bytes(60) if chance.random() < 0.3 else chance.spoiled(variables.get(name, b""))
        variables[name] = value.replace(b"\0", b"0")


def decoded(value):
    try:
        return value.decode()
    except UnicodeDecodeError:
        return None


class AnyBytes(unittest.TestCase):
    def test_any_bytes_in_any_variable(self):
        def judge(chance, folder):
            variables = dict(GOOD)
            spoil(chance, variables)
            variables.update(ANCHOR)
            result = run_step(variables, folder)
            # Whoever spoils the environment's JSON may make a name of its value.
            canary = ["s3cret-canary"] if variables[b"INPUT_ENVIRONMENT"] == GOOD[b"INPUT_ENVIRONMENT"] else []
            secrets = [decoded(value) for name, value in SECRETS.items() if variables[name] == value] + canary
            found = mistakes(result, secrets)
            for name, value in variables.items():
                text = name.decode().removeprefix("INPUT_").lower()
                if name.startswith(b"INPUT_") and decoded(value) is None and not result.blames(text):
                    found.append(f"{text} is not UTF-8, and no error says so")
            if not result.blames("timeout"):
                found.append("the error that was there before is lost")
            return found

        self.assertEqual(each("test_any_bytes_in_any_variable", 300, judge), [])

    def test_json_is_judged_as_python_judges_it(self):
        def judge(chance, folder):
            texts = {name: chance.spoiled(JSON, TOKENS).replace(b"\0", b"0") for name in ("payload", "expect")}
            variables = {f"INPUT_SMOKE-TEST-{name}".upper().encode(): text for name, text in texts.items()}
            result = run_step({**GOOD, **variables, **ANCHOR}, folder)
            found = mistakes(result, [])
            for name, data in texts.items():
                text = data.decode("utf-8", "replace").strip(WHITE_SPACE)
                said = [one.message for one in result.errors if one.cause == f"input smoke-test-{name}"]
                is_refused = any("JSON" in message or "too large" in message for message in said)
                if text and is_refused == is_accepted(text):
                    found.append(f"{text!r} is {'refused' if is_refused else 'taken'}: {said}")
            return found

        self.assertEqual(each("test_json_is_judged_as_python_judges_it", 250, judge), [])

    def test_any_bytes_in_any_argument(self):
        words = [b"deploy", b"plan", b"--alias", b"--alias=x", b"--environment={", b"-", b"--", b"--=", b"", b"--x"]

        def judge(chance, folder):
            arguments = [chance.choice(words) for _ in range(chance.randint(1, 4))]
            arguments = [one if chance.random() < 0.4 else chance.spoiled(one) for one in arguments]
            arguments = [one.replace(b"\0", b"0") for one in arguments]
            result = run_step({**GOOD, **ANCHOR}, folder, arguments)
            shown = [secret.decode() for secret in SECRETS.values() if secret.decode() in result.shown()]
            strangers = [one.line for one in result.log.commands if one.name not in ("error", "add-mask")]
            # Among letters behind one dash, h asks for help.
            may_be_help = any(one[:1] == b"-" and one[:2] != b"--" and b"h" in one for one in arguments)
            is_help = may_be_help and result.exit_code == 0 and "lockstep" in result.text
            is_refused = result.exit_code == 2 and result.errors
            is_fine = (is_refused or is_help) and not result.stderr and result.cpu_seconds < 1
            return [] if is_fine and not shown and not strangers else [f"{arguments}: {result}"]

        self.assertEqual(each("test_any_bytes_in_any_argument", 80, judge), [])


class LargeInputs(unittest.TestCase):
    """As large as Linux lets a variable be."""

    def test_the_largest_inputs_are_judged_in_a_moment(self):
        most = 131_000
        rows = {
            "members": b"{" + b",".join(b'"a%d":1' % number for number in range(9_000)) + b"}",
            "brackets": b"[" * most, "objects": b'{"a":' * (most // 5), "text": b'"' + b"x" * most,
            "marks": b"\xcc\x81" * (most // 2), "lines": b"\n" * most + b"x", "commas": b"a," * (most // 2),
            "numbers": b"[" + b"1," * (most // 2), "9": b"9" * most,
        }
        inputs = (
            "vpc-config", "environment", "tags", "layers", "smoke-test-payload", "image-uri", "version-description",
        )
        with tempfile.TemporaryDirectory(prefix="lockstep-bytes-") as folder:
            for row, data in rows.items():
                for name in inputs:
                    with self.subTest(row=row, input=name):
                        variables = {**GOOD, **ANCHOR, f"INPUT_{name.upper()}".encode(): data}
                        for left in Path(folder).iterdir():
                            left.unlink()
                        self.assertEqual(mistakes(run_step(variables, Path(folder)), []), [])


class OddFiles(unittest.TestCase):
    """Files for outputs that are none are an error under the variable's name, not a wait."""

    def test_an_output_file_that_is_none_is_an_error(self):
        with tempfile.TemporaryDirectory(prefix="lockstep-bytes-") as name:
            folder = Path(name)
            os.mkfifo(folder / "pipe")
            for path in (b"pipe", b".", b"nowhere/output", b"\xff", b"x" * 300, b"app.py/x"):
                for variable in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"):
                    with self.subTest(variable=variable, path=path):
                        result = run_step({**GOOD, variable.encode(): path}, folder)
                        self.assertEqual(result.exit_code, 2, result.text)
                        self.assertTrue(result.blames(variable), result.text)
                        self.assertEqual(len([one for one in result.errors if one.cause.startswith("var")]), 1)
                        self.assertFalse((folder / "\ufffd").exists())


if __name__ == "__main__":
    unittest.main()
