# Read by the other scripts: one place for strictness, the root of the repository and how we speak.
# shellcheck shell=bash
set -euo pipefail
shopt -s inherit_errexit  # a failure within $(...) is one, too
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '==> %s\n' "$*"; }
notice() { printf 'NOTICE: %s\n' "$*" >&2; }
die() { printf 'ERROR: %s\n' "$*" >&2; exit 1; }

# With Swift's runtime inside, as in the image: calls into it cost less, and the worlds take a sixth less time.
build_for_release() { swift build -c release --static-swift-stdlib "$@"; }

version_file=Sources/Inputs/Command/LockstepVersion.swift
program_version() { sed -n 's/.*"\(.*\)".*/\1/p' "$version_file"; }

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
