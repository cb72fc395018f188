// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/user.h"

/// A tenant.
struct Organization {
    QString id;
    QString name;
    Tier tier = Tier::Free; ///< its owner's
    QString ownerEmail;
    qint64 memberCount = 0;
    bool active = true;
    QDateTime createdAt; ///< UTC
};
