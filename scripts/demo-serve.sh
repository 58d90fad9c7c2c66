#!/usr/bin/env bash
# Serves the demo workspace that scripts/demo.sh made, with people who can sign in, until Ctrl-C.
#
# With CI=true it checks that the pages answer, and exits. WEIR_PORT is the port, 8787 unless set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

binary=${WEIR_BINARY:-$(swift build -c release --show-bin-path)/weir}
workspace=demo/global2000
port=${WEIR_PORT:-8787}
password="river over weir"

person() { "$binary" person invite "$1" "$2" --role "$3" --password-from-input -w "$workspace" <<<"$password" >/dev/null; }
person "Ada Admin" ada@weir.example admin
person "Maria Lopez" maria@weir.example marketing_operations
person "Tom Baker" tom@weir.example sales_manager
person "Ana Silva" ana@weir.example sdr
person "Nia Data" nia@weir.example analyst
person "Otto Audit" otto@weir.example auditor

# The example's teams work on weekdays. The demo's work day and night, where it is evening at this hour (work is spread
# over the day), so that whoever looks at it on a Sunday finds an inbox with work in it; and each follows up fewer, so
# that somebody waits behind the weir. That is a second version of the agreement, signed by both sides.
if [[ ! -e demo/agreement.yaml ]]; then
    behind=$(($(date -u +%-H) - 18))
    ((behind >= -14)) || behind=$((behind + 24))
    zone=Etc/GMT$(printf '%+d' "$behind")
    hours="timezone: ${zone//\//\\/}, week: {mon-sun: [\"00:00-24:00\"]}"
    sed -E -e "s/timezone: [A-Za-z_\/]+, week: \{mon-fri: \[[^]]*\]\}(, holidays: [A-Z]+)?/$hours/" \
        -e 's/ana: 12, ben: 10, chloe: 10/ana: 5, ben: 4, chloe: 4/' -e 's/dan: 15/dan: 10/' \
        -e 's/^teams:$/# In the demonstration the teams work day and night, so that there is always something to see.\n&/' \
        Examples/northwind/agreement.yaml >demo/agreement.yaml
    "$binary" agreement propose demo/agreement.yaml --by "Maria Lopez" -w "$workspace" >/dev/null
    "$binary" agreement sign --as marketing --by "Maria Lopez" -w "$workspace" >/dev/null
    "$binary" agreement sign --as sales --by "Tom Baker" -w "$workspace" >/dev/null
fi

# Somebody is on the website while one looks: some of it means nothing yet, some of it cannot be used.
key=$("$binary" source create Website --origin "*" -w "$workspace" 2>/dev/null)
visitors() { python3 scripts/demo-events.py "http://127.0.0.1:$port" "$key" demo/world/buyers.csv; }
# The teams have been at work already. What they did is done once: a second start finds it so.
morning() {
    [[ ! -e demo/morning ]] || return 0
    python3 scripts/demo-morning.py "$binary" "$workspace" && touch demo/morning
}

log=demo/serve.log
if [[ ${CI-} == true ]]; then
    "$binary" serve --port "$port" -w "$workspace" >"$log" 2>&1 &
    server=$!
    trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true' EXIT
    visitors
    morning
    python3 scripts/check-pages.py "http://127.0.0.1:$port" "$password"
    exit
fi
cat <<TEXT

── The web application: http://localhost:$port

  sign in as maria@weir.example (marketing operations), tom@weir.example (sales manager), ana@weir.example (SDR),
  ada@weir.example (administrator), nia@weir.example (analyst) or otto@weir.example (auditor);
  the password is “$password”. The log is in $log. Ctrl-C stops it.

TEXT
{ visitors && morning; } &
exec "$binary" serve --port "$port" -w "$workspace" >"$log"
