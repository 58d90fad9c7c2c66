#!/usr/bin/env bash
# The leadforge world end to end: files as they come, mapped by name where Weir cannot know. Usage: run.sh DATA WORKSPACE
set -euo pipefail
data=${1:?the folder with the tables__*.csv of leadforge}
workspace=${2:?a folder for the workspace}
here=$(cd "$(dirname "$0")" && pwd)
weir=${WEIR_BINARY:-weir}
command -v "$weir" >/dev/null || {
    echo "run.sh: $weir is not there; put weir on the PATH, or name it in WEIR_BINARY" >&2
    exit 1
}
files=$(mktemp -d)
trap 'rm -rf "$files"' EXIT
cp "$data"/tables__*.csv "$files" && chmod u+w "$files"/*

run() {
    echo "\$ weir $*"
    # What it says about the work (mappings, notes) is kept for the case of trouble.
    "$weir" "$@" 2>"$files/log" || {
        cat "$files/log" >&2
        exit 1
    }
}

rm -rf "$workspace"
run init "$workspace"
cd "$workspace"
run agreement propose "$here/agreement.yaml" --by "Maria Lopez"
run agreement sign --as marketing --by "Maria Lopez"
run agreement sign --as sales --by "Tom Baker"
run import accounts "$files/tables__accounts.csv" --map region=country --map employee_band=employees \
    --map estimated_revenue_band=revenue
run import buyers "$files/tables__contacts.csv"
# Acts are recorded on leads: a lead is another id of its contact.
run import buyers "$files/tables__leads.csv" --map contact_id=id --map lead_id=other_id
# What Sales sent out is not interest: only inbound touches count.
run import engagements "$files/tables__touches.csv" --map lead_id=buyer --map touch_type=signal \
    --only touch_direction=inbound
run import engagements "$files/tables__sessions.csv" --map lead_id=buyer --map session_type=signal
run import opportunities "$files/tables__opportunities.csv" --map lead_id=buyer --map estimated_acv=amount
run market
run qualify --as-of 2024-02-29 --limit 10
run backtest --horizon 30 --html leadforge.html
