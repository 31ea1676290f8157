#!/bin/bash
# What the container starts, and the program from a clone: it puts the program in its own place, so that as PID 1 of the
# container that gets the runner's signals. In bash, because dash and busybox drop variables like INPUT_FUNCTION-NAME.
# The image has nothing but this shell, so everything here is built into it.
set -euo pipefail

here="${BASH_SOURCE[0]%/*}"
newest=""
for program in "$here/lockstep" "$here"/.build/{static,release,debug}/lockstep; do
    if [[ -f $program && -x $program ]] && [[ -z $newest || $program -nt $newest ]]; then newest="$program"; fi
done
if [[ -z $newest ]]; then
    echo "ERROR: Lockstep is not built here. Build it with: swift build -c release --product lockstep" >&2
    exit 127
fi
exec "$newest" "$@"
