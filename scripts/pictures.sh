#!/usr/bin/env bash
# Shows the summaries that are kept in Tests/Pictures/pages in a browser, and tests what is seen there; with `keep` it makes
# the pictures in docs anew.
source "$(dirname "$0")/common.sh"
scripts/packages.sh pictures
scripts/venv.sh
export LOCKSTEP_PICTURES="${1:-}"
"$(test_python)" -B -m unittest discover --start-directory Tests/Pictures
