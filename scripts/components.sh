#!/usr/bin/env bash
# Lists what others wrote of the image, one component a line: its kind, its name and its version, separated by tabs.
# To be run where the static program was built: the linker has written down there which libraries it took something from.
source "$(dirname "$0")/common.sh"
map=.build/static/lockstep.map
[ -f "$map" ] || die "there is no $map: build the static program first"

# Debian's names of its source packages, for it is those that its security notices are about.
package() { printf 'deb\t%s\t%s\n' "$(dpkg-query --show --showformat '${source:Package}' "$1")" \
    "$(dpkg-query --show --showformat '${source:Version}' "$1")"; }

# The linker names a file as it found it, which may be by a link that its package does not know.
libraries="$(grep -oE '[^ :()]+\.a\(' "$map" | tr -d '(' | sort -u)"
for library in $libraries; do
    case "$library" in
        *.build/static/libraries/lib/libcurl.a)
            printf 'deb\tcurl\t%s\n' "$(cat .build/static/libraries/debian-version)" ;;
        */swift_static/*)
            printf 'swift\tswift\t%s\n' "$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p')" ;;
        *)
            path="$(realpath "$library")"
            owner="$(dpkg --search "$path" 2>/dev/null || dpkg --search "${path#/usr}")"
            package "${owner%%:*}" ;;
    esac
done | sort -u
package bash-static
package ca-certificates
if grep -q '/ArgumentParser\.build/' "$map"; then
    # The versions that were resolved, as "identity" : "x" ... "version" : "1.2.3".
    sed -n '/"swift-argument-parser"/,/"version"/s/.*"version" : "\(.*\)".*/package\tswift-argument-parser\t\1/p' Package.resolved
fi
