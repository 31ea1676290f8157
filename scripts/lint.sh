#!/usr/bin/env bash
# Format and correctness of everything that no compiler checks.
source "$(dirname "$0")/common.sh"
use_swift "$@"
scripts/packages.sh tests
scripts/venv.sh
tools=.build/venv/bin

say "Linting"
swift format lint --strict --recursive --parallel Package.swift Sources Tests

scripts=(scripts/*.sh .ci/run entrypoint.sh)
for script in "${scripts[@]}"; do
    bash -n "$script"
done
# Without the tools nothing more can be looked at; scripts/venv.sh has said so.
[ -x "$tools/python" ] || exit 0

workflows=(.github/workflows/*.yml)
examples=(examples/*.yml)
actions=(action.yml Tests/Workflows/stand-ins/*/action.yml)

found=.build/lint
rm -rf "$found"
mkdir -p "$found/documents"
"$tools/python" scripts/document_workflows.py "$found/documents" action.yml README.md docs/*.md
examples+=("$found"/documents/*.yml)
"$tools/python" scripts/workflow_scripts.py "$found" "${workflows[@]}" "${examples[@]}" "${actions[@]}"
"$tools/shellcheck" --external-sources --source-path=SCRIPTDIR "${scripts[@]}" "$found"/*.sh Tests/Workflows/stand-ins/programs/*
"$tools/hadolint" Dockerfile

schema() { "$tools/check-jsonschema" --quiet --builtin-schema "vendor.$1" "${@:2}"; }
schema github-actions "${actions[@]}"
schema github-workflows "${workflows[@]}" "${examples[@]}"
schema dependabot .github/dependabot.yml
schema github-issue-forms .github/ISSUE_TEMPLATE/bug.yml .github/ISSUE_TEMPLATE/idea.yml
schema github-issue-config .github/ISSUE_TEMPLATE/config.yml
# Which contexts an expression may use where it stands, by GitHub's own schema; no engine is needed for that. The folders
# that act makes wherever it runs shall not be in anybody's home.
act() { XDG_CONFIG_HOME="$PWD/$found" XDG_CACHE_HOME="$PWD/$found" "$tools/act" "$@"; }
for workflow in "${workflows[@]}" "${examples[@]}"; do
    act --validate --strict --workflows "$workflow" >"$found/act.log" 2>&1 || { cat "$found/act.log"; exit 1; }
done

# Ours are held to the strictest rules; whoever copies an example chooses how to pin the actions in it.
# That it says nothing about YAML's anchors is meant: it warns of each that it reads, and reads them well enough.
zizmor() { RUST_LOG=error "$tools/zizmor" --offline --quiet --no-progress "$@"; }
zizmor --persona auditor .github "${actions[@]}"
zizmor --config scripts/zizmor-examples.yml "${examples[@]}"
