#!/usr/bin/env bash
# Puts the tools of requirements.txt into .build/venv, once: again only when the file changes. AWS's newest models go beside
# them, into .build/venv/model: one of the tools asks for an older botocore.
# Without them the tests that need them are skipped, with a notice; with CI=true that is a failure.
source "$(dirname "$0")/common.sh"

venv=.build/venv
wanted=scripts/requirements.txt
models=scripts/requirements-model.txt
if cat "$wanted" "$models" | cmp -s - "$venv/installed.txt"; then exit 0; fi

say "Installing the test tools into $venv"
mkdir -p .build
rm -rf "$venv"
install() { "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --retries 2 "$@"; }
if python3 -m venv "$venv" && install --requirement "$wanted" \
    && install --no-deps --target "$venv/model" --requirement "$models"; then
    cat "$wanted" "$models" >"$venv/installed.txt"
else
    rm -rf "$venv"
    skip_or_fail "the test tools could not be installed from PyPI: the tests against MiniStack and botocore," \
        "those of the workflows, and all linters but Swift's are left out"
fi
