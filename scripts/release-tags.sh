#!/usr/bin/env bash
# Makes the commit that users get, whose action.yml names the published image, and moves the tags to it: the version's
# own, and the major version's (v1) if no newer version has that. All of them move, or none.
# Arguments: the tag, whose commit is to be checked out, and the image by its digest.
source "$(dirname "$0")/release-common.sh"
[ "$#" -eq 2 ] || die "usage: release-tags.sh vX.Y.Z REGISTRY/REPOSITORY@sha256:DIGEST"
read_tag "$1"
image="$2"

# The same tag and image always give the same commit, so that a second run finds its work done.
# It has no workflows: GITHUB_TOKEN may push none that differ from the branches', as these soon will.
make_commit() {
    local folder date
    folder="$(mktemp -d)"
    trap 'rm -rf "$folder"' RETURN
    export GIT_INDEX_FILE="$folder/index"
    git show HEAD:action.yml | scripts/release-action.sh "$image" >"$folder/action.yml"
    git read-tree HEAD
    git rm -r --quiet --cached --ignore-unmatch .github/workflows
    git update-index --cacheinfo "100644,$(git hash-object -w "$folder/action.yml"),action.yml"
    date="$(git show --no-patch --format=%cI HEAD)"
    local name='github-actions[bot]' email='41898282+github-actions[bot]@users.noreply.github.com'
    GIT_AUTHOR_NAME="$name" GIT_AUTHOR_EMAIL="$email" GIT_AUTHOR_DATE="$date" \
        GIT_COMMITTER_NAME="$name" GIT_COMMITTER_EMAIL="$email" GIT_COMMITTER_DATE="$date" \
        git commit-tree "$(git write-tree)" -p HEAD -m "Release $tag"
    unset GIT_INDEX_FILE
}

# The newest version whose release the major tag has now.
released_as_major() {
    local at
    at="$(commit_of "$major" "$tags")"
    [ -n "$at" ] || return 0
    awk -v at="$at" '$3 == at { print $1 }' <<<"$tags" | sort --version-sort | tail -n 1
}

source_commit="$(git rev-parse HEAD)"
commit="$(make_commit)"
tags="$(remote_tags)"
tagged="$(commit_of "$tag" "$tags")"
case "$tagged" in
    "$source_commit" | "$commit") ;;
    '') die "$tag is not on the server" ;;
    *) die "$tag stands at $tagged: neither at its source ($source_commit) nor at its release ($commit)" ;;
esac

moving=("$tag")
newest="$(released_as_major)"
if [ "$is_prerelease" = true ]; then
    say "A pre-release: $major stays where it is"
elif [ "$(printf '%s\n' "$newest" "$tag" | sort --version-sort | tail -n 1)" != "$tag" ]; then
    say "$major stays at $newest, which is newer"
else
    moving+=("$major")
fi

arguments=()
for name in "${moving[@]}"; do
    # Whatever moves a tag in between makes the push fail.
    arguments+=("--force-with-lease=refs/tags/$name:$(object_of "$name" "$tags")")
done
git push --quiet --atomic "${arguments[@]}" origin "${moving[@]/#/$commit:refs/tags/}"
say "$(IFS=,; echo "${moving[*]}") -> $commit ($image)"
