#!/usr/bin/env bash
# Plants each bug of Tests/Mutants in a copy of this tree and demands that a test fails. Arguments: names, to try only some.
source "$(dirname "$0")/common.sh"
use_swift "$@"
scripts/packages.sh
exec python3 -B scripts/mutants.py "$@"
