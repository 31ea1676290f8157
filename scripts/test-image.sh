#!/usr/bin/env bash
# Builds the container image and tests it as GitHub's runner runs it, and as people do. With arguments, which go to
# unittest (-k cancelled), it tests the image that is there. LOCKSTEP_IMAGE is its name (lockstep).
source "$(dirname "$0")/common.sh"
export LOCKSTEP_IMAGE="${LOCKSTEP_IMAGE:-lockstep}"
scripts/packages.sh tests
scripts/venv.sh
python="$(test_python)"

if [ "$#" -eq 0 ]; then scripts/image.sh; fi
LOCKSTEP_SIMULATOR="$(scripts/simulator.sh)"
export LOCKSTEP_SIMULATOR

say "Testing the image $LOCKSTEP_IMAGE"
PYTHONPATH="$PWD/Tests/EndToEnd" "$python" -m unittest discover --start-directory Tests/Image "$@"
if [ "$#" -gt 0 ]; then exit 0; fi

say "Running end-to-end tests with the image in the program's place"
cd Tests/EndToEnd
"$python" -m unittest test_deployment test_rivals test_bad_input test_untrusted_text test_cancelling \
    test_ministack test_moto
