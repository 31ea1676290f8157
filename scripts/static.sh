#!/usr/bin/env bash
# Builds the static program, .build/static/lockstep: one file that needs no other, for the image and for releases. The same
# commit, compiler and Debian packages give the same bytes, wherever and whenever (scripts/reproducible.sh proves it).
# The ordinary builds are left as they are.
source "$(dirname "$0")/common.sh"
use_swift "$@"
program=.build/static/lockstep
most_bytes=26000000

# Beside the program, lockstep.map tells of which libraries there is something in it.
build() {
    # Each object brings a hash of the path that it is written to (.swift_modhash), for which the program has no use.
    local script="$PWD/.build/static/link.ld"
    echo 'SECTIONS { /DISCARD/ : { *(.swift_modhash) } } INSERT AFTER .comment;' >"$script"
    # For size, which costs no time that could be measured: nearly all of a deployment is waiting.
    # Without debug information (which is stripped) there are no tables for debuggers either, which are not: 0.3 MB.
    local flags=(-c release --product lockstep --scratch-path .build/static/swift --static-swift-stdlib
        -debug-info-format none -Xswiftc -Osize
        -Xswiftc -static-executable -Xswiftc -DSTATIC_EXECUTABLE -Xswiftc -use-ld=lld -Xlinker --strip-all -Xlinker "$script"
        -Xlinker -Map=.build/static/lockstep.map -Xswiftc -file-prefix-map -Xswiftc "$PWD=.")
    # Here our libcurl is found, and not Debian's.
    export PKG_CONFIG_PATH="$PWD/.build/static/libraries/lib/pkgconfig"
    swift build "${flags[@]}"
    cp "$(swift build "${flags[@]}" --show-bin-path)/lockstep" "$program"
}

check() {
    local headers bytes version
    headers="$(LC_ALL=C readelf --wide --program-headers "$program")"
    if grep -qE '^ *(INTERP|DYNAMIC) ' <<<"$headers"; then die "$program is not static: it asks for other files"; fi
    bytes="$(stat --format %s "$program")"
    [ "$bytes" -le "$most_bytes" ] || die "$program has $bytes bytes; $most_bytes are the most"
    version="$(env -i "$program" --version)" || die "$program does not run"
    say "$program is static: $version, $bytes bytes"
}

scripts/packages.sh static
scripts/libcurl.sh
say "Building the static program"
read_stamp
build
check
