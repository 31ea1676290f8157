#!/usr/bin/env bash
# Prints the seed of all tests by chance: LOCKSTEP_SEED, or else a number made from the commit, so that each commit tries
# something else, and the same one always the same.
source "$(dirname "$0")/common.sh"

if [ -n "${LOCKSTEP_SEED:-}" ]; then
    echo "$LOCKSTEP_SEED"
elif commit="$(git rev-parse HEAD 2>/dev/null)"; then
    echo "$((16#${commit:0:8}))"
else
    echo 1
fi
