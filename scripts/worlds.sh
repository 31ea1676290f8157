#!/usr/bin/env bash
# Drives the whole program through simulated worlds. Without an argument: every world as far as they are few, one in a
# hundred of the others, and a thousand by chance. With a number: worlds by chance for so many minutes.
# Whatever breaks a promise is printed with the one command that plays it again.
source "$(dirname "$0")/common.sh"
use_swift "$@"

build_for_release --quiet --product lockstep-worlds
worlds=.build/release/lockstep-worlds
if [ "$#" -gt 0 ]; then exec "$worlds" soak --minutes "$1"; fi

seed="$(scripts/seed.sh)"
say "Every fault, every rival, every pair of faults, and more (seed $seed)"
"$worlds" exhaustive --every 100 --seed "$seed"
say "A thousand worlds by chance"
"$worlds" random --count 1000 --seed "$seed"
