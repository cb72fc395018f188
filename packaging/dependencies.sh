#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what Voxdesk is built from, with the system's own package manager. With --test also what its tests drive.
# Takes a second when everything is there already.
set -euo pipefail
cd "$(dirname "$0")/.."

tests=false
[ "${1:-}" = --test ] && tests=true

say() { printf '%s\n' "$*" >&2; }
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    else sudo "$@"
    fi
}
need_root() {
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null && return
    say "Packages are missing ($*). Run packaging/dependencies.sh as root, or install sudo."
    exit 1
}

with_apt() {
    local packages=(g++ cmake ninja-build ccache mold qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev
        qtkeychain-qt6-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6sql6-sqlite libqt6sql6-psql
        libsqlite3-dev libgl-dev libvulkan-dev libqrencode-dev libboost-dev libvalijson-dev rapidjson-dev
        prometheus-cpp-dev libargon2-dev libssl-dev libcurl4-openssl-dev zlib1g-dev libtomlplusplus-dev ca-certificates)
    command -v npm >/dev/null || packages+=(npm)
    $tests && packages+=(clang-16 libclang-rt-16-dev llvm-16 xvfb dbus gnome-keyring libsecret-1-0 postgresql curl python3
        python3-requests wrk nginx-light fonts-dejavu-core openssl sqlite3)
    local missing=()
    for package in "${packages[@]}"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return
    need_root "${missing[@]}"
    say "Installing: ${missing[*]}"
    mkdir -p build
    local log=build/dependencies.log
    # A freshly installed PostgreSQL or nginx must not start a service of its own: the tests start private ones.
    { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
        apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 && return
    tail -n 20 "$log" >&2
    say "The packages could not be installed; all of it is in $log."
    exit 1
}

with_dnf() {
    local packages=(gcc-c++ cmake ninja-build ccache mold qt6-qtbase-devel qt6-qtcharts-devel qt6-qtsvg-devel
        qtkeychain-qt6-devel qt6-qttools-devel qt6-qtbase-postgresql boost-devel valijson-devel rapidjson-devel
        prometheus-cpp-devel sqlite-devel qrencode-devel libargon2-devel openssl-devel libcurl-devel zlib-devel
        tomlplusplus-devel npm)
    $tests && packages+=(clang compiler-rt llvm xorg-x11-server-Xvfb dbus-daemon gnome-keyring postgresql-server curl
        python3-requests wrk nginx dejavu-sans-fonts sqlite)
    rpm -q "${packages[@]}" >/dev/null 2>&1 && return
    need_root "${packages[@]}"
    as_root dnf install -y "${packages[@]}"
}

with_pacman() {
    local packages=(gcc cmake ninja ccache mold qt6-base qt6-charts qt6-svg qtkeychain-qt6 qt6-tools postgresql-libs boost
        valijson rapidjson prometheus-cpp sqlite qrencode argon2 openssl curl zlib tomlplusplus npm)
    $tests && packages+=(clang compiler-rt llvm xorg-server-xvfb dbus gnome-keyring postgresql python-requests nginx ttf-dejavu
        sqlite)
    pacman -Q "${packages[@]}" >/dev/null 2>&1 && return
    need_root "${packages[@]}"
    as_root pacman -S --needed --noconfirm "${packages[@]}"
}

with_brew() {
    brew install cmake ninja ccache qt sqlite qtkeychain qrencode boost valijson rapidjson prometheus-cpp argon2 \
        openssl@3 curl tomlplusplus libpq node
    if $tests; then brew install postgresql@15 wrk nginx; fi
}

# Windows (Git Bash): compilers and Qt by winget, libraries by vcpkg.
with_winget() {
    winget install --accept-source-agreements --accept-package-agreements -e \
        Kitware.CMake Ninja-build.Ninja OpenJS.NodeJS.LTS Microsoft.VisualStudio.2022.BuildTools || true
    command -v vcpkg >/dev/null || { say "Install vcpkg, put it on PATH and run this again."; exit 1; }
    vcpkg install qtbase sqlite3 qtcharts qtsvg qttools qtkeychain-qt6 libqrencode boost-beast valijson rapidjson \
        prometheus-cpp argon2 openssl curl zlib tomlplusplus
}

if command -v apt-get >/dev/null; then with_apt
elif command -v dnf >/dev/null; then with_dnf
elif command -v pacman >/dev/null; then with_pacman
elif command -v brew >/dev/null; then with_brew
elif command -v winget >/dev/null; then with_winget
else
    say "No package manager known here (apt, dnf, pacman, brew, winget). CONTRIBUTING.md lists what to install."
    exit 1
fi

# fetch FOLDER: the npm packages that FOLDER/package-lock.json pins, without their install scripts; once for each lock file.
fetch() {
    cmp -s "$1/package-lock.json" "$1/node_modules/.installed" && return
    npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error >&2
    cp "$1/package-lock.json" "$1/node_modules/.installed"
}

fetch packaging/assets # icons and the viewer of the API page
if $tests; then fetch tests/contract/snippets; fi # what the documents' own clients import
