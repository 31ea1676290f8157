#!/usr/bin/env bash
# Builds the static program, .build/static/lockstep: one file that needs no other, for the image and for releases.
# The ordinary builds are left as they are.
source "$(dirname "$0")/common.sh"
scripts/packages.sh static
scripts/libcurl.sh

say "Building the static program"
# Debian's libcurl and its like must not be found first.
export PKG_CONFIG_PATH="$PWD/.build/static/libraries/lib/pkgconfig"
flags=(-c release --product lockstep --scratch-path .build/static/swift --static-swift-stdlib
    -Xswiftc -static-executable -Xswiftc -use-ld=lld -Xlinker -s -Xlinker -Map=.build/static/lockstep.map
    -Xswiftc -file-prefix-map -Xswiftc "$PWD=.")
swift build "${flags[@]}"
cp "$(swift build "${flags[@]}" --show-bin-path)/lockstep" .build/static/lockstep
