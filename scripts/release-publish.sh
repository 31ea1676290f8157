#!/usr/bin/env bash
# The end of a release, once everybody can pull its image: the release's page as a draft, the tags, and then the page for
# all to see. Each part may find its work done, for a run that failed is run again.
# Arguments: the tag, whose commit is to be checked out, the image by its digest, the files to attach.
source "$(dirname "$0")/release-common.sh"
[ "$#" -ge 3 ] || die "usage: release-publish.sh vX.Y.Z REGISTRY/REPOSITORY@sha256:DIGEST FILE..."
read_tag "$1"
image="$2"
files=("${@:3}")

newest="$(remote_tags | awk '$1 ~ /^v[0-9]+\.[0-9]+\.[0-9]+$/ { print $1 }' | sort --version-sort | tail -n 1)"
kind=(--latest="$([ "$tag" = "$newest" ] && echo true || echo false)" --prerelease="$is_prerelease")

if ! gh release view "$tag" >/dev/null 2>&1; then
    say "Drafting the release"
    notes="The image is \`$image\`. Where it comes from: \`gh attestation verify oci://$image --repo $GITHUB_REPOSITORY\`."
    gh release create "$tag" --verify-tag --draft --title "$tag" --notes "$notes" --generate-notes
fi
is_draft="$(gh release view "$tag" --json isDraft --jq .isDraft)"
if [ "$is_draft" = true ]; then
    folder="$(mktemp -d)"
    trap 'rm -rf "$folder"' EXIT
    cp "${files[@]}" "$folder"
    (cd "$folder" && sha256sum -- * >SHA256SUMS)
    gh release upload "$tag" --clobber "$folder"/*
fi
scripts/release-tags.sh "$tag" "$image"
say "Showing the release"
gh release edit "$tag" --draft=false "${kind[@]}"
