// SPDX-License-Identifier: GPL-3.0-or-later
// The audit log's stable words in the person's language.
#pragma once

#include "models/domain/auditentry.h"
#include "models/items/cellvalue.h"

class DisplayFormat;

/// "user.updated" → "User: changed"; as it is where the console does not know it.
QString auditActionInWords(const QString &action);
/// "access_key" → "Access key".
QString auditKindInWords(const QString &kind);
/// Every kind of row the console has a word for, in the order of the words.
QList<QPair<QString, QString>> auditKinds();
/// Actions that are looked for often.
QList<QPair<QString, QString>> auditActions();

/// "max_agents" → "Agents at most"; dotted paths and what the console has no word for as they are.
QString auditFieldInWords(const QString &path);
TagValue auditOutcomeTag(bool succeeded);
/// Who did it: the e-mail, the access key, or the system.
QString auditActorInWords(const AuditEntry &entry);
/// What it was done to: its name, or its kind where it has none.
QString auditTargetInWords(const AuditEntry &entry);

/// A value for a person to read: yes and no, numbers by locale, times in the window's zone.
QString auditValueInWords(const QJsonValue &value, const DisplayFormat &format);
ChangeValue inWords(const FieldChange &change, const DisplayFormat &format);
