#!/usr/bin/env bash
# Makes the demonstration anew in demo/weir, with people who can sign in, and serves it until Ctrl-C.
#
# With CI=true it checks that the pages answer, and exits. WEIR_PORT is the port, 8787 unless set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

binary=${WEIR_BINARY:-$(swift build -c release --show-bin-path)/weir}
workspace=demo/weir
port=${WEIR_PORT:-8787}
password="river over weir"

rm -rf "$workspace"
mkdir -p demo
"$binary" demo "$workspace"

person() { "$binary" person invite "$1" "$2" --role "$3" --password-from-input -w "$workspace" <<<"$password" >/dev/null; }
person "Ada Admin" ada@weir.example admin
person "Maria Lopez" maria@weir.example marketing_operations
person "Tom Baker" tom@weir.example sales_manager
person "Ana Silva" ana@weir.example sdr
person "Nia Data" nia@weir.example analyst
person "Otto Audit" otto@weir.example auditor

log=demo/serve.log
if [[ ${CI-} == true ]]; then
    "$binary" serve --port "$port" -w "$workspace" >"$log" 2>&1 &
    server=$!
    trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true' EXIT
    python3 scripts/check-pages.py "http://127.0.0.1:$port" "$password"
    exit
fi
cat <<TEXT

── The web application: http://localhost:$port

  sign in as maria@weir.example (marketing operations), tom@weir.example (sales manager), ana@weir.example (SDR),
  ada@weir.example (administrator), nia@weir.example (analyst) or otto@weir.example (auditor);
  the password is “$password”. The log is in $log. Ctrl-C stops it.

TEXT
exec "$binary" serve --port "$port" -w "$workspace" >"$log"
