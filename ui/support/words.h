// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accesskey.h"
#include "models/domain/apiversion.h"
#include "models/domain/call.h"
#include "models/domain/providerkey.h"
#include "models/domain/result.h"
#include "models/domain/user.h"
#include "models/items/cellvalue.h"

/// The client's own words for the server's stable codes.
struct ErrorWords {
    QString happened; ///< a sentence
    QString todo; ///< what to do about it, a sentence
};

ErrorWords inWords(const Error &error);
QString inWords(Role role);
QString inWords(Tier tier);
QString inWords(OrganizationRole role);
QString inWords(KeyPermission permission);
QString inWords(CallStatus status);
QString inWords(CallDirection direction);
QString inWords(VersionStatus status);
TagValue tagOf(Role role);
TagValue tagOf(Tier tier);
TagValue tagOf(KeyPermission permission);
TagValue tagOf(CallStatus status);
TagValue tagOf(const ProviderKey &key);
TagValue tagOf(const AccessKey &key, const QDateTime &now); ///< `now` UTC
TagValue tagOf(VersionStatus status);
TagValue activeTag(bool active);
QString yesOrNo(bool yes);
QString languageName(const QString &code); ///< "de": Deutsch, as its speakers call it
/// For labels with a buddy, buttons and menus, where a lone & would vanish and underline what follows it.
QString asLabel(const QString &name);
QString asSentence(const QString &text); ///< with a capital and a full stop, as the server's words may lack them
