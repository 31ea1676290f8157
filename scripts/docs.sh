#!/usr/bin/env bash
# Writes what action.yml and the documents say of the inputs and outputs, from their definitions.
source "$(dirname "$0")/common.sh"
scripts/packages.sh
swift run --quiet lockstep-docs
