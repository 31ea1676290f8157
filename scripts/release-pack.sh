#!/usr/bin/env bash
# Gathers in .build/release-files what a release needs of the image that `make image` has built here: the image itself, the
# program in it, and the list of what it is made of. LOCKSTEP_IMAGE and LOCKSTEP_BASE are as for scripts/image.sh.
source "$(dirname "$0")/common.sh"
image="${LOCKSTEP_IMAGE:-lockstep}"
base="${LOCKSTEP_BASE:-$(dockerfile_base)}"
files=.build/release-files

platform="$(docker image inspect --format '{{.Architecture}}' "$image")"
rm -rf "$files"
mkdir -p "$files"
docker save --output "$files/$platform.tar" "$image"

container="$(docker create "$image")"
trap 'docker rm "$container" >/dev/null' EXIT
docker cp "$container:/lockstep" "$files/lockstep-linux-$platform" >/dev/null 2>&1

# The engine has this stage from building the image, so that nothing is built again.
stamp_arguments
docker build --quiet "${stamp_arguments[@]}" --network host --target build --build-arg BASE="$base" --tag "$image-build" . >/dev/null
docker run --rm --network none "$image-build" cat .build/static/components >"$files/$platform.components"
say "Packed: $(cd "$files" && echo *)"
