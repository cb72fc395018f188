// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/entry.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace audit
{
namespace
{
struct Field {
    const char *name;
    QString Entry::*text;
};

/// What is hashed after `seq`, in this order; `at` stands between the first and the second.
constexpr std::array Fields{
    Field{"action", &Entry::action},
    Field{"outcome", &Entry::outcome},
    Field{"organization_id", &Entry::organizationId},
    Field{"actor_type", &Entry::actorType},
    Field{"actor_id", &Entry::actorId},
    Field{"actor_email", &Entry::actorEmail},
    Field{"key_id", &Entry::keyId},
    Field{"session_id", &Entry::sessionId},
    Field{"device_id", &Entry::deviceId},
    Field{"address", &Entry::address},
    Field{"user_agent", &Entry::userAgent},
    Field{"version", &Entry::version},
    Field{"request_id", &Entry::requestId},
    Field{"target_type", &Entry::targetType},
    Field{"target_id", &Entry::targetId},
    Field{"target_label", &Entry::targetLabel},
    Field{"before_json", &Entry::before},
    Field{"after_json", &Entry::after},
    Field{"reverts", &Entry::reverts},
};

void add(QByteArray &text, const char *name, const QByteArray &value)
{
    text.append(name).append(':').append(QByteArray::number(value.size())).append(':').append(value).append('\n');
}

/// As identity::folded(), by which lists search.
QString folded(const QString &text) { return text.normalized(QString::NormalizationForm_C).simplified().toLower(); }

QJsonObject objectIn(const QString &json) { return QJsonDocument::fromJson(json.toUtf8()).object(); }
}

const QString EntryColumns
    = u"u.seq, u.id, u.at, u.action, u.outcome, u.organization_id, u.actor_type, u.actor_id, u.actor_email, u.key_id, "
      "u.session_id, u.device_id, u.address, u.user_agent, u.version, u.request_id, u.target_type, u.target_id, "
      "u.target_label, u.before_json, u.after_json, u.reverts, u.previous_hash, u.hash, u.search_text"_s;

QJsonObject Entry::beforeObject() const { return objectIn(before); }

QJsonObject Entry::afterObject() const { return objectIn(after); }

Entry readEntry(const store::Rows &rows)
{
    Entry entry{.sequence = rows.integer(0), .id = rows.text(1), .at = rows.integer(2)};
    int column = 3;
    for (const Field &field : Fields)
        entry.*field.text = rows.text(column++);
    entry.previousHash = rows.text(column++);
    entry.hash = rows.text(column++);
    entry.searchText = rows.text(column);
    return entry;
}

QByteArray hashOf(const Entry &entry, const QString &previousHash)
{
    QByteArray text("voxdesk audit 1\n");
    text.reserve(1024);
    text.append(previousHash.toLatin1()).append('\n');
    add(text, "seq", QByteArray::number(entry.sequence));
    add(text, "id", entry.id.toUtf8());
    add(text, "at", QByteArray::number(entry.at));
    for (const Field &field : Fields)
        add(text, field.name, (entry.*field.text).toUtf8());
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

bool isShortened(const Entry &entry)
{
    return entry.beforeObject().contains(ShortenedMark) || entry.afterObject().contains(ShortenedMark);
}

QString searchTextOf(const Entry &entry)
{
    QStringList lines;
    for (const QString &text : {entry.action, entry.actorEmail, entry.actorId, entry.address, entry.targetLabel,
                                entry.targetId, entry.requestId, entry.keyId})
        lines << folded(text);
    lines.removeAll(QString());
    lines.removeDuplicates();
    return lines.join(u'\n');
}
}
