#!/usr/bin/env bash
# The end-to-end tests alone, on what is built, but for those that measure, which want the machine for themselves
# (--pattern test_figures.py). Arguments go to unittest, for example: -k rival
source "$(dirname "$0")/common.sh"
python="$(test_python)"

program=.build/release/lockstep
[ -x "$program" ] || program=.build/debug/lockstep
export LOCKSTEP_BINARY="${LOCKSTEP_BINARY:-$PWD/$program}"
export LOCKSTEP_SIMULATOR="${LOCKSTEP_SIMULATOR:-$PWD/.build/debug/lockstep-simulator}"

tests() { "$python" -m unittest discover --start-directory Tests/EndToEnd "$@"; }
if [ "$#" -gt 0 ]; then
    tests "$@"
    exit
fi

# Their time is waiting, mostly, so the files are run side by side.
logs=.build/end-to-end
rm -rf "$logs"
mkdir -p "$logs"
failed=0
told() {
    echo "$1"
    cat "$logs/$1"
    if [ "$2" -ne 0 ]; then failed=1; fi
}
declare -A running=()
reap() {
    local pid="" status=0
    wait -n -p pid "${!running[@]}" || status=$?
    told "${running[$pid]}" "$status"
    unset "running[$pid]"
}
longest=(test_wire.py test_traffic.py test_real_packages.py test_cancelling.py)
files=("${longest[@]}")
for path in Tests/EndToEnd/test_*.py; do
    case " ${longest[*]} test_figures.py " in *" ${path##*/} "*) ;; *) files+=("${path##*/}") ;; esac
done
for file in "${files[@]}"; do
    [ "${#running[@]}" -lt 4 ] || reap
    tests --pattern "$file" >"$logs/$file" 2>&1 &
    running[$!]="$file"
done
while [ "${#running[@]}" -gt 0 ]; do reap; done
exit "$failed"
