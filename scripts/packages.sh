#!/usr/bin/env bash
# Installs the system's packages that the build and the demonstration need, and with the argument `tests` also what the
# tests need: those that are missing, and nothing if none is.
source "$(dirname "$0")/common.sh"

is_installed() { dpkg -s "$1" 2>/dev/null | grep -q '^Status: install ok installed$'; }

wanted=(libcurl4-openssl-dev libssl-dev libarchive-dev pkg-config)
# Any Python will do; it need not be the system's. Only the tests need virtual environments.
if [ "${1:-}" = tests ]; then
    python3 -c 'import ensurepip, venv' 2>/dev/null || wanted+=(python3 python3-venv)
else
    command -v python3 >/dev/null || wanted+=(python3)
fi

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
