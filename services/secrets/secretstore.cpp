// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/secrets/secretstore.h"

using namespace Qt::StringLiterals;

QString SecretStore::key(const QString &profileId, const QString &name)
{
    return u"voxdesk/%1/%2"_s.arg(profileId, name);
}
