#!/usr/bin/env bash
# Makes what the fold is measured against, once: DuckDB in a Python environment of its own, and the loop in C.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

environment=../.venv
if ! "$environment/bin/python" -c 'import duckdb' 2>/dev/null; then
    python3 -m venv "$environment"
    "$environment/bin/pip" install --quiet --disable-pip-version-check 'duckdb==2.0.*'
fi

program=../.build/fold-in-c
mkdir -p ../.build
if [[ ! $program -nt fold.c ]]; then
    clang -O3 -Wall -Wextra -o "$program" fold.c -lpthread
fi
