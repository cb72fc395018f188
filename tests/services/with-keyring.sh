#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test under a session bus of its own with an unlocked, throw-away keyring.
set -eu
if ! command -v dbus-run-session >/dev/null || ! command -v gnome-keyring-daemon >/dev/null; then
    echo "SKIP: dbus-run-session or gnome-keyring-daemon is missing"
    exit 77
fi
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_RUNTIME_DIR="$home/run" VOXDESK_TEST_KEYRING=1
mkdir -m 700 "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"
dbus-run-session -- sh -eu -c '
    printf "test\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    "$@"
' sh "$@"
