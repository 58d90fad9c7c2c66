#!/usr/bin/env bash
# Tests the server from outside, with clients that nobody here wrote: tracking SDKs, a browser, schemathesis.
#
# The clients are installed once, into .venv. Arguments go to pytest, such as a file's name or -k WORD.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export WEIR_BINARY=${WEIR_BINARY:-$(swift build -c release --show-bin-path)/weir}
wanted=Tests/Clients/requirements.txt
if ! cmp --silent "$wanted" .venv/installed; then
    python3 -m venv .venv
    .venv/bin/pip install --quiet --disable-pip-version-check --requirement "$wanted"
    cp "$wanted" .venv/installed
fi
cd Tests/Clients
exec ../../.venv/bin/python -m pytest -q -p no:cacheprovider "$@"
