#!/usr/bin/env bash
# Installs the system's packages that the build and the demonstration need, with the argument `tests` also what the tests
# need, with `static` what the static program is built from, with `image` what goes into the image besides, with
# `toolchain` what a fetched Swift needs, with `pictures` a browser; or else just those that are named. Installed are those that are missing, and
# nothing if none is.
source "$(dirname "$0")/common.sh"

is_installed() { [ "$(dpkg-query --show --showformat '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

dynamic=(libcurl4-openssl-dev libssl-dev libarchive-dev libexpat1-dev pkg-config)
static=(libssl-dev libarchive-dev libexpat1-dev nettle-dev libzstd-dev liblzma-dev libbz2-dev zlib1g-dev pkg-config
    gcc libc6-dev make dpkg-dev xz-utils debian-archive-keyring)
# What Swift's own images have (https://github.com/swiftlang/swift-docker), but for what only its debugger needs.
toolchain=(binutils g++ git libc6-dev libcurl4-openssl-dev libncurses-dev libsqlite3-dev libxml2-dev libz3-dev pkg-config
    tzdata unzip uuid-dev zlib1g-dev)
# Any Python will do; it need not be the system's. Only the tests need virtual environments.
case "${1:-}" in
    static) wanted=("${static[@]}") ;;
    image) wanted=("${static[@]}" bash-static ca-certificates) ;;
    toolchain) wanted=("${toolchain[@]}") ;;
    tests)
        wanted=("${dynamic[@]}" openssl curl gpg gpg-agent gcc libc6-dev unzip)
        python3 -c 'import ensurepip, venv' 2>/dev/null || wanted+=(python3 python3-venv)
        ;;
    pictures)
        wanted=(chromium fonts-liberation fonts-noto-color-emoji)
        # Ubuntu has a browser only as a snap, which no container can run.
        if ! grep -qx 'ID=debian' /etc/os-release; then exit 0; fi
        ;;
    '')
        wanted=("${dynamic[@]}")
        command -v python3 >/dev/null || wanted+=(python3)
        ;;
    *) wanted=("$@") ;;
esac

if ! command -v dpkg >/dev/null; then
    notice "this is no Debian or Ubuntu: please see to these yourself: ${wanted[*]}"
    exit 0
fi
missing=()
for package in "${wanted[@]}"; do
    is_installed "$package" || missing+=("$package")
done
[ "${#missing[@]}" -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "not root and no sudo: please install ${missing[*]}"
    as_root=(sudo)
fi
say "Installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
