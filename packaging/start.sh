#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh checkout to a running Voxdesk: installs, builds, starts. Run it again and it starts in seconds.
set -euo pipefail
from=$PWD
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

wrong() {
    echo "packaging/start.sh: $1" >&2
    usage >&2
    exit 2
}

demo=true port='' data=''
while [ $# -gt 0 ]; do
    case $1 in
        --no-demo) demo=false ;;
        --port)
            case ${2:-} in '' | *[!0-9]*) wrong '--port needs a number.' ;; esac
            port=$2
            shift
            ;;
        --data)
            [ -n "${2:-}" ] || wrong '--data needs a folder.'
            case $2 in /*) data=$2 ;; *) data=$from/$2 ;; esac
            shift
            ;;
        -h | --help) usage; exit 0 ;;
        *) wrong "'$1' is not an option." ;;
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
console=build/release/bin/voxdesk
[ "$(uname)" = Darwin ] && console=$console.app/Contents/MacOS/voxdesk
[ -x "$console" ] || echo "Building: some ten minutes the first time; what the compiler says is in $log." >&2
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
    exec "$console" "${arguments[@]}"
fi

server=$PWD/build/release/bin/voxdeskd
if [ -z "$data" ]; then
    [ -n "${XDG_DATA_HOME:-${HOME:-}}" ] || wrong 'There is no HOME: name a folder by --data.'
    data=${XDG_DATA_HOME:-$HOME/.local/share}/voxdeskd
fi
port=${port:-8080}
(umask 077; mkdir -p "$data")
# Demo data is there whole or not at all; what broke off is begun again, over nothing but an empty database.
unfinished=$data/demo-begun
if $demo && { [ ! -e "$data/voxdesk.db" ] || [ -e "$unfinished" ]; }; then
    again=false
    [ ! -e "$unfinished" ] || again=true
    (umask 077; : >"$unfinished"; [ -s "$data/demo-password" ] \
        || head -c 12 /dev/urandom | base64 | tr '+/' '-_' >"$data/demo-password")
    if "$server" demo --data "$data" --password-stdin <"$data/demo-password" >&2; then rm -f "$unfinished"
    elif $again; then rm -f "$unfinished" # it is in use: what it holds stays
    else exit 1
    fi
fi

next_steps() {
    if [ -e "$data/demo-password" ] && [ ! -e "$unfinished" ]; then
        email=admin@voxdesk.example password="\$(cat $(printf %q "$data/demo-password"))"
        echo "Sign in:   $email with the password in $data/demo-password"
    else
        email=you@example.com password=PASSWORD
        echo "First administrator, unless there is one: echo PASSWORD | $(printf '%q user create --data %q' "$server" "$data") --email $email --role admin --password-stdin"
    fi
    cat <<EOT
API page:  $1/docs
Next step: curl -s $1/api/v1/auth/login -H 'Content-Type: application/json' \\
             -d "{\\"email\\":\\"$email\\",\\"password\\":\\"$password\\"}"
Stop:      Ctrl+C
EOT
}

# Of the server's own words: it may listen elsewhere than asked for here.
follow() {
    trap '' INT TERM
    while IFS= read -r line; do
        printf '%s\n' "$line"
        case $line in 'voxdeskd listening on '*) next_steps "${line#voxdeskd listening on }" >&2 ;; esac
    done
}
exec "$server" serve --data "$data" --port "$port" > >(follow)
