#!/usr/bin/env bash
# Pushes the images of saved archives, one a platform, as one image for all of them, and prints what to call it by:
# REGISTRY/REPOSITORY@sha256:DIGEST. Arguments: REGISTRY/REPOSITORY, the tag, the archives.
source "$(dirname "$0")/common.sh"
[ "$#" -ge 3 ] || die "usage: release-image.sh REGISTRY/REPOSITORY TAG ARCHIVE..."
repository="$1" tag="$2"
shift 2

options=()
case "$repository" in 127.0.0.1:*) options=(--insecure) ;; esac  # a rehearsal's registry speaks no TLS

images=()
for archive in "$@"; do
    loaded="$(docker load --quiet --input "$archive" | sed -n 's/^Loaded image: //p')"
    [ -n "$loaded" ] || die "$archive holds no image with a name"
    image="$repository:$tag-$(docker image inspect --format '{{.Architecture}}' "$loaded")"
    docker tag "$loaded" "$image"
    docker push --quiet "$image" >&2
    images+=("$image")
done
[ "$(printf '%s\n' "${images[@]}" | sort -u | wc -l)" = "$#" ] || die "two of the images are for the same platform"

docker manifest create "${options[@]}" "$repository:$tag" "${images[@]}" >&2
digest="$(docker manifest push --purge "${options[@]}" "$repository:$tag" | tail -n 1)"
[[ "$digest" =~ ^sha256:[0-9a-f]{64}$ ]] || die "the registry names no digest, but: $digest"
echo "$repository@$digest"
