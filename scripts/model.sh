#!/usr/bin/env bash
# What the newest botocore has of Lambda that nobody here knows, or no longer has, a line each; nothing where there is
# nothing new. Its version goes to the file that is named, if one is.
source "$(dirname "$0")/common.sh"
use_swift "$@"
scripts/packages.sh tests >&2
python3 -m venv --clear .build/model >&2
python=.build/model/bin/python
"$python" -m pip install --quiet --disable-pip-version-check --retries 2 botocore >&2
if [ "$#" -gt 0 ]; then "$python" -m pip list --format freeze | sed -n 's/^botocore==//p' >"$1"; fi
swift build --product lockstep-docs >&2
.build/debug/lockstep-docs known >.build/model/known.json
"$python" -B Tests/Model/walk.py .build/model/lib/python3*/site-packages/botocore <.build/model/known.json
