#!/usr/bin/env bash
# Sees to it that a Docker engine answers: where none does, it installs Debian's and starts one. With the argument
# `stop` it ends the engine that it started from this clone, and no other.
# An engine of ours leaves the machine's network alone, so it has no bridge: build and run with --network host.
source "$(dirname "$0")/common.sh"
pid_file="$PWD/.build/docker-engine.pid"
log="$PWD/.build/docker-engine.log"

answers() { timeout 20 docker info >/dev/null 2>&1; }
wait_until() {
    for _ in $(seq 150); do
        if "$@"; then return 0; fi
        sleep 0.2
    done
    return 1
}
is_ours() { [ "$(cat "/proc/$1/comm" 2>/dev/null)" = dockerd ]; }
has_ended() { ! is_ours "$1"; }

stop() {
    [ -f "$pid_file" ] || return 0
    local pid
    pid="$(cat "$pid_file")"
    if is_ours "$pid"; then
        say "Stopping the Docker engine"
        kill "$pid"
        wait_until has_ended "$pid" || die "the Docker engine with the id $pid does not end"
    fi
    rm -f "$pid_file"
}

start() {
    [ "$(id -u)" -eq 0 ] || die "no Docker engine answers: start yours, or run this as root, which starts one." \
        "Docker says: $(docker version 2>&1 | tail -n 1)"
    command -v dockerd >/dev/null || scripts/packages.sh docker.io
    if answers; then return 0; fi  # some systems start what they install
    command -v dockerd >/dev/null || die "no Docker engine answers, and none is installed"
    say "Starting a Docker engine"
    mkdir -p .build
    setsid dockerd --iptables=false --bridge=none --pidfile "$pid_file" >"$log" 2>&1 </dev/null &
    wait_until answers || die "the Docker engine does not come up: $(tail -n 5 "$log")"
}

if [ "${1:-}" = stop ]; then
    stop
elif ! answers; then
    start
fi
