# Read by the other scripts: one place for strictness, the root of the repository and how we speak.
# shellcheck shell=bash
set -euo pipefail
shopt -s inherit_errexit  # a failure within $(...) is one, too
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '==> %s\n' "$*"; }
notice() { printf 'NOTICE: %s\n' "$*" >&2; }
die() { printf 'ERROR: %s\n' "$*" >&2; exit 1; }

# The oldest Swift that Package.swift accepts, and the one that is fetched where this machine has none that will do.
least_swift() { sed -n '1s/.*swift-tools-version: *//p' Package.swift; }
fetched_swift() { echo "$PWD/.build/toolchain/swift-$(cat .swift-version)"; }

swift_will_do() {
    local version
    version="$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p')"
    [ -n "$version" ] && printf '%s\n' "$(least_swift)" "$version" | sort --version-sort --check=quiet
}
if [ -d .build/toolchain ] && [ -d "$(fetched_swift)" ] && ! swift_will_do; then
    PATH="$(fetched_swift)/usr/bin:$PATH"
fi

# Called with its arguments by every script that needs Swift, before it does anything: where this machine has none,
# one is fetched, or else the script is run in a container that has one.
use_swift() {
    local why status=0
    if swift_will_do; then return; fi
    why="$(scripts/toolchain.sh)" || status=$?
    case "$status" in
        0) PATH="$(fetched_swift)/usr/bin:$PATH" ;;
        "$cannot_be_had") exec scripts/container.sh "$why" "scripts/${0##*/}" "$@" ;;
        *) exit "$status" ;;
    esac
}
cannot_be_had=3

# With Swift's runtime inside, as in the image: calls into it cost less, and the worlds take a sixth less time.
build_for_release() { swift build -c release --static-swift-stdlib "$@"; }

version_file=Sources/Inputs/Command/LockstepVersion.swift
program_version() { sed -n 's/.*"\(.*\)".*/\1/p' "$version_file"; }

# What the program tells of itself (Package.swift): the commit and its date, in UTC. Where they are not given they are this
# repository's, unless what is built differs from it: then nobody knows them.
read_stamp() {
    if [ -z "${LOCKSTEP_COMMIT:-}" ] && git diff --quiet HEAD -- Sources Package.swift 2>/dev/null; then
        LOCKSTEP_COMMIT="$(git rev-parse HEAD)"
        LOCKSTEP_DATE="$(TZ=UTC0 git show --no-patch --date=format-local:%Y-%m-%d --format=%cd HEAD)"
    fi
    export LOCKSTEP_COMMIT="${LOCKSTEP_COMMIT:-}" LOCKSTEP_DATE="${LOCKSTEP_DATE:-}"
}

# The same for an image.
stamp_arguments() {
    read_stamp
    stamp_arguments=(--build-arg LOCKSTEP_COMMIT="$LOCKSTEP_COMMIT" --build-arg LOCKSTEP_DATE="$LOCKSTEP_DATE")
}

# The image that the Dockerfile builds in.
dockerfile_base() { sed -n 's/^ARG BASE=//p' Dockerfile; }

# The Python that has the tests' tools, or else any.
test_python() {
    if [ -f .build/venv/installed.txt ]; then echo "$PWD/.build/venv/bin/python"; else echo python3; fi
}

# Where tests may be left out at home, they may not be in continuous integration.
skip_or_fail() {
    if [ "${CI:-}" = true ]; then die "$* (and CI=true, so nothing may be skipped)"; fi
    notice "$*"
}
