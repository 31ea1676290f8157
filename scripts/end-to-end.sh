#!/usr/bin/env bash
# The end-to-end tests alone, on what is built. Arguments go to unittest, for example: -k rival
source "$(dirname "$0")/common.sh"
python=python3
[ -f .build/venv/installed.txt ] && python=.build/venv/bin/python

program=.build/release/lockstep
[ -x "$program" ] || program=.build/debug/lockstep
export LOCKSTEP_BINARY="${LOCKSTEP_BINARY:-$PWD/$program}"
export LOCKSTEP_SIMULATOR="${LOCKSTEP_SIMULATOR:-$PWD/.build/debug/lockstep-simulator}"
exec "$python" -m unittest discover --start-directory Tests/EndToEnd "$@"
