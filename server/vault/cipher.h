// SPDX-License-Identifier: GPL-3.0-or-later
// AES-256-GCM (NIST SP 800-38D) with a fresh random nonce for each value. 96 random bits serve four billion values
// under one key. Pure functions; any thread.
#pragma once

#include "models/domain/result.h"
#include "server/vault/keyring.h"

namespace vault
{
/// Format byte, key id (8 bytes), nonce (12), ciphertext, tag (16).
QByteArray sealed(const MasterKey &key, QByteArrayView associated, QByteArrayView plain);
/// The key id that a sealed value names; empty: it is none.
QString keyIdOf(QByteArrayView sealed);
/// InternalError for a value that was changed, or sealed with another key or for another place.
Result<Secret> unsealed(const MasterKey &key, QByteArrayView associated, QByteArrayView sealed);
}
