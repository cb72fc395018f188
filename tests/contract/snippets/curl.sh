#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the snippet $1 with its server's address and its token's place filled in; the status comes on the last line.
set -euo pipefail
curl() {
    local word words=()
    for word in "$@"; do
        word=${word//https:\/\/api.omnivox.ai/$VOXDESK_URL}
        word=${word//https:\/\/api.zoptal.com/$VOXDESK_URL}
        words+=("${word//YOUR_ACCESS_TOKEN/$TOKEN}")
    done
    command curl -sS --max-time 60 -w '\n%{http_code}\n' "${words[@]}"
}
. "$1"
