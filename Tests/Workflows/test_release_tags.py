"""What a release does to the repository: which tags are refused, what commit users get, and which tags move to it."""

import os
import shutil
import unittest

from helpers.repository import ROOT, Repository

IMAGE = "ghcr.io/octocat/lockstep@sha256:" + "0a" * 32
OTHER_IMAGE = "ghcr.io/octocat/lockstep@sha256:" + "0b" * 32


class ReleaseTest(unittest.TestCase):
    version = "1.2.3"

    def setUp(self):
        self.repository = Repository(self.version)
        self.addCleanup(self.repository.close)
        self.source = self.repository.git("rev-parse", "HEAD")

    def succeed(self, script, *arguments):
        done = self.repository.script(script, *arguments)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def refuse(self, reason, script, *arguments, **options):
        before = self.repository.tags()
        done = self.repository.script(script, *arguments, **options)
        self.assertNotEqual(done.returncode, 0, done.stdout)
        self.assertIn(reason, done.stderr)
        self.assertEqual(self.repository.tags(), before)

    def release(self, version, image=IMAGE):
        """A whole release, from the version's commit on."""
        commit = self.repository.commit_version(version)
        self.repository.tag(f"v{version}")
        self.succeed("release-check.sh", f"v{version}")
        self.succeed("release-tags.sh", f"v{version}", image)
        return commit


class BeforeAnythingIsBuilt(ReleaseTest):
    def test_a_tag_on_main_that_says_what_the_program_says_is_good(self):
        for annotated in (False, True):
            with self.subTest(annotated=annotated):
                self.repository.commit("Another")
                if not annotated:
                    self.repository.tag("v1.2.3")
                else:
                    self.repository.git("push", "--quiet", "origin", ":refs/tags/v1.2.3")
                    self.repository.tag("v1.2.3", annotated=True)
                self.succeed("release-check.sh", "v1.2.3")

    def test_what_is_no_version_is_refused(self):
        for tag in ("v1", "v1.2", "1.2.3", "v1.2.3.4", "v01.2.3", "v1.2.3-", "v1.2.3+4", "v1.2.3 x", "", "$(id)"):
            with self.subTest(tag):
                self.refuse("is no version", "release-check.sh", tag)

    def test_another_version_than_the_program_says_is_refused(self):
        self.repository.tag("v1.2.4")
        self.refuse("the program says that it is 1.2.3", "release-check.sh", "v1.2.4")

    def test_a_commit_that_is_not_on_the_default_branch_is_refused(self):
        self.repository.git("commit", "--quiet", "--allow-empty", "--message", "Never merged")
        self.repository.tag("v1.2.3")
        self.refuse("is not on main", "release-check.sh", "v1.2.3")

    def test_a_tag_that_has_gone_is_refused(self):
        self.refuse("is not on the server", "release-check.sh", "v1.2.3")

    def test_what_is_released_is_not_released_again(self):
        self.release("1.3.0")
        self.refuse("released already", "release-check.sh", "v1.3.0")

    def test_a_server_that_does_not_answer_is_a_failure(self):
        self.repository.tag("v1.2.3")
        self.repository.git("remote", "set-url", "origin", str(self.repository.server) + "-gone")
        for script in (["release-check.sh", "v1.2.3"], ["release-tags.sh", "v1.2.3", IMAGE]):
            self.assertNotEqual(self.repository.script(*script).returncode, 0)


class TheCommitThatUsersGet(ReleaseTest):
    def setUp(self):
        super().setUp()
        self.repository.tag("v1.2.3")
        self.succeed("release-tags.sh", "v1.2.3", IMAGE)
        self.released = self.repository.tags()["v1"]

    def test_its_action_names_the_image_and_is_else_the_same(self):
        before = (ROOT / "action.yml").read_text()
        after = self.repository.file(self.released, "action.yml") + "\n"
        self.assertEqual(after, before.replace("  image: Dockerfile\n", f"  image: docker://{IMAGE}\n"))
        self.assertNotEqual(after, before)

    def test_nothing_else_changes_but_that_there_are_no_workflows(self):
        changed = self.repository.git("diff", "--name-status", self.source, self.released).splitlines()
        workflows = [path.name for path in (ROOT / ".github/workflows").iterdir()]
        expected = ["M\taction.yml", *(f"D\t.github/workflows/{name}" for name in workflows)]
        self.assertEqual(sorted(changed), sorted(expected))

    def test_it_is_a_child_of_what_was_tagged_and_as_old_so_that_it_is_always_the_same(self):
        parents, date = self.repository.git("show", "--no-patch", "--format=%P%n%cI", self.released).splitlines()
        self.assertEqual(parents, self.source)
        self.assertEqual(date, self.repository.git("show", "--no-patch", "--format=%cI", self.source))

    def test_the_clone_is_left_as_it_was(self):
        self.assertEqual(self.repository.git("rev-parse", "HEAD"), self.source)
        self.assertEqual(self.repository.git("status", "--porcelain"), "")

    def test_a_second_run_changes_nothing(self):
        before = self.repository.tags()
        self.succeed("release-tags.sh", "v1.2.3", IMAGE)
        self.assertEqual(self.repository.tags(), before)

    def test_another_image_is_refused(self):
        self.refuse("neither at its source", "release-tags.sh", "v1.2.3", OTHER_IMAGE)


class TheTags(ReleaseTest):
    def test_both_move_to_the_release(self):
        commit = self.release("1.3.0")
        tags = self.repository.tags()
        self.assertEqual(tags["v1.3.0"], tags["v1"])
        self.assertNotEqual(tags["v1"], commit)

    def test_an_annotated_tag_moves_too(self):
        self.repository.tag("v1.2.3", annotated=True)
        self.succeed("release-tags.sh", "v1.2.3", IMAGE)
        self.assertEqual(set(self.repository.tags()), {"v1.2.3", "v1"})
        self.assertEqual(self.repository.tags()["v1.2.3"], self.repository.tags()["v1"])

    def test_the_next_release_takes_the_major_tag_and_leaves_the_last_one(self):
        self.release("1.9.0")
        nine = self.repository.tags()["v1.9.0"]
        self.release("1.10.0")
        tags = self.repository.tags()
        self.assertEqual((tags["v1"], tags["v1.9.0"]), (tags["v1.10.0"], nine))

    def test_an_older_version_does_not_take_the_major_tag_back(self):
        self.release("1.10.0")
        self.release("1.9.1")
        tags = self.repository.tags()
        self.assertEqual(tags["v1"], tags["v1.10.0"])
        self.assertNotEqual(tags["v1.9.1"], tags["v1"])

    def test_a_newer_version_whose_release_failed_holds_nobody_up(self):
        self.release("1.3.0")
        self.repository.commit_version("1.4.0")
        self.repository.tag("v1.4.0")
        self.release("1.3.1")
        self.assertEqual(self.repository.tags()["v1"], self.repository.tags()["v1.3.1"])

    def test_a_pre_release_moves_its_own_tag_only(self):
        self.release("1.3.0")
        last = self.repository.tags()["v1"]
        self.release("2.0.0-rc.1")
        self.release("1.4.0-rc.1")
        tags = self.repository.tags()
        self.assertEqual(tags["v1"], last)
        self.assertNotIn("v2", tags)
        self.assertIn(IMAGE, self.repository.file(tags["v2.0.0-rc.1"], "action.yml"))

    def test_another_major_version_has_a_tag_of_its_own(self):
        self.release("1.3.0")
        last = self.repository.tags()["v1"]
        self.release("10.0.0")
        self.release("2.0.0")
        tags = self.repository.tags()
        self.assertEqual((tags["v1"], tags["v2"], tags["v10"]), (last, tags["v2.0.0"], tags["v10.0.0"]))

    def test_no_tag_moves_if_one_cannot(self):
        self.repository.tag("v1.2.3")
        hook = self.repository.server / "hooks/update"
        hook.write_text('#!/bin/sh\n[ "$1" != refs/tags/v1 ]\n')
        hook.chmod(0o755)
        self.refuse("v1", "release-tags.sh", "v1.2.3", IMAGE)

    def test_a_tag_that_somebody_moved_is_not_taken(self):
        self.repository.tag("v1.2.3")
        self.repository.commit("Somebody else's")
        self.repository.git("push", "--quiet", "--force", "origin", "HEAD:refs/tags/v1.2.3")
        self.repository.git("checkout", "--quiet", self.source)
        self.refuse("neither at its source", "release-tags.sh", "v1.2.3", IMAGE)

    def test_a_tag_that_moves_in_between_is_not_overwritten(self):
        self.repository.tag("v1.2.3")
        self.repository.tag("v1")
        rival = self.repository.commit("A rival's release")
        self.repository.git("checkout", "--quiet", self.source)
        git = shutil.which("git")
        # Whoever pushes finds that somebody has pushed a moment before.
        stand_in = self.repository.path.parent / "git"
        stand_in.write_text(
            f'#!/bin/sh\n[ "$1" != push ] || {git} push --quiet --force origin {rival}:refs/tags/v1\nexec {git} "$@"\n')
        stand_in.chmod(0o755)
        path = f"{stand_in.parent}:{os.environ['PATH']}"
        done = self.repository.script("release-tags.sh", "v1.2.3", IMAGE, env={"PATH": path})
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("stale info", done.stderr)
        self.assertEqual(self.repository.tags(), {"v1.2.3": self.source, "v1": rival})

    def test_an_image_without_a_digest_is_refused(self):
        self.repository.tag("v1.2.3")
        for image in ("ghcr.io/octocat/lockstep:v1.2.3", "lockstep@sha256:" + "0a" * 32, IMAGE[:-1], IMAGE + "\n  x: y"):
            with self.subTest(image):
                self.refuse("names no image by its digest", "release-tags.sh", "v1.2.3", image)

    def test_an_action_that_names_no_dockerfile_is_refused(self):
        action = self.repository.path / "action.yml"
        action.write_text(action.read_text().replace("image: Dockerfile", "image: other/Dockerfile"))
        self.repository.commit("Another Dockerfile")
        self.repository.tag("v1.2.3")
        self.refuse("does not have the line", "release-tags.sh", "v1.2.3", IMAGE)


if __name__ == "__main__":
    unittest.main()
