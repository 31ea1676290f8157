#!/usr/bin/env bash
# Runs a script of this project in the image that the Dockerfile builds in, for a machine that has no Swift and cannot get
# one. Arguments: why it cannot, the script, and the script's arguments.
source "$(dirname "$0")/common.sh"
why="$1"
shift
image="$(dockerfile_base)"

# Nothing if it does.
why_docker_does_not_serve() {
    local said
    if ! command -v docker >/dev/null; then
        echo "it is not installed"
    elif ! said="$(timeout 20 docker version 2>&1)"; then
        echo "no engine answers: $(tail -n 1 <<<"$said")"
    elif ! docker image inspect "$image" >/dev/null 2>&1; then
        say "Pulling $image" >&2
        said="$(docker pull --quiet "$image" 2>&1)" || tail -n 1 <<<"$said"
    fi
}

advice() {
    cat <<END
there is no Swift $(least_swift) or newer on this machine, and none can be had.
  From Swift: $why
  With Docker: $problem

Type what suits this machine, and then the same command again:

  # if only a proxy leads to the network
  export https_proxy=http://HOST:PORT

  # Swift, by its own installer (https://www.swift.org/install/linux)
  curl -L "https://download.swift.org/swiftly/linux/swiftly-\$(uname -m).tar.gz" | tar -xz -C /tmp
  /tmp/swiftly init --skip-install && . ~/.local/share/swiftly/env.sh
  swiftly install $(cat .swift-version)

  # or Docker, in which everything is then run
  sudo apt-get install docker.io && sudo usermod --append --groups docker "\$USER" && newgrp docker
END
}

problem="$(why_docker_does_not_serve)"
[ -z "$problem" ] || die "$(advice)"

# What is built stays apart from what the machine builds if it gets a Swift later; and what the container's root writes
# is given to whoever owns this tree. Ctrl-C reaches only the first process there, so that passes it on to all others.
# shellcheck disable=SC2016
inside='
    git config --global --add safe.directory "*"
    trap "chown --recursive --no-dereference --from=root --reference=. ." EXIT
    setsid env --default-signal "$@" &
    trap "kill -s INT -- -$!" INT TERM
    while wait "$!"; status=$?; kill -0 "$!" 2>/dev/null; do :; done
    exit "$status"'
options=(--rm --network host --volume "$PWD:$PWD" --volume "$PWD/.build/container:$PWD/.build" --workdir "$PWD")
for name in $(compgen -e | grep -xE 'CI|LOCKSTEP_.*|https?_proxy|HTTPS?_PROXY|no_proxy|NO_PROXY' || true); do
    options+=(--env "$name")
done
say "Running $* in $image, for want of Swift: $why"
mkdir -p .build/container
exec docker run "${options[@]}" "$image" bash -c "$inside" bash "$@"
