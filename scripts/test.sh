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
# A build for release compiles one module after the other, mostly with one core, so it goes on beside the tests. The worlds
# hold nearly all of the program, and more that is compiled beside it.
log=.build/release.log
set -m  # a group of its own, so that it can be ended as a whole
build_for_release --product lockstep-worlds >"$log" 2>&1 &
set +m
building=$!
trap 'kill -- "-$building" 2>/dev/null || true' EXIT
say "Running the unit tests"
# Not by `swift test`, which waits until nobody else builds. Backtraces of errors that are caught again cost more than the
# tests themselves.
SWT_SWIFT_ERROR_BACKTRACING_ENABLED=0 .build/debug/lockstepPackageTests.xctest --testing-library swift-testing
say "Walking AWS's own model of Lambda"
"$(test_python)" -B -m unittest discover --start-directory Tests/Model
say "Showing summaries in a browser"
scripts/pictures.sh
say "Building for release"
wait "$building" || { cat "$log"; exit 1; }
trap - EXIT
build_for_release --product lockstep
say "Running the end-to-end tests, whose time is waiting, mostly, and the worlds beside them, with what is left"
log=.build/worlds.log
set -m
nice -n 19 scripts/worlds.sh >"$log" 2>&1 &
set +m
worlds=$!
trap 'kill -- "-$worlds" 2>/dev/null || true' EXIT
scripts/end-to-end.sh
wait "$worlds" || { cat "$log"; exit 1; }
trap - EXIT
cat "$log"
say "Measuring, with nothing beside"
scripts/end-to-end.sh --pattern test_figures.py
