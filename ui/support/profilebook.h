// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serverprofile.h"

#include <QList>

/// The servers the console knows. Implemented over the settings by app/, and in memory by the tests.
class ProfileBook
{
public:
    virtual ~ProfileBook() = default;
    virtual QList<ServerProfile> profiles() const = 0; ///< in the person's order
    /// Adds it or replaces the one with its id. ValidationError with details "name", "url", "colour".
    virtual Result<Done> save(const ServerProfile &profile) = 0;
    virtual void remove(const QString &id) = 0;
    virtual void move(const QString &id, int index) = 0;
};
