#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh checkout to a running Voxdesk: installs, builds, starts. Run it again and it starts in seconds.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
    cat <<'EOT'
Usage: packaging/start.sh [--no-demo] [--port N] [--data DIR]

Builds Voxdesk and opens the console on "Try it on this computer" with demo data.
Without a display it starts the server and prints its URL and a sign-in.

  --no-demo    start with an empty database
  --port N     port of the server (default: 8080 without a display, any free one with)
  --data DIR   where the data lives (default: the user's data folder)
EOT
}

demo=true port='' data=''
while [ $# -gt 0 ]; do
    case $1 in
        --no-demo) demo=false ;;
        --port) port=${2:?--port needs a number}; shift ;;
        --data) data=${2:?--data needs a folder}; shift ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
    shift
done

packaging/dependencies.sh
log=build/release.log
mkdir -p build
build() {
    [ -f build/release/build.ninja ] || cmake --preset release
    cmake --build --preset release
}
[ -x build/release/bin/voxdesk ] || echo "Building: some ten minutes the first time; what the compiler says is in $log." >&2
if ! build >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    echo "The build failed; all of it is in $log." >&2
    exit 1
fi

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
    arguments=(--try)
    $demo || arguments+=(--no-demo)
    [ -n "$port" ] && arguments+=(--port "$port")
    [ -n "$data" ] && arguments+=(--data "$data")
    exec build/release/bin/voxdesk "${arguments[@]}"
fi

server=build/release/bin/voxdeskd
data=${data:-${XDG_DATA_HOME:-$HOME/.local/share}/voxdeskd}
port=${port:-8080}
mkdir -p "$data"
if $demo && [ ! -e "$data/voxdesk.db" ]; then
    password=$(head -c 12 /dev/urandom | base64 | tr '+/' '-_')
    (umask 077; printf '%s\n' "$password" >"$data/demo-password")
    "$server" demo --data "$data" --password-stdin <"$data/demo-password" >&2
fi
if [ -e "$data/demo-password" ]; then
    echo "Sign in:   admin@voxdesk.example with the password in $data/demo-password" >&2
else
    echo "First administrator:  echo PASSWORD | $server user create --data '$data' --email you@example.com --role admin --password-stdin" >&2
fi
cat >&2 <<EOT
API page:  http://127.0.0.1:$port/docs
Next step: curl -s http://127.0.0.1:$port/api/v1/auth/login -H 'Content-Type: application/json' \\
             -d "{\"email\":\"admin@voxdesk.example\",\"password\":\"\$(cat '$data/demo-password')\"}"
Stop:      Ctrl+C
EOT
exec "$server" serve --data "$data" --port "$port"
