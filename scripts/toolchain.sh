#!/usr/bin/env bash
# Fetches the Swift that .swift-version names into .build/toolchain, once: Swift's own archive for this system and machine.
# Where it cannot be had, the reason is printed and the status is 3; an archive that Swift has not signed is an error.
# LOCKSTEP_SWIFT_DOWNLOADS and LOCKSTEP_SWIFT_KEYS name a mirror in place of Swift's server, and of its keys.
source "$(dirname "$0")/common.sh"

# As in Swift's own Dockerfiles: https://github.com/swiftlang/swift-docker/blob/main/6.3/debian/12/Dockerfile
downloads="${LOCKSTEP_SWIFT_DOWNLOADS:-https://download.swift.org}"
keys="${LOCKSTEP_SWIFT_KEYS:-https://www.swift.org/keys/all-keys.asc}"
signer=52BB7E3DE28A71BE22EC05FFEF80A866B47A981F # Swift 6.x Release Signing Key
os_release=/etc/os-release

version="$(cat .swift-version)"
toolchain="$(fetched_swift)"
work="$PWD/.build/toolchain/unfinished"

give_up() {
    echo "$*"
    exit "$cannot_be_had"
}

# shellcheck source=/dev/null
system() { (source "$os_release" && echo "${!1:-}") 2>/dev/null || true; }

# What Swift calls this system and machine; nothing if it has no archive for them.
platform() {
    local system suffix
    system="$(system ID)$(system VERSION_ID)"
    case "$(dpkg --print-architecture 2>/dev/null)" in
        amd64) suffix='' ;;
        arm64) suffix=-aarch64 ;;
        *) return 0 ;;
    esac
    case "$system" in debian12 | ubuntu22.04 | ubuntu24.04) echo "$system$suffix" ;; esac
}

install() { scripts/packages.sh "$@" >&2 2>"$work/log" || give_up "$(tail -n 1 "$work/log")"; }

# Arguments: what, as which file, and further options of curl's.
fetch() {
    local problem
    problem="$(curl --fail --location --connect-timeout 20 --speed-time 60 --speed-limit 1000 --write-out '%{errormsg}' \
        --output "$work/$2" "${@:3}" "$1")" || give_up "$1: $problem"
}

# Besides ours, gpg would take any other key that it was given, and one that has been revoked. That ours has expired since
# it signed is all right.
is_signed() {
    local gpg=(gpg --homedir "$work/gnupg" --batch --quiet --no-autostart) said
    mkdir -m 700 "$work/gnupg"
    "${gpg[@]}" --import "$work/keys" || return 1
    said="$("${gpg[@]}" --status-fd 1 --verify "$work/signature" "$work/archive")" || return 1
    grep -qE "^\[GNUPG:\] VALIDSIG .* $signer\$" <<<"$said" && ! grep -q '^\[GNUPG:\] REVKEYSIG ' <<<"$said"
}

get() {
    local platform archive bar=--silent
    platform="$(platform)"
    [ -n "$platform" ] || give_up "Swift has no archive for $(system PRETTY_NAME) on $(uname -m)"
    archive="$downloads/swift-$version-release/${platform//./}/swift-$version-RELEASE/swift-$version-RELEASE-$platform.tar.gz"

    say "Fetching Swift $version for $platform, about 1 GB" >&2
    # What is small comes first: where the server cannot be reached, nothing has been installed but these three.
    install ca-certificates curl gpg
    fetch "$archive.sig" signature --silent
    fetch "$keys" keys --silent --compressed
    install toolchain
    if [ -t 2 ]; then bar=--progress-bar; fi
    fetch "$archive" archive "$bar"
    is_signed 2>"$work/log" || die "$archive has not been signed by Swift (key $signer), so it was deleted unused." \
        "$(grep -v 'no gpg-agent running' "$work/log")"

    say "Unpacking it into $toolchain" >&2
    mkdir "$work/unpacked"
    tar --extract --gzip --file "$work/archive" --directory "$work/unpacked" --strip-components 1 --no-same-owner ||
        die "$archive could not be unpacked"
    rm -rf .build/toolchain/swift-*
    mv "$work/unpacked" "$toolchain"
}

# Whoever comes second waits, and finds it done. What an interrupted run has left is never taken for the whole.
mkdir -p .build/toolchain
exec 9>.build/toolchain/lock
flock 9
rm -rf "$work"
mkdir "$work"
trap 'rm -rf "$work"' EXIT

if [ -d "$toolchain" ]; then
    install toolchain
else
    if found="$(command -v swift)"; then
        said="$(swift --version 2>&1 | paste --serial --delimiters ' ')" || true
        notice "$found is not used: Swift $(least_swift) or newer is needed, and it says: $said"
    fi
    get
fi
PATH="$toolchain/usr/bin:$PATH"
swift_will_do || die "the Swift in $toolchain does not run: $(swift --version 2>&1 | tail -n 1)"
