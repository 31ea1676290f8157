#!/usr/bin/env bash
# Builds the container image and shows its sizes. LOCKSTEP_IMAGE is its name (lockstep), LOCKSTEP_BASE the image that it is
# built in, where another than the Dockerfile's is wanted, for example one with a digest.
source "$(dirname "$0")/common.sh"
image="${LOCKSTEP_IMAGE:-lockstep}"
base="${LOCKSTEP_BASE:-$(dockerfile_base)}"
most_bytes=30000000 most_compressed_bytes=12000000

source_url() {
    if [ -n "${GITHUB_REPOSITORY:-}" ]; then
        echo "${GITHUB_SERVER_URL:-https://github.com}/$GITHUB_REPOSITORY"
    else
        # Without a password, if there is one in it.
        { git remote get-url origin 2>/dev/null || true; } | sed -nE 's,^(https://)([^/@]*@)?(.*),\1\3,p' | sed 's,\.git$,,'
    fi
}

build() {
    # An engine that has no network of its own for containers builds in the host's, and the others can.
    stamp_arguments
    docker build "${stamp_arguments[@]}" --network host --tag "$image" --build-arg BASE="$base" --build-arg VERSION="$version" \
        --build-arg REVISION="$(git rev-parse HEAD 2>/dev/null || true)" --build-arg SOURCE="$(source_url)" .
}

# The files themselves, for what an engine calls an image's size is not always the same.
measure() {
    local bytes compressed program
    container="$(docker create "$image")"
    trap 'docker rm "$container" >/dev/null; rm -f .build/image.tar' EXIT
    docker export --output .build/image.tar "$container"
    bytes="$(stat --format %s .build/image.tar)"
    compressed="$(gzip --stdout .build/image.tar | wc --bytes)"
    program="$(tar --extract --to-stdout --file .build/image.tar lockstep | wc --bytes)"
    say "$image, version $version: $bytes bytes, compressed $compressed, the program $program"
    [ "$bytes" -le "$most_bytes" ] || die "the image is too large: $most_bytes bytes are the most"
    [ "$compressed" -le "$most_compressed_bytes" ] || die "compressed it is too large: $most_compressed_bytes bytes are the most"
}

mkdir -p .build
version="$(program_version)"
scripts/standin-swift-image.sh "$base"
build
[[ "$(docker run --rm --network none "$image" --version)" == "lockstep $version ("* ]] || die "the image does not say that it is $version"
measure
