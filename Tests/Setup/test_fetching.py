"""Where there is no Swift, Swift's own is fetched, once, and whole or not at all."""

import os
import signal
import unittest

from helpers.downloads import archive
from helpers.testcase import SetupTest

RELEASE = "/swift-6.3.1-release"


class WithoutSwift(SetupTest):
    def test_it_is_fetched_and_used(self):
        self.demo()
        name = f"{RELEASE}/debian12/swift-6.3.1-RELEASE/swift-6.3.1-RELEASE-debian12.tar.gz"
        self.assertEqual(self.downloads.requests, [f"{name}.sig", "/keys.asc", name])
        self.assertEqual(self.machine.toolchains, ["swift-6.3.1"])
        calls = self.machine.tree / ".build/toolchain/swift-6.3.1/usr/bin/calls"
        self.assertEqual(calls.read_text().splitlines(), [
            "build --quiet --product lockstep", "build --quiet --product lockstep-simulator"])

    def test_it_is_fetched_once(self):
        self.demo()
        self.downloads.requests.clear()
        done = self.demo()
        self.assertEqual((self.downloads.requests, done.stderr), ([], ""))

    def test_two_at_a_time_fetch_it_once(self):
        started = [self.machine.start("make", "demo") for _ in range(2)]
        for process in started:
            process.communicate(timeout=60)
        self.assertEqual([process.returncode for process in started], [0, 0])
        self.assertEqual(len(self.downloads.requests), 3)

    def test_each_system_and_machine_has_its_own(self):
        for system, architecture, folder, name in [
            (("debian", "12"), "arm64", "debian12-aarch64", "debian12-aarch64"),
            (("ubuntu", "22.04"), "amd64", "ubuntu2204", "ubuntu22.04"),
            (("ubuntu", "24.04"), "arm64", "ubuntu2404-aarch64", "ubuntu24.04-aarch64"),
        ]:
            with self.subTest(name):
                self.downloads.requests.clear()
                self.machine = self.new_machine(system, architecture)
                self.assertEqual(self.machine.run("scripts/toolchain.sh").returncode, 0)
                self.assertEqual(
                    self.downloads.requests[-1],
                    f"{RELEASE}/{folder}/swift-6.3.1-RELEASE/swift-6.3.1-RELEASE-{name}.tar.gz")

    def test_what_it_needs_is_installed_too(self):
        self.machine.needs("curl", "gpg", "g++", "libsqlite3-dev", "libarchive-dev")
        self.demo()
        install = "apt-get install -y -qq --no-install-recommends"
        self.assertEqual(self.machine.installed, [
            f"{install} curl gpg", f"{install} g++ libsqlite3-dev", f"{install} libarchive-dev"])

    def test_a_new_version_takes_the_place_of_the_old_one(self):
        old = self.machine.tree / ".build/toolchain/swift-6.2.1"
        old.mkdir(parents=True)
        self.demo()
        self.assertEqual(self.machine.toolchains, ["swift-6.3.1"])


class WithSomeSwift(SetupTest):
    def test_one_that_is_new_enough_is_used(self):
        for says in ("Swift version 6.1 (swift-6.1-RELEASE)", "Apple Swift version 6.10.2", "Swift version 7.0-dev (x)"):
            with self.subTest(says):
                self.machine.has_swift(says)
                # It builds nothing, so there is nothing more to see of it.
                self.assertEqual(self.machine.run("scripts/demo.sh").stdout, "==> Building Lockstep and its simulator\n")
        self.assertEqual((self.downloads.requests, self.machine.toolchains), ([], []))

    def test_one_that_is_too_old_or_another_program_is_not_and_that_is_said_once(self):
        for says in ("Swift version 6.0.3 (swift-6.0.3-RELEASE)", "Swift version 5.10", "python-swiftclient 4.1.0"):
            with self.subTest(says):
                self.machine = self.new_machine()
                self.machine.has_swift(says)
                notices = [line for line in self.demo().stderr.splitlines() if line.startswith("NOTICE")]
                self.assertEqual(len(notices), 1, notices)
                self.assertTrue(notices[0].endswith(f"Swift 6.1 or newer is needed, and it says: {says}"), notices[0])
                self.assertNotIn("NOTICE", self.demo().stderr)

    def test_one_that_comes_later_is_used_again(self):
        self.demo()
        self.machine.has_swift("Swift version 6.4 (swift-6.4-RELEASE)")
        self.assertEqual(self.machine.run("scripts/demo.sh").returncode, 1)
        calls = self.machine.tree / ".build/toolchain/swift-6.3.1/usr/bin/calls"
        self.assertEqual(len(calls.read_text().splitlines()), 2)


class WhatIsNotWhole(SetupTest):
    def test_a_download_that_breaks_off_leaves_nothing(self):
        self.downloads.cut_at = 50
        self.assertRegex(self.refuse(), r"\.tar\.gz: (transfer closed|end of response) with \d+ bytes")
        self.assertEqual(self.machine.toolchains, [])
        self.downloads.cut_at = None
        self.demo()

    def test_a_run_that_is_killed_leaves_nothing_that_is_used(self):
        self.downloads.cut_at, self.downloads.stalls = 50, True
        process = self.machine.start("make", "demo")
        self.assertTrue(self.downloads.stalled.wait(30))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=30)
        self.assertEqual(self.machine.toolchains, ["unfinished"])
        self.downloads.cut_at, self.downloads.stalls = None, False
        self.demo()
        self.assertEqual(self.machine.toolchains, ["swift-6.3.1"])

    def test_an_archive_that_cannot_be_unpacked_leaves_nothing(self):
        self.downloads.archive = archive()[:-20]
        self.downloads.signature = self.signer.sign(self.downloads.archive)
        done = self.machine.run("make", "demo")
        self.assertIn("could not be unpacked", done.stderr)
        self.assertEqual(self.machine.toolchains, [])

    def test_one_that_does_not_run_is_an_error_that_says_why(self):
        self.downloads.archive = archive("#!/bin/sh\necho 'libxml2.so.2: cannot open' >&2\nexit 127\n")
        self.downloads.signature = self.signer.sign(self.downloads.archive)
        for _ in range(2):
            self.assertRegex(self.refuse(), r"swift-6\.3\.1 does not run: libxml2\.so\.2: cannot open")


if __name__ == "__main__":
    unittest.main()
