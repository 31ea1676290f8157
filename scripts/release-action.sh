#!/usr/bin/env bash
# Prints the action.yml of standard input as a release has it: with the published image in place of the Dockerfile.
# Argument: the image by its digest, registry/repository@sha256:...
source "$(dirname "$0")/common.sh"
[ "$#" -eq 1 ] || die "usage: release-action.sh REGISTRY/REPOSITORY@sha256:DIGEST <action.yml"
image="$1"
[[ "$image" =~ ^[a-z0-9.:-]+(/[a-z0-9._-]+)+@sha256:[0-9a-f]{64}$ ]] || die "'$image' names no image by its digest"

action="$(cat)"
line='  image: Dockerfile'
[ "$(grep -cxF -- "$line" <<<"$action")" = 1 ] || die "action.yml does not have the line '$line' once"
awk -v line="$line" -v released="  image: docker://$image" '$0 == line { $0 = released } { print }' <<<"$action"
