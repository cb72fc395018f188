#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts the voxdeskd in $1 on a free port and points the documents' client snippets at it. Exit status 77: something is not installed.
set -euo pipefail
cd "$(dirname "$0")"
voxdeskd=$1

python=
for candidate in /usr/bin/python3 python3; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import requests' 2>/dev/null; then python=$candidate; break; fi
done
if [ -z "$python" ] || [ ! -d node_modules ] || ! command -v node curl >/dev/null; then
    echo "Not installed: run packaging/dependencies.sh --test"
    exit 77
fi

data=$(mktemp -d)
server=
finish() {
    if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" || true; fi
    rm -rf "$data"
}
trap finish EXIT

export VOXDESK_ADMIN=admin@example.com VOXDESK_ADMIN_PASSWORD="an admin's password"
"$voxdeskd" user create --email "$VOXDESK_ADMIN" --role admin --password-stdin --data "$data" <<<"$VOXDESK_ADMIN_PASSWORD"
mkfifo "$data/said"
"$voxdeskd" serve --port 0 --data "$data" --rate-anonymous-per-hour 100000 --access-log off >"$data/said" &
server=$!
exec 3<"$data/said"
read -r -t 60 line <&3 || { echo "voxdeskd did not start"; exit 1; }
export VOXDESK_URL=${line#voxdeskd listening on }

status=0
node --test --test-concurrency=1 voxflow.test.mjs omnivox.test.mjs zoptal.test.mjs axios.test.mjs || status=1
"$python" -B zoptal_test.py || status=1
"$python" -B diwaar_test.py || status=1
exit $status
