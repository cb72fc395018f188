// SPDX-License-Identifier: GPL-3.0-or-later
// Joins identity to vault and mail, which it does not know.
#pragma once

#include "server/config.h"
#include "server/identity/secretbox.h"
#include "server/mail/sender.h"
#include "server/vault/vault.h"

/// Where the secrets of second factors lie. What it captures is shared; any thread.
identity::SecretBox twoFactorSecrets(std::shared_ptr<vault::Vault> vault);

/// By SMTP where one is configured, else into <data>/mail.
std::unique_ptr<mail::Transport> mailTransport(const Config &config);
/// "by smtp://mail.example.com", without credentials: continues "mail goes ".
QString mailRoute(const Config &config);
