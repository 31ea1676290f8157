#!/usr/bin/env bash
# What must hold before anything of a release is built. Argument: the tag, whose commit is to be checked out.
source "$(dirname "$0")/release-common.sh"
[ "$#" -eq 1 ] || die "usage: release-check.sh vX.Y.Z"
read_tag "$1"

version="$(program_version)"
[ "v$version" = "$tag" ] || die "the tag is $tag, but the program says that it is $version: change $version_file first"

# Whoever may push a tag could name a commit that nobody has reviewed.
commit="$(git rev-parse HEAD)"
branch="$(git ls-remote --symref origin HEAD | sed -n 's|^ref: refs/heads/\(.*\)\tHEAD$|\1|p')"
[ -n "$branch" ] || die "the server does not say what its default branch is"
git fetch --quiet origin "refs/heads/$branch"
git merge-base --is-ancestor "$commit" FETCH_HEAD || die "$commit is not on $branch: only what was merged is released"

tags="$(remote_tags)"
tagged="$(commit_of "$tag" "$tags")"
[ -n "$tagged" ] || die "$tag is not on the server"
[ "$tagged" = "$commit" ] || die "$tag stands at $tagged, not at $commit: it has been released already." \
    "Make a new version; if only the end of its release failed, re-run the jobs that failed, not all"
say "$tag is $commit, on $branch"
