// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/auditwords.h"

#include "models/items/displayformat.h"
#include "ui/support/registrywords.h"
#include "ui/support/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(AuditWords)
};

struct Word {
    const char *code;
    const char *text;
};

constexpr std::array Kinds{
    Word{"access_key", QT_TRANSLATE_NOOP("AuditWords", "Access key")},
    Word{"account", QT_TRANSLATE_NOOP("AuditWords", "Account")},
    Word{"agent", QT_TRANSLATE_NOOP("AuditWords", "Agent")},
    Word{"audit", QT_TRANSLATE_NOOP("AuditWords", "Audit log")},
    Word{"call", QT_TRANSLATE_NOOP("AuditWords", "Call")},
    Word{"device", QT_TRANSLATE_NOOP("AuditWords", "Device")},
    Word{"email", QT_TRANSLATE_NOOP("AuditWords", "E-mail")},
    Word{"invitation", QT_TRANSLATE_NOOP("AuditWords", "Invitation")},
    Word{"legacy", QT_TRANSLATE_NOOP("AuditWords", "Legacy data")},
    Word{"legacy_export", QT_TRANSLATE_NOOP("AuditWords", "Legacy export")},
    Word{"limits", QT_TRANSLATE_NOOP("AuditWords", "Limits")},
    Word{"master_key", QT_TRANSLATE_NOOP("AuditWords", "Master key")},
    Word{"member", QT_TRANSLATE_NOOP("AuditWords", "Member")},
    Word{"organization", QT_TRANSLATE_NOOP("AuditWords", "Organisation")},
    Word{"password", QT_TRANSLATE_NOOP("AuditWords", "Password")},
    Word{"preferences", QT_TRANSLATE_NOOP("AuditWords", "Preferences")},
    Word{"profile", QT_TRANSLATE_NOOP("AuditWords", "Profile")},
    Word{"provider_key", QT_TRANSLATE_NOOP("AuditWords", "Provider key")},
    Word{"recovery_code", QT_TRANSLATE_NOOP("AuditWords", "Recovery code")},
    Word{"recovery_codes", QT_TRANSLATE_NOOP("AuditWords", "Recovery codes")},
    Word{"session", QT_TRANSLATE_NOOP("AuditWords", "Session")},
    Word{"sessions", QT_TRANSLATE_NOOP("AuditWords", "Sessions")},
    Word{"two_factor", QT_TRANSLATE_NOOP("AuditWords", "Second factor")},
    Word{"user", QT_TRANSLATE_NOOP("AuditWords", "User")},
    Word{"vault", QT_TRANSLATE_NOOP("AuditWords", "Key vault")},
    Word{"version", QT_TRANSLATE_NOOP("AuditWords", "API version")},
};

constexpr std::array Fields{
    Word{"email", QT_TRANSLATE_NOOP("AuditWords", "E-mail")},
    Word{"expires_at", QT_TRANSLATE_NOOP("AuditWords", "Expires")},
    Word{"first_name", QT_TRANSLATE_NOOP("AuditWords", "First name")},
    Word{"is_active", QT_TRANSLATE_NOOP("AuditWords", "Active")},
    Word{"last_name", QT_TRANSLATE_NOOP("AuditWords", "Last name")},
    Word{"max_agents", QT_TRANSLATE_NOOP("AuditWords", "Agents at most")},
    Word{"monthly_token_quota", QT_TRANSLATE_NOOP("AuditWords", "Tokens a month")},
    Word{"name", QT_TRANSLATE_NOOP("AuditWords", "Name")},
    Word{"notes", QT_TRANSLATE_NOOP("AuditWords", "Notes")},
    Word{"organization_name", QT_TRANSLATE_NOOP("AuditWords", "Organisation")},
    Word{"phone", QT_TRANSLATE_NOOP("AuditWords", "Phone")},
    Word{"phone_number", QT_TRANSLATE_NOOP("AuditWords", "Phone number")},
    Word{"requests_per_hour", QT_TRANSLATE_NOOP("AuditWords", "Requests an hour")},
    Word{"role", QT_TRANSLATE_NOOP("AuditWords", "Role")},
    Word{"status", QT_TRANSLATE_NOOP("AuditWords", "State")},
    Word{"subscription_tier", QT_TRANSLATE_NOOP("AuditWords", "Tier")},
};

constexpr std::array SettingGroups{
    // of agents, named as the provider registry does
    Word{"interruption_settings", "Interruptions"},
    Word{"llm_provider", "Language model"},
    Word{"llm_provider_config", "Language model"},
    Word{"stt_settings", "Speech-to-text"},
    Word{"tts_settings", "Voice"},
};

constexpr std::array Verbs{
    Word{"accepted", QT_TRANSLATE_NOOP("AuditWords", "accepted")},
    Word{"activated", QT_TRANSLATE_NOOP("AuditWords", "activated")},
    Word{"canceled", QT_TRANSLATE_NOOP("AuditWords", "cancelled")},
    Word{"challenged", QT_TRANSLATE_NOOP("AuditWords", "second factor asked for")},
    Word{"changed", QT_TRANSLATE_NOOP("AuditWords", "changed")},
    Word{"confirmed", QT_TRANSLATE_NOOP("AuditWords", "confirmed")},
    Word{"created", QT_TRANSLATE_NOOP("AuditWords", "created")},
    Word{"deactivated", QT_TRANSLATE_NOOP("AuditWords", "deactivated")},
    Word{"deleted", QT_TRANSLATE_NOOP("AuditWords", "deleted")},
    Word{"disabled", QT_TRANSLATE_NOOP("AuditWords", "turned off")},
    Word{"enabled", QT_TRANSLATE_NOOP("AuditWords", "turned on")},
    Word{"ended", QT_TRANSLATE_NOOP("AuditWords", "ended")},
    Word{"enrolled", QT_TRANSLATE_NOOP("AuditWords", "set up")},
    Word{"exported", QT_TRANSLATE_NOOP("AuditWords", "exported")},
    Word{"failed", QT_TRANSLATE_NOOP("AuditWords", "failed")},
    Word{"imported", QT_TRANSLATE_NOOP("AuditWords", "imported")},
    Word{"locked", QT_TRANSLATE_NOOP("AuditWords", "locked")},
    Word{"notified", QT_TRANSLATE_NOOP("AuditWords", "callers notified")},
    Word{"pruned", QT_TRANSLATE_NOOP("AuditWords", "old entries removed")},
    Word{"registered", QT_TRANSLATE_NOOP("AuditWords", "registered")},
    Word{"removed", QT_TRANSLATE_NOOP("AuditWords", "removed")},
    Word{"renamed", QT_TRANSLATE_NOOP("AuditWords", "renamed")},
    Word{"renewed", QT_TRANSLATE_NOOP("AuditWords", "created anew")},
    Word{"replaced", QT_TRANSLATE_NOOP("AuditWords", "replaced")},
    Word{"reported", QT_TRANSLATE_NOOP("AuditWords", "reported")},
    Word{"requested", QT_TRANSLATE_NOOP("AuditWords", "requested")},
    Word{"reset", QT_TRANSLATE_NOOP("AuditWords", "reset")},
    Word{"reverted", QT_TRANSLATE_NOOP("AuditWords", "reverted")},
    Word{"revoked", QT_TRANSLATE_NOOP("AuditWords", "revoked")},
    Word{"rotated", QT_TRANSLATE_NOOP("AuditWords", "rotated")},
    Word{"sent", QT_TRANSLATE_NOOP("AuditWords", "sent")},
    Word{"tested", QT_TRANSLATE_NOOP("AuditWords", "tested")},
    Word{"updated", QT_TRANSLATE_NOOP("AuditWords", "changed")},
    Word{"used", QT_TRANSLATE_NOOP("AuditWords", "used")},
    Word{"verified", QT_TRANSLATE_NOOP("AuditWords", "verified")},
};

constexpr std::array Offered{
    "user.created",       "user.updated",          "user.deleted",       "limits.updated",     "session.created",
    "session.challenged", "session.failed",        "session.revoked",    "password.changed",   "password.reset",
    "two_factor.enabled", "two_factor.disabled",   "device.revoked",     "agent.created",      "agent.updated",
    "agent.deleted",      "provider_key.replaced", "access_key.created", "access_key.rotated", "access_key.revoked",
    "invitation.created", "member.removed",        "version.updated",    "legacy.imported",
};

template<std::size_t N>
const char *textOf(const std::array<Word, N> &words, const QString &code)
{
    const auto at = std::ranges::find_if(words, [&](const Word &word) { return code == QLatin1StringView(word.code); });
    return at == words.end() ? nullptr : at->text;
}

template<std::size_t N>
QString wordFor(const std::array<Word, N> &words, const QString &code)
{
    const char *text = textOf(words, code);
    return text ? Text::tr(text) : code;
}
}

QString auditKindInWords(const QString &kind) { return wordFor(Kinds, kind); }

QString auditActionInWords(const QString &action)
{
    const qsizetype dot = action.indexOf(u'.');
    if (dot < 0)
        return action;
    return Text::tr("%1: %2", "kind of row: what was done")
        .arg(auditKindInWords(action.left(dot)), wordFor(Verbs, action.mid(dot + 1)));
}

QString auditFieldInWords(const QString &path)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot >= 0)
        return Text::tr("%1: %2", "group of settings: setting")
            .arg(auditFieldInWords(path.left(dot)), auditFieldInWords(path.mid(dot + 1)));
    if (const char *word = textOf(Fields, path))
        return Text::tr(word);
    if (const char *group = textOf(SettingGroups, path))
        return registryText(QString::fromLatin1(group));
    QString words = QString(path).replace(u'_', u' ');
    return registryText(words.left(1).toUpper() + words.mid(1));
}

QList<QPair<QString, QString>> auditKinds()
{
    QList<QPair<QString, QString>> kinds;
    for (const char *kind : {"access_key", "agent", "call", "device", "invitation", "organization", "provider_key",
                             "session", "user", "version"})
        kinds.append({QString::fromLatin1(kind), auditKindInWords(QString::fromLatin1(kind))});
    return kinds;
}

QList<QPair<QString, QString>> auditActions()
{
    QList<QPair<QString, QString>> actions;
    for (const char *action : Offered)
        actions.append({QString::fromLatin1(action), auditActionInWords(QString::fromLatin1(action))});
    return actions;
}

TagValue auditOutcomeTag(bool succeeded)
{
    return succeeded ? TagValue{Text::tr("Done", "outcome"), Tone::Good}
                     : TagValue{Text::tr("Failed", "outcome"), Tone::Bad};
}

QString auditActorInWords(const AuditEntry &entry)
{
    if (entry.actor.type == "system"_L1)
        return entry.actor.email.isEmpty() ? Text::tr("The server itself")
                                           : Text::tr("The server itself (%1)").arg(entry.actor.email);
    const QString name = entry.actor.email.isEmpty() ? entry.actor.id : entry.actor.email;
    if (entry.actor.type == "access_key"_L1)
        return name.isEmpty() ? Text::tr("An access key") : Text::tr("Access key of %1").arg(name);
    return name.isEmpty() ? Text::tr("Somebody unknown") : name;
}

QString auditTargetInWords(const AuditEntry &entry)
{
    if (entry.target.type == "provider_key"_L1)
        return providerName(entry.target.label);
    if (!entry.target.label.isEmpty())
        return entry.target.label;
    return entry.target.type.isEmpty() ? QString() : auditKindInWords(entry.target.type);
}

QString auditValueInWords(const QJsonValue &value, const DisplayFormat &format)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return yesOrNo(value.toBool());
    case QJsonValue::Double:
        if (const double number = value.toDouble(); number == std::floor(number) && std::abs(number) < 1e15)
            return format.integer(qint64(number));
        return format.locale().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::String: {
        const QString text = value.toString();
        // "2026-01-02T03:04:05.678Z", and nothing that merely begins with digits
        const QDateTime time = text.size() >= 20 && text.at(10) == u'T' && text.endsWith(u'Z')
            ? QDateTime::fromString(text, Qt::ISODateWithMs)
            : QDateTime();
        return time.isValid() ? format.timestamp(time) : text;
    }
    case QJsonValue::Array: {
        QStringList parts;
        for (const auto &part : value.toArray())
            parts << auditValueInWords(part, format);
        return parts.join(u", "_s);
    }
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

ChangeValue inWords(const FieldChange &change, const DisplayFormat &format)
{
    const auto kind = change.kind == FieldChange::Kind::Added ? ChangeValue::Kind::Added
        : change.kind == FieldChange::Kind::Removed           ? ChangeValue::Kind::Removed
                                                              : ChangeValue::Kind::Changed;
    return {kind, auditValueInWords(change.before, format), auditValueInWords(change.after, format)};
}
