// SPDX-License-Identifier: GPL-3.0-or-later
// How users and what belongs to them look in answers, and the schemas that say so.
#pragma once

#include "models/domain/organization.h"
#include "server/api/jsonwriter.h"
#include "server/api/route.h"
#include "server/identity/sessionstore.h"
#include "server/identity/userrow.h"

namespace identity
{
void writeAdminUser(api::JsonWriter &json, const UserRow &row); ///< component AdminUser: VoxFlow's row and all the rest
void writeListedUser(api::JsonWriter &json, const UserRow &row); ///< component ListedUser: Omnivox
void writeOrganization(api::JsonWriter &json, const Organization &organization); ///< component Organization
void writeSession(api::JsonWriter &json, const SessionRow &session,
                  const QString &currentId); ///< component UserSession
QByteArray adminUserJson(const UserRow &row);
QByteArray accountJson(const UserRow &row); ///< component Account: VoxFlow's profile
QByteArray profileJson(const UserRow &row); ///< component Profile: Omnivox
QByteArray organizationJson(const Organization &organization);

QList<api::Component> userComponents();
/// Properties of bodies that set these of a user, for object schemas: names, phone number, time zone and language.
extern const QByteArray ProfileProperties;
extern const QByteArray LimitProperties; ///< the three limits
/// {"type":"array","items":{"$ref":…}}
api::Schema listOf(const QByteArray &component);
api::Schema reference(const QByteArray &component);
}
