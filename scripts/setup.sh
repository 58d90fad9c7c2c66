#!/usr/bin/env bash
# Installs what building and testing need on Debian or Ubuntu. Does nothing, quickly, where it is all there.
set -euo pipefail

# git fetches the Swift packages, ca-certificates lets it trust where they come from, libsqlite3-dev is what the
# ledger links against, zlib1g-dev what inflates requests, and sqlite3 is what `make bench` measures imports against.
# chromium and python3-venv are for the clients that the server is tested with, one of which checks HTML in Java.
packages=(ca-certificates chromium git libsqlite3-dev python3-venv sqlite3 zlib1g-dev)
command -v java >/dev/null || packages+=(default-jre-headless)

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    [[ $status == installed ]] || missing+=("$package")
done

if ((${#missing[@]} > 0)); then
    as_root=()
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            echo "setup: as root, run: apt-get install ${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    echo "setup: installing ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

if ! command -v swift >/dev/null; then
    cat >&2 <<'TEXT'
setup: Swift is not on the PATH. Weir needs Swift 6.2 or later (it is developed with 6.3).
  Install it as https://www.swift.org/install/linux/ says, open a new shell, and run make again.
  If it is installed already, add its folder: export PATH=/where/it/is/usr/bin:$PATH
TEXT
    exit 1
fi
