// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

enum class Role { User, Enterprise, Support, Admin }; ///< platform role; User and Enterprise are tenant users
enum class Tier { Free, Pro, Enterprise };
enum class OrganizationRole { Owner, Member };

QLatin1StringView toWire(Role role);
QLatin1StringView toWire(Tier tier);
QLatin1StringView toWire(OrganizationRole role);
std::optional<Role> roleFromWire(QStringView text);
std::optional<Tier> tierFromWire(QStringView text);
std::optional<OrganizationRole> organizationRoleFromWire(QStringView text);

/// What a user may consume.
struct Limits {
    int maxAgents = 0;
    qint64 monthlyTokenQuota = 0; ///< tokens in a calendar month, UTC
    int requestsPerHour = 0;

    friend bool operator==(const Limits &, const Limits &) = default;
};

/// The defaults of a tier before any configuration: 2/10 000/1000, 10/100 000/5000, 100/1 000 000/20 000.
Limits defaultLimits(Tier tier);

struct User {
    QString id;
    QString email; ///< lower case
    QString firstName;
    QString lastName;
    QString phone;
    QString timezone; ///< IANA name
    QString language; ///< BCP 47
    Role role = Role::User;
    Tier tier = Tier::Free;
    QString organizationId;
    QString organizationName;
    OrganizationRole organizationRole = OrganizationRole::Owner;
    Limits limits;
    QString limitNotes; ///< why an administrator changed the limits
    bool active = true;
    bool emailVerified = false;
    bool phoneVerified = false;
    qint64 agentCount = 0;
    qint64 usedTokens = 0; ///< this calendar month
    qint64 usedCalls = 0;
    QDateTime createdAt; ///< UTC
    QDateTime updatedAt; ///< UTC
    QDateTime lastLoginAt; ///< UTC; null: never
};
