#!/usr/bin/env bash
# Puts leads one by one into Tryton 8.2, the open-source CRM, over its REST interface: tryton.sh FOLDER LEADS.
# Prints {"leads": …, "seconds": …}. Its database is made once (about two minutes) and used again.
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)
leads=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

environment=$here/../.venv-tryton
if [[ ! -x $environment/bin/trytond ]]; then
    python3 -m venv "$environment"
    "$environment/bin/pip" install --quiet --disable-pip-version-check 'trytond==8.2.*' 'trytond-sale-opportunity==8.2.*' >&2
fi

port=18069
password=weir-bench-1
cat >"$folder/tryton.conf" <<TEXT
[database]
uri = sqlite://
path = $folder
[web]
listen = 127.0.0.1:$port
TEXT
if [[ ! -e $folder/made ]]; then
    rm -f "$folder/weir.sqlite"
    touch "$folder/weir.sqlite"
    echo "$password" >"$folder/password"
    TRYTONPASSFILE=$folder/password "$environment/bin/trytond-admin" -c "$folder/tryton.conf" -d weir \
        --email bench@example.com -u party sale_opportunity --activate-dependencies </dev/null >&2
    touch "$folder/made"
fi

"$environment/bin/trytond" -c "$folder/tryton.conf" -d weir >"$folder/tryton.log" 2>&1 &
server=$!
trap 'kill "$server"; wait "$server" 2>/dev/null || true' EXIT
"$environment/bin/python" "$here/tryton.py" "$port" "$leads" "$password"
