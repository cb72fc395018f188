// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/recordedtraffic.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace
{
const QString Folder = QStringLiteral(VOXDESK_SOURCE_DIR "/tests/contract/recorded/");

/// Texts that are secrets, random or measured, whatever they look like.
const QSet<QString> RandomTexts{u"refreshToken"_s, u"nextCursor"_s,    u"last4"_s,         u"fingerprint"_s,  u"hash"_s,
                                u"token"_s,        u"previous_hash"_s, u"database_size"_s, u"health_status"_s};
/// Figures that are measured, or that hold the time.
const QSet<QString> Measured{u"expiresAt"_s,
                             u"uptime"_s,
                             u"uptime_seconds"_s,
                             u"cpuUsage"_s,
                             u"memoryUsage"_s,
                             u"memory_bytes"_s,
                             u"size_bytes"_s,
                             u"p50"_s,
                             u"p95"_s,
                             u"p99"_s,
                             u"health_score"_s,
                             u"lock_waits"_s,
                             u"cache_hit_ratio"_s,
                             u"index_hit_ratio"_s,
                             u"response_cache_hit_ratio"_s,
                             u"error_rate"_s,
                             u"active_connections"_s,
                             u"idle_connections"_s,
                             u"latency_ms"_s,
                             u"created"_s};
/// Lists that grow with what the program is built of: tables, providers and their models. Their first element stands
/// for its kind.
const QSet<QString> Catalogues{u"table_stats"_s, u"groups"_s, u"providers"_s, u"models"_s, u"fields"_s};

QString maskedText(QString text)
{
    struct Rule {
        QRegularExpression what;
        QString with;
    };
    static const QList<Rule> rules{
        {QRegularExpression(u"eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+"_s), u"<jwt>"_s},
        {QRegularExpression(u"vxd_[0-9a-z]+_[\\w-]+"_s), u"<access key>"_s},
        {QRegularExpression(u"\\breq_[0-9a-f]{16}\\b"_s), u"<request id>"_s},
        {QRegularExpression(u"\\b[0-9a-f]{64}\\b"_s), u"<hash>"_s},
        {QRegularExpression(u"\\b([a-z]+)_[0-9a-hjkmnp-tv-z]{26}\\b"_s), u"<\\1 id>"_s},
        {QRegularExpression(u"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"_s), u"<time>"_s},
        {QRegularExpression(u"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"_s), u"<time in seconds>"_s},
        {QRegularExpression(u"\\b20\\d\\d-\\d\\d-\\d\\d\\b"_s), u"<date>"_s},
        {QRegularExpression(u"\\b20\\d\\d-\\d\\d\\b"_s), u"<month>"_s},
    };
    for (const Rule &rule : rules)
        text.replace(rule.what, rule.with);
    return text;
}

/// Only the names of the members and their kinds.
QJsonValue shapeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object: {
        QJsonObject out;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            out.insert(it.key(), shapeOf(it.value()));
        return out;
    }
    case QJsonValue::Array:
        return value.toArray().isEmpty() ? QJsonArray() : QJsonArray{shapeOf(value.toArray().first())};
    case QJsonValue::String:
        return u"<text>"_s;
    case QJsonValue::Double:
        return u"<number>"_s;
    default:
        return value;
    }
}

QJsonValue maskedValue(const QString &name, const QJsonValue &value);

QJsonObject maskedObject(const QJsonObject &object)
{
    QJsonObject out;
    for (auto it = object.begin(); it != object.end(); ++it)
        out.insert(it.key(), maskedValue(it.key(), it.value()));
    return out;
}

QJsonValue maskedValue(const QString &name, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object:
        return maskedObject(value.toObject());
    case QJsonValue::Array: {
        QJsonArray out;
        if (Catalogues.contains(name) && value.toArray().size() > 0 && value.toArray().first().isObject())
            return shapeOf(value.toArray().first());
        for (const QJsonValue element : value.toArray())
            out << maskedValue(name, element);
        return out;
    }
    case QJsonValue::String:
        return RandomTexts.contains(name) && !value.toString().isEmpty() ? u"<%1>"_s.arg(name)
                                                                         : maskedText(value.toString());
    case QJsonValue::Double:
        return Measured.contains(name) ? QJsonValue(u"<number>"_s) : value;
    default:
        return value;
    }
}
}

RecordedExchange RecordedExchange::from(const QJsonObject &object)
{
    return {.as = object[u"as"_s].toString(),
            .method = object[u"method"_s].toString().toLatin1(),
            .target = object[u"target"_s].toString(),
            .body = object.value(u"body"_s),
            .keep = object[u"keep"_s].toObject(),
            .status = object[u"status"_s].toInt(),
            .answer = object.value(u"answer"_s)};
}

QJsonObject RecordedExchange::toObject() const
{
    QJsonObject object{{u"as"_s, as},
                       {u"method"_s, QString::fromLatin1(method)},
                       {u"target"_s, target},
                       {u"status"_s, status},
                       {u"answer"_s, answer}};
    if (!body.isUndefined())
        object.insert(u"body"_s, body);
    if (!keep.isEmpty())
        object.insert(u"keep"_s, keep);
    return object;
}

QStringList recordings()
{
    QStringList names = QDir(Folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(5);
    return names;
}

QList<RecordedExchange> readRecording(const QString &name)
{
    QFile file(Folder + name + u".json"_s);
    QList<RecordedExchange> exchanges;
    if (!file.open(QIODevice::ReadOnly))
        return exchanges;
    for (const QJsonValue exchange : QJsonDocument::fromJson(file.readAll()).array())
        exchanges << RecordedExchange::from(exchange.toObject());
    return exchanges;
}

bool writeRecording(const QString &name, const QList<RecordedExchange> &exchanges)
{
    QJsonArray rows;
    for (const RecordedExchange &exchange : exchanges)
        rows << exchange.toObject();
    QFile file(Folder + name + u".json"_s);
    const QByteArray text = QJsonDocument(rows).toJson();
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QJsonValue masked(const QByteArray &body)
{
    if (body.isEmpty())
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject())
        return maskedObject(document.object());
    if (document.isArray())
        return maskedValue({}, document.array());
    return maskedText(QString::fromUtf8(body));
}

QString filled(const QString &text, const QHash<QString, QString> &kept)
{
    QString out = text;
    for (const auto &[name, value] : kept.asKeyValueRange())
        out.replace(u'{' + name + u'}', value);
    return out;
}

QJsonValue filled(const QJsonValue &value, const QHash<QString, QString> &kept)
{
    if (value.isString())
        return filled(value.toString(), kept);
    if (value.isArray()) {
        QJsonArray out;
        for (const QJsonValue element : value.toArray())
            out << filled(element, kept);
        return out;
    }
    if (!value.isObject())
        return value;
    QJsonObject out;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        out.insert(it.key(), filled(it.value(), kept));
    return out;
}

QJsonValue valueAt(const QJsonValue &value, const QString &path)
{
    QJsonValue at = value;
    for (const QString &part : path.split(u'.')) {
        bool isNumber = false;
        const int index = part.toInt(&isNumber);
        at = isNumber && at.isArray() ? at.toArray().at(index) : at.toObject().value(part);
    }
    return at;
}

QStringList changes(const QJsonValue &now, const QJsonValue &recorded, const QString &path)
{
    if (now == recorded)
        return {};
    QStringList found;
    if (now.isObject() && recorded.isObject()) {
        QStringList names = now.toObject().keys() + recorded.toObject().keys();
        names.removeDuplicates();
        for (const QString &name : std::as_const(names))
            found << changes(now.toObject().value(name), recorded.toObject().value(name), path + u'.' + name);
        return found;
    }
    if (now.isArray() && recorded.isArray() && now.toArray().size() == recorded.toArray().size()) {
        for (qsizetype i = 0; i < now.toArray().size(); ++i)
            found << changes(now.toArray().at(i), recorded.toArray().at(i), u"%1[%2]"_s.arg(path).arg(i));
        return found;
    }
    const auto text = [](const QJsonValue &value) -> QString {
        if (value.isUndefined())
            return u"nothing"_s;
        const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(json.mid(1).chopped(1).left(200));
    };
    return {u"%1 is %2, was %3"_s.arg(path, text(now), text(recorded))};
}
