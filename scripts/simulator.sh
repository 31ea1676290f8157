#!/usr/bin/env bash
# Builds the simulator and prints where it is: with this machine's Swift if that is the one the project is built with, or
# else with that of the image which the Dockerfile builds from.
source "$(dirname "$0")/common.sh"
image="$(dockerfile_base)"
version="${image#swift:}"
version="${version%%-*}"

if [[ "$(swift --version 2>/dev/null)" == *"Swift version $version"* ]]; then
    swift build --quiet --product lockstep-simulator >&2
    echo "$PWD/.build/debug/lockstep-simulator"
else
    say "Building the simulator in $image" >&2
    # For whoever runs this, so that he can take it away again.
    docker run --rm --network host --user "$(id -u):$(id -g)" --env HOME=/tmp --volume "$PWD:$PWD" --workdir "$PWD" "$image" \
        swift build --quiet --product lockstep-simulator --static-swift-stdlib --scratch-path .build/simulator >&2
    echo "$PWD/.build/simulator/debug/lockstep-simulator"
fi
