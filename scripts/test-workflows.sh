#!/usr/bin/env bash
# Rehearses a release of the image that `make image` has built, and runs the examples with it. Arguments go to unittest, for
# example: -k rollback
source "$(dirname "$0")/common.sh"
scripts/packages.sh git docker-registry gh jq
scripts/venv.sh
if [ ! -x .build/venv/bin/act ]; then
    skip_or_fail "there is no act: the tests of the workflows are left out"
    exit 0
fi
scripts/docker-engine.sh
export LOCKSTEP_IMAGE="${LOCKSTEP_IMAGE:-lockstep}"
docker image inspect "$LOCKSTEP_IMAGE" >/dev/null 2>&1 || die "there is no image '$LOCKSTEP_IMAGE': run make image first"
[ -n "${LOCKSTEP_SIMULATOR:-}" ] || LOCKSTEP_SIMULATOR="$(scripts/simulator.sh)"
export LOCKSTEP_SIMULATOR

say "Rehearsing a release, and the examples"
PYTHONPATH=Tests/EndToEnd exec .build/venv/bin/python -B -m unittest discover --start-directory Tests/Workflows "$@"
