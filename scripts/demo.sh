#!/usr/bin/env bash
# The main job on real companies: an agreement and facts in; qualified accounts and buyers out, explained and tested.
#
# Makes demo/ anew each time. The companies are those of WEIR_DATA/companies/global2000_2022.csv where that file is
# there (WEIR_DATA is ../shared/data unless set), and invented ones where it is not. Their people and what they do
# are simulated, the same on every run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

binary=${WEIR_BINARY:-$(swift build -c release --show-bin-path)/weir}
if [[ ! -x $binary ]]; then
    echo "demo: $binary is not there; run make build first" >&2
    exit 1
fi
weir() { "$binary" "$@"; }

part() { printf '\n── %s\n' "$*"; }

# Shows a command as one would type it.
show() {
    local word shown=''
    for word in "$@"; do
        if [[ $word =~ ^[A-Za-z0-9_./:=,\>-]+$ ]]; then shown+=" $word"; else shown+=" \"$word\""; fi
    done
    printf '\n$%s\n' "$shown"
}

# Shows a command, then runs it.
say() {
    show "$@"
    "$@"
}

agreement=Examples/northwind/agreement.yaml
workspace=demo/global2000
world=demo/world
companies=${WEIR_DATA:-../shared/data}/companies/global2000_2022.csv

rm -rf demo
mkdir demo

part "1. The agreement: one definition, signed by both sides"
say weir init "$workspace"
say weir agreement check "$agreement"
say weir agreement propose "$agreement" --by "Maria Lopez" -w "$workspace"
say weir agreement sign --as marketing --by "Maria Lopez" -w "$workspace"
say weir agreement sign --as sales --by "Tom Baker" -w "$workspace"
say weir agreement log -w "$workspace"

part "2. The market: a list of companies is not a target market"
if [[ -r $companies ]]; then
    # A copy, since rows that cannot be used are written beside the file that was read.
    cp "$companies" demo/companies.csv
    say weir simulate --seed 7 --companies demo/companies.csv --days 540 --out "$world"
    say weir import accounts demo/companies.csv -w "$workspace"
else
    echo "($companies is not there: the companies are invented)"
    say weir simulate --seed 7 --accounts 2000 --days 540 --out "$world"
    say weir import accounts "$world/accounts.csv" -w "$workspace"
fi
say weir market -w "$workspace"

part "3. Facts: who works there, what they did, what Sales made of it"
for kind in accounts buyers engagements opportunities dispositions costs; do
    say weir import "$kind" "$world/$kind.csv" -w "$workspace"
done

part "4. The answer: who is qualified, why, and whether the definition was right"
as_of=$(sed -n 's/.*"last_day": "\([0-9-]*\)".*/\1/p' "$world/world.json")
say weir qualify --as-of "$as_of" -w "$workspace"

show weir qualify --as-of "$as_of" --accounts --format csv -w "$workspace" '>demo/qualified.csv'
weir qualify --as-of "$as_of" --accounts --format csv -w "$workspace" >demo/qualified.csv
first=$(grep -oE -m1 'acc_[0-9]+' demo/qualified.csv || true)
if [[ -z $first ]]; then
    echo "demo: nobody is qualified on $as_of, which this world does not mean to happen" >&2
    exit 1
fi
say weir explain "$first" --as-of "$as_of" -w "$workspace"
say weir backtest --html demo/backtest.html -w "$workspace"

part "The report with its charts: demo/backtest.html. Go on from here with -w $workspace"
