#!/usr/bin/env bash
# Sees to it that the image is there which the Dockerfile builds from (argument: its name): pulls it, and where nothing
# can be pulled, makes one of the same name from Debian's packages and the Swift toolchain of this machine, so that the
# very same Dockerfile can be built.
source "$(dirname "$0")/common.sh"
image="${1:-$(dockerfile_base)}"
# What the official image installs, and what those packages recommend.
packages=(binutils-gold ca-certificates gcc git libc6-dev libcurl4-openssl-dev libedit-dev libicu-dev libncurses-dev
    libpython3-dev libsqlite3-dev libstdc++-12-dev libxml2-dev pkg-config tzdata uuid-dev)
# Much of a toolchain serves editors, debuggers and other machines; no build misses it.
unused='^usr/(bin/(.*lldb.*|clangd|docc|sourcekit-lsp)$|lib/liblldb|lib/libsourcekitd|lib/swift/embedded/)'

scripts/docker-engine.sh
is_there() { docker image inspect "$image" >/dev/null 2>&1; }
if is_there; then exit 0; fi
# Docker itself gives up after half a minute on a registry that does not answer; this is for one that stops half-way.
say "Pulling $image"
if timeout 900 docker pull --quiet "$image"; then exit 0; fi

sources=/etc/apt/sources.list.d/debian.sources
[[ "$image" != *@* ]] || die "a digest names one image, for which nothing can stand in"
[ "$(id -u)" -eq 0 ] || die "only root can make the stand-in"
grep -q '^VERSION_CODENAME=bookworm$' /etc/os-release || die "only Debian 12 can make the stand-in"
toolchain="$(swift -print-target-info | sed -n 's,.*"runtimeResourcePath": "\(.*\)/lib/swift".*,\1,p')"
[[ "$toolchain" = /?*/usr ]] || die "the stand-in needs a Swift toolchain in a folder of its own"
notice "$image cannot be pulled, so a stand-in of that name is made; 'docker image rm $image' takes it away again"
command -v mmdebstrap >/dev/null || scripts/packages.sh mmdebstrap

mkdir -p .build
root="$(mktemp -d "$PWD/.build/standin.XXXXXX")"
trap 'rm -rf --one-file-system "$root" "$root.files"; docker image rm "$image-unfinished" >/dev/null 2>&1 || true' EXIT
say "Installing Debian's packages"
mmdebstrap --quiet --variant=minbase --include="${packages[*]}" bookworm "$root" "$sources"
mv "$root/etc/apt/sources.list.d/"*debian.sources "$root/etc/apt/sources.list.d/debian.sources"

# Where git reads Swift packages from a folder of this machine, the stand-in reads the same ones.
mirror="$({ git config --get-regexp '^url\..*\.insteadof$' '^https://github\.com/$' || true; } \
    | sed -n 's,^url\.\(/.*\)\.insteadof .*,\1,p')"
if [ -d "$mirror" ]; then
    mkdir -p "$root$mirror"
    cp -r "$mirror/." "$root$mirror/"
    git config --file "$root/etc/gitconfig" "url.$mirror.insteadOf" https://github.com/
fi

say "Importing them and $toolchain as $image"
cd "${toolchain%/usr}"
find usr ! -type d | grep -vE "$unused" >"$root.files"
tar -c -C "$root" . -C "$PWD" --files-from "$root.files" \
    | docker import --change 'ENV LANG=C.UTF-8' --change 'CMD ["/bin/bash"]' - "$image-unfinished" >/dev/null
docker tag "$image-unfinished" "$image"
