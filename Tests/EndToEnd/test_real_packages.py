"""Packages as pip, npm, compilers and jar make them: what is meant arrives, nothing is wrong with it, and Python's bytecode
is good whatever dates its files get."""

import base64
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

from support.testcase import SimulatorTest, only_where

ROLE = "arn:aws:iam::123456789012:role/orders"
# Certificates and a file named id_token.py that are no secrets, libraries for all platforms, and compiled modules.
# (Of numpy the newest that this Python takes.)
REQUIREMENTS = ["certifi==2026.5.20", "google-auth==2.63.0", "debugpy==1.8.22", "numpy"]
IMPORTS = "import app, certifi, google.auth.credentials, google.oauth2.id_token, debugpy"
# In the tests' own Python, whose version the packages were compiled for.
IMPORTS_HERE = f"{IMPORTS}, numpy, numpy.linalg"
APP = "import json\n\n\ndef handler(event, context):\n    return [json.dumps(one) for one in (lambda x: x)(event)]\n"
RUNTIME = f"python{sys.version_info.major}.{sys.version_info.minor}"
SYSTEM_PYTHON = "/usr/bin/python3"


def tree(folder: Path) -> dict[str, tuple]:
    """Each file with its content and whether it may be run, each link with its target; without Python's bytecode."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = ("link", os.readlink(path))
        elif path.is_file() and not name.endswith(".pyc"):
            found[name] = ("file", path.read_bytes(), bool(path.stat().st_mode & stat.S_IXUSR))
    return found


def bytecode(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.pyc")}


def unpack_by_python(package: Path, folder: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        for entry in archive.infolist():
            target, mode = folder / entry.filename, entry.external_attr >> 16
            target.parent.mkdir(parents=True, exist_ok=True)
            if stat.S_ISLNK(mode):
                os.symlink(archive.read(entry), target)
            elif entry.is_dir():
                target.mkdir(exist_ok=True)
            else:
                target.write_bytes(archive.read(entry))
                target.chmod(stat.S_IMODE(mode))


def unpack_by_unzip(package: Path, folder: Path) -> None:
    subprocess.run(["unzip", "-q", package, "-d", folder], check=True)


class RealPackage(SimulatorTest):
    options = ("--update-seconds", "0.05")

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="lockstep-real-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)

    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory(prefix="lockstep-unpacked-")
        self.addCleanup(folder.cleanup)
        self.here = Path(folder.name)

    def create(self, function: str, package: dict, runtime: str, handler: str, **others):
        """The function is created, and nothing is wrong with the package."""
        self.proxy.forget()
        inputs = {
            "function-name": function, "code-artifacts-dir": "", **package, "role": ROLE, "runtime": runtime,
            "handler": handler, **others,
        }
        result = self.deploy(inputs)
        self.assert_outcome(result, "deployed")
        self.assertEqual((result.messages("error"), result.messages("warning")), ([], []), result.story())
        return result

    def sent(self) -> Path:
        """The zip as it was sent last."""
        bodies = [json.loads(call.body) for call in self.proxy.calls if call.operation == "CreateFunction"]
        package = self.here / "sent.zip"
        package.write_bytes(base64.b64decode(bodies[-1]["Code"]["ZipFile"]))
        return package

    def unpacked(self) -> list[Path]:
        """The zip as it was sent, unpacked by two tools that know nothing of each other."""
        package, folders = self.sent(), []
        for unpack in (unpack_by_python, unpack_by_unzip):
            folder = self.here / unpack.__name__
            folder.mkdir()
            unpack(package, folder)
            folders.append(folder)
        return folders


class PythonPackage(RealPackage):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for name in ("one", "two"):
            target = cls.folder / name
            pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-warn-script-location"]
            installed = subprocess.run([*pip, "-t", target, *REQUIREMENTS], capture_output=True, text=True)
            if installed.returncode != 0 and os.environ.get("CI") != "true":
                raise unittest.SkipTest("pip can install nothing here")
            unittest.TestCase().assertEqual(installed.returncode, 0, installed.stderr)
            (target / "app.py").write_text(APP)
            subprocess.run([sys.executable, "-m", "compileall", "-q", target / "app.py"], check=True)

    def test_two_installations_are_one_package_and_its_bytecode_is_good_at_any_time(self):
        digests = []
        for name in ("one", "two"):
            result = self.create(name, {"code-artifacts-dir": str(self.folder / name)}, RUNTIME, "app.handler")
            digests.append(result.outputs["code-sha256"])
        self.assertEqual(digests[0], digests[1])
        for folder in self.unpacked():
            self.assertEqual(tree(folder), tree(self.folder / "two"))
            self.assert_bytecode_is_used(folder, sys.executable, IMPORTS_HERE)
        again = self.deploy({"function-name": "two", "code-artifacts-dir": str(self.folder / "one")})
        self.assert_outcome(again, "unchanged")

    @only_where(Path(SYSTEM_PYTHON).exists(), "there is no other Python")
    def test_the_bytecode_of_the_systems_python_is_good_as_well(self):
        package = self.here / "package"
        shutil.copytree(self.folder / "one", package, ignore=shutil.ignore_patterns("__pycache__", "numpy*"))
        subprocess.run([SYSTEM_PYTHON, "-m", "compileall", "-q", package], check=True)
        self.create("system", {"code-artifacts-dir": str(package)}, RUNTIME, "app.handler")
        for folder in self.unpacked():
            self.assert_bytecode_is_used(folder, SYSTEM_PYTHON, IMPORTS)

    def assert_bytecode_is_used(self, folder: Path, python: str, imports: str) -> None:
        before = bytecode(folder)
        self.assertGreater(len(before), 100)
        for number, path in enumerate(folder.rglob("*")):
            if not path.is_symlink():
                os.utime(path, (number, 1_000_000_000 + number))
        program = f"import sys; sys.path.insert(0, {str(folder)!r}); {imports}; app.handler([1], None)"
        ended = subprocess.run([python, "-v", "-c", program], capture_output=True, text=True)
        self.assertEqual(ended.returncode, 0, ended.stderr[-2_000:])
        told = [line for line in ended.stderr.splitlines() if str(folder) in line]
        self.assertEqual([line for line in told if line.startswith(("# wrote", "# code object from"))
                          and ".pyc'" not in line], [])
        self.assertTrue(any(line.startswith("# code object from") for line in told))
        self.assertEqual(bytecode(folder), before)


class OtherPackages(RealPackage):
    def test_npm_with_prebuilds_links_and_a_module_for_each_platform(self):
        program = (self.compile("int main(void) { return 0; }", "program")).read_bytes()
        mac, windows = b"\xcf\xfa\xed\xfe" + bytes(60), b"MZ" + bytes(58) + b"\x40\0\0\0PE\0\0" + bytes(20)
        package = self.here / "package"
        files = {
            "index.mjs": b"export const handler = async () => 1;\n", "package.json": b'{"type": "module"}',
            "node_modules/fast/package.json": b"{}", "node_modules/fast/bin/cli.js": b"#!/usr/bin/env node\r\n",
            "node_modules/fast/prebuilds/darwin-x64+arm64/fast.node": mac,
            "node_modules/fast/prebuilds/linux-x64/node.napi.glibc.node": program,
            "node_modules/fast/prebuilds/linux-x64/node.napi.musl.node": program,
            "node_modules/fast/prebuilds/win32-x64/node.napi.node": windows,
            "node_modules/@img/sharp-linux-x64/lib/sharp-linux-x64.node": program,
            "node_modules/@img/sharp-darwin-arm64/lib/sharp-darwin-arm64.node": mac,
            "node_modules/tls/test/server.key": b"-----BEGIN PRIVATE KEY-----\n", "node_modules/tls/.npmrc": b"a=b\n",
        }
        for name, content in files.items():
            (package / name).parent.mkdir(parents=True, exist_ok=True)
            (package / name).write_bytes(content)
        (package / "node_modules/fast/bin/cli.js").chmod(0o755)
        (package / "node_modules/.bin").mkdir()
        os.symlink("../fast/bin/cli.js", package / "node_modules/.bin/fast")
        self.create("npm", {"code-artifacts-dir": str(package)}, "nodejs22.x", "index.handler")
        for folder in self.unpacked():
            self.assertEqual(tree(folder), tree(package))

    @only_where(shutil.which("gcc") is not None, "there is no compiler")
    def test_a_compiled_bootstrap_that_an_artifact_has_lost_the_bit_of(self):
        package = self.here / "package"
        package.mkdir()
        shutil.copy(self.compile("int main(void) { return 7; }", "bootstrap"), package)
        (package / "bootstrap").chmod(0o644)
        result = self.create("native", {"code-artifacts-dir": str(package)}, "provided.al2023", "any")
        self.assertIn("is packaged with bootstrap made executable", result.story())
        for folder in self.unpacked():
            self.assertEqual(subprocess.run([folder / "bootstrap"]).returncode, 7)
        arm = {"function-name": "arm", "code-artifacts-dir": str(package), "role": ROLE, "handler": "any"}
        refused = self.deploy({**arm, "runtime": "provided.al2023", "architectures": "arm64"})
        self.assertIn("bootstrap is a program for x86_64, and the function runs on arm64", refused.story())
        self.assertEqual(self.simulator.function("arm"), {})

    def test_a_jar_with_its_classes_and_the_libraries_of_all_platforms(self):
        jar = self.here / "orders.jar"
        with zipfile.ZipFile(jar, "w", zipfile.ZIP_DEFLATED) as archive:
            # As jar writes it: nothing is said of modes.
            for name, content in {
                "META-INF/MANIFEST.MF": b"Manifest-Version: 1.0\n", "com/example/Orders.class": b"\xca\xfe\xba\xbe\0\0\0=",
                "com/sun/jna/linux-x86-64/libjnidispatch.so": b"\x7fELF\2\1\1" + bytes(11) + b"\x3e\0",
                "com/sun/jna/darwin-aarch64/libjnidispatch.dylib": b"\xcf\xfa\xed\xfe" + bytes(60),
            }.items():
                entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
                entry.create_system, entry.external_attr = 0, 0x20
                archive.writestr(entry, content)
        self.create("jar", {"zip-file": str(jar)}, "java21", "com.example.Orders::handle")
        self.assertEqual(self.sent().read_bytes(), jar.read_bytes())
        library = self.here / "library"
        (library / "lib").mkdir(parents=True)
        shutil.copy(jar, library / "lib")
        self.create("library", {"code-artifacts-dir": str(library)}, "java21", "com.example.Orders")
        with zipfile.ZipFile(self.here / "nested.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(jar, "lib/orders.jar")
        self.create("nested", {"zip-file": str(self.here / "nested.zip")}, "java21", "com.example.Orders::handle")

    def compile(self, source: str, name: str) -> Path:
        (self.here / "source.c").write_text(source)
        subprocess.run(["gcc", "-static", "-o", self.here / name, self.here / "source.c"], check=True)
        return self.here / name


if __name__ == "__main__":
    unittest.main()
