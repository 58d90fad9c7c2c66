#!/usr/bin/env bash
# Checks that every Swift file keeps the format of .swift-format; with --mend, puts it into that format.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

places=(Package.swift Sources Tests)
for place in Benchmarks/Package.swift Benchmarks/Sources; do
    [[ ! -e $place ]] || places+=("$place")
done

case ${1-} in
--mend)
    swift format --in-place --parallel --recursive "${places[@]}"
    ;;
"")
    if ! swift format lint --strict --parallel --recursive "${places[@]}"; then
        echo "check-format: the files above do not keep the format; \`make format\` mends most of it" >&2
        exit 1
    fi
    ;;
*)
    echo "usage: scripts/check-format.sh [--mend]" >&2
    exit 64
    ;;
esac
