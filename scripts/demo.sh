#!/usr/bin/env bash
# Builds what the demonstration needs, and no more, and shows it.
source "$(dirname "$0")/common.sh"
use_swift "$@"
scripts/packages.sh

say "Building Lockstep and its simulator"
for product in lockstep lockstep-simulator; do swift build --quiet --product "$product"; done
exec "$(test_python)" scripts/demo.py
