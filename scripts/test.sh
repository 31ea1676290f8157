#!/usr/bin/env bash
# All tests, the quick and general ones first; a failure of those by chance is repeated with LOCKSTEP_SEED. The end-to-end
# tests run the release build, as users do.
source "$(dirname "$0")/common.sh"
use_swift "$@"
scripts/lint.sh
say "Testing the set-up of a machine that has no Swift"
"$(test_python)" -B -m unittest discover --start-directory Tests/Setup
LOCKSTEP_SEED="$(scripts/seed.sh)"
export LOCKSTEP_SEED

say "Building"
swift build --build-tests
say "Running the unit tests"
# Backtraces of errors that are caught again cost more than the tests themselves.
SWT_SWIFT_ERROR_BACKTRACING_ENABLED=0 swift test --skip-build
say "Showing summaries in a browser"
scripts/pictures.sh
say "Building for release"
# The worlds first: they hold nearly all of the program, and more that is compiled beside it.
build_for_release --product lockstep-worlds
build_for_release --product lockstep
say "Running the end-to-end tests"
scripts/end-to-end.sh
scripts/worlds.sh
