# Read by the release's scripts: what a version's tag looks like, and where the tags stand.
# shellcheck shell=bash
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# Sets `tag`, `major` (v1) and `is_prerelease` (true or false).
read_tag() {
    tag="$1"
    local number='(0|[1-9][0-9]*)'
    [[ "$tag" =~ ^(v$number)\.$number\.$number(-[0-9A-Za-z.-]+)?$ ]] \
        || die "'$tag' is no version: it must read v1.2.3, or v1.2.3-rc.1 for a pre-release"
    # shellcheck disable=SC2034  # read by the scripts
    { major="${BASH_REMATCH[1]}"; is_prerelease="$([ -n "${BASH_REMATCH[5]}" ] && echo true || echo false)"; }
}

# Every tag on the server, by name, each with the object that it is (what a lease names) and the commit that it means.
remote_tags() {
    git ls-remote --tags origin | awk -F '\t' '{ sub("refs/tags/", "", $2) }
        $2 !~ /\^\{\}$/ { object[$2] = commit[$2] = $1 }
        $2 ~ /\^\{\}$/ { sub(/\^\{\}$/, "", $2); commit[$2] = $1 }
        END { for (name in object) print name, object[name], commit[name] }'
}
object_of() { awk -v name="$1" '$1 == name { print $2 }' <<<"$2"; }
commit_of() { awk -v name="$1" '$1 == name { print $3 }' <<<"$2"; }
