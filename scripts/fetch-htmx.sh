#!/usr/bin/env bash
# Puts htmx beside the built program, for pages to load: from the wheel of PyPI's django-htmx, which carries it.
#
# Pages work without it; with it they change in place. Its hash is checked, so it is the same file everywhere.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

wheel=django-htmx==1.29.0
folder=${1:-.build/assets}
if [[ -s $folder/htmx.min.js ]]; then exit 0; fi
mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" download --quiet --disable-pip-version-check --no-deps --dest "$work" "$wheel"
python3 - "$work" "$folder/htmx.min.js" <<'PYTHON'
import hashlib, pathlib, sys, zipfile

work, target = sys.argv[1:]
with zipfile.ZipFile(next(pathlib.Path(work).glob("django_htmx-*.whl"))) as wheel:
    script = wheel.read("django_htmx/static/django_htmx/htmx-2.min.js")
found = hashlib.sha256(script).hexdigest()
if found != "71ea67185bfa8c98c39d31717c6fce5d852370fcdfd129db4543774d3145c0de":
    sys.exit(f"fetch-htmx: another file than expected came ({found})")
pathlib.Path(target).write_bytes(script)
PYTHON
