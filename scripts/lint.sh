#!/usr/bin/env bash
# Format and correctness of everything that no compiler checks.
source "$(dirname "$0")/common.sh"
scripts/packages.sh tests
scripts/venv.sh
tools=.build/venv/bin

say "Linting"
swift format lint --strict --recursive --parallel Package.swift Sources Tests

for script in scripts/*.sh .ci/run; do
    bash -n "$script"
done
if [ -x "$tools/shellcheck" ]; then
    "$tools/shellcheck" --external-sources --source-path=SCRIPTDIR scripts/*.sh .ci/run
fi
if [ -x "$tools/check-jsonschema" ]; then
    "$tools/check-jsonschema" --quiet --builtin-schema vendor.github-actions action.yml
fi
