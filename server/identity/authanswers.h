// SPDX-License-Identifier: GPL-3.0-or-later
// The bodies of registration and sign-in, of the four documents, and their schemas.
#pragma once

#include "server/api/route.h"
#include "server/identity/signin.h"

namespace identity
{
/// Zoptal v1 with VoxFlow's `token`, Zoptal v2, or Omnivox.
QByteArray signedInJson(Surface surface, const SignedIn &in);
/// {"user":{…}}, the user as that version's login shows it.
QByteArray registeredJson(Surface surface, const UserRow &row);

QList<api::Component> authComponents();
}
