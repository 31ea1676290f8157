#!/usr/bin/env bash
# Proves that the static program of the last commit is the same, byte for byte, wherever and whenever it is built: builds it
# in two clones whose folders, time zones, file modes and numbers of processors differ, and compares.
source "$(dirname "$0")/common.sh"
use_swift "$@"
scripts/packages.sh static

repository="$PWD"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

build() {
    local folder="$1"
    shift
    git clone --quiet "$repository" "$folder"
    "$@" "$folder/scripts/static.sh" >"$work/log" 2>&1 || { cat "$work/log"; die "the build in $folder failed"; }
}

commit="$(git rev-parse --short HEAD)"
say "Building $commit twice"
first="$work/a"
second="$work/another folder/with a longer name"
build "$first"
(
    umask 077
    build "$second" env TZ=Pacific/Auckland LC_ALL=C taskset --cpu-list 0
)

program=.build/static/lockstep
cmp "$first/$program" "$second/$program" || die "two builds of $commit differ"
say "Both are $(sha256sum "$first/$program" | cut -d ' ' -f 1)"
