// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/versions/lifecycle.h"

#include "server/api/isotime.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace versions
{
namespace
{
using api::Brownout;
using api::VersionInfo;
using api::VersionStatus;

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(QString::fromLatin1(api::isoTime(time.toMSecsSinceEpoch()))) : QJsonValue();
}

QDateTime timeIn(const QJsonValue &value)
{
    return value.isString() ? QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC() : QDateTime();
}

QList<Brownout> brownoutsIn(const QJsonArray &rows)
{
    QList<Brownout> brownouts;
    for (const QJsonValue row : rows)
        brownouts << Brownout{timeIn(row["from"_L1]), timeIn(row["to"_L1])};
    std::ranges::sort(brownouts, {}, &Brownout::from);
    return brownouts;
}

/// What is wrong, by field; the first word on a field stays.
class Complaints
{
public:
    void add(qsizetype index, const QString &field, const QString &what)
    {
        const QString name = u"versions.%1.%2"_s.arg(index).arg(field);
        if (!m_all.contains(name))
            m_all.insert(name, what);
    }
    QMap<QString, QString> m_all;
};

void checkDates(const VersionInfo &version, qsizetype index, Complaints &complaints)
{
    const bool supported = version.status == VersionStatus::Supported;
    if (supported && version.deprecatedAt.isValid())
        complaints.add(index, u"deprecated_at"_s, u"A supported version is not deprecated at any time"_s);
    if (supported && version.sunsetAt.isValid())
        complaints.add(index, u"sunset_at"_s, u"A version is deprecated before it is sunset"_s);
    if (!supported && !version.deprecatedAt.isValid())
        complaints.add(index, u"deprecated_at"_s, u"Since when, or from when on, is it deprecated?"_s);
    if (version.status == VersionStatus::Sunset && !version.sunsetAt.isValid())
        complaints.add(index, u"sunset_at"_s, u"Since when, or from when on, is it not served?"_s);
    if (version.deprecatedAt.isValid() && version.sunsetAt.isValid() && version.sunsetAt <= version.deprecatedAt)
        complaints.add(index, u"sunset_at"_s, u"Not after deprecated_at"_s);
}

QString complaintOf(const Brownout &brownout, const VersionInfo &version)
{
    constexpr qint64 Longest = qint64(LongestBrownoutHours) * 3600;
    if (!brownout.from.isValid() || !brownout.to.isValid())
        return u"A brown-out has a beginning and an end"_s;
    if (brownout.to <= brownout.from)
        return u"It ends before it begins"_s;
    if (brownout.from.secsTo(brownout.to) > Longest)
        return u"A brown-out lasts 24 hours at most"_s;
    if (version.deprecatedAt.isValid() && brownout.from < version.deprecatedAt)
        return u"It begins before the version is deprecated"_s;
    if (version.sunsetAt.isValid() && brownout.to > version.sunsetAt)
        return u"It ends after the version's sunset"_s;
    return {};
}

void checkBrownouts(const VersionInfo &version, qsizetype index, Complaints &complaints)
{
    if (version.brownouts.isEmpty())
        return;
    if (version.status == VersionStatus::Supported)
        complaints.add(index, u"brownouts"_s, u"A supported version has no brown-outs"_s);
    if (version.brownouts.size() > MostBrownouts)
        complaints.add(index, u"brownouts"_s, u"At most 100"_s);
    for (qsizetype i = 0; i < version.brownouts.size(); ++i) {
        QString what = complaintOf(version.brownouts[i], version);
        if (what.isEmpty() && i > 0 && version.brownouts[i].from < version.brownouts[i - 1].to)
            what = u"It begins before the one before it ends"_s;
        if (!what.isEmpty())
            complaints.add(index, u"brownouts.%1"_s.arg(i), what);
    }
}

/// Versions are "v" and a number.
int numberOf(const QByteArray &name) { return name.sliced(1).toInt(); }

void checkSuccessor(const QList<VersionInfo> &versions, qsizetype index, Complaints &complaints)
{
    const VersionInfo &version = versions[index];
    if (version.successor.isEmpty())
        return;
    const bool known = std::ranges::any_of(versions, [&](const auto &v) { return v.name == version.successor; });
    if (!known)
        complaints.add(index, u"successor"_s, u"There is no such version"_s);
    else if (numberOf(version.successor) <= numberOf(version.name))
        complaints.add(index, u"successor"_s, u"Not newer than the version itself"_s);
}

bool isOfApi(const VersionInfo &version) { return api::versionFromText(version.name).has_value(); }

bool overlaps(const Brownout &a, const Brownout &b) { return a.from < b.to && b.from < a.to; }

/// Who could not reach any version of /api could not put it right either. Complains of the first `sent` ones.
void checkReachable(const QList<VersionInfo> &versions, qsizetype sent, Complaints &complaints)
{
    const bool lasts
        = std::ranges::any_of(versions, [](const VersionInfo &v) { return isOfApi(v) && api::goneFromMs(v) == 0; });
    for (qsizetype i = 0; i < sent; ++i) {
        if (!isOfApi(versions[i]))
            continue;
        if (!lasts)
            complaints.add(i, u"sunset_at"_s, u"No version would be left: one has to be served for ever"_s);
        for (qsizetype n = 0; n < versions[i].brownouts.size(); ++n) {
            const Brownout &brownout = versions[i].brownouts[n];
            const auto answers = [&](const VersionInfo &other) {
                const qint64 gone = api::goneFromMs(other);
                return other.name != versions[i].name && isOfApi(other)
                    && (gone == 0 || gone >= brownout.to.toMSecsSinceEpoch())
                    && std::ranges::none_of(other.brownouts, [&](const auto &b) { return overlaps(b, brownout); });
            };
            if (std::ranges::none_of(versions, answers))
                complaints.add(i, u"brownouts.%1"_s.arg(n), u"No other version would be served meanwhile"_s);
        }
    }
}

void checkNames(const QList<VersionInfo> &now, const QJsonArray &rows, QMap<QString, QString> &wrong)
{
    QList<QByteArray> seen;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QByteArray name = rows[i]["version"_L1].toString().toUtf8();
        if (seen.contains(name))
            wrong.insert(u"versions.%1.version"_s.arg(i), u"Named twice"_s);
        seen << name;
    }
    QStringList missing;
    for (const VersionInfo &version : now) {
        if (!seen.contains(version.name))
            missing << QString::fromLatin1(version.name);
    }
    if (!missing.isEmpty())
        wrong.insert(u"versions"_s,
                     (missing.size() == 1 ? u"%1 is missing"_s : u"%1 are missing"_s).arg(missing.join(u", "_s)));
}

/// What is wrong with the first `sent` ones; those after them are there to be seen only.
QMap<QString, QString> complaintsOf(const QList<VersionInfo> &versions, qsizetype sent)
{
    Complaints complaints;
    for (qsizetype i = 0; i < sent; ++i) {
        checkDates(versions[i], i, complaints);
        checkBrownouts(versions[i], i, complaints);
        checkSuccessor(versions, i, complaints);
    }
    checkReachable(versions, sent, complaints);
    return complaints.m_all;
}
}

QJsonObject lifecycleObject(const VersionInfo &version)
{
    QJsonArray brownouts;
    for (const Brownout &one : version.brownouts)
        brownouts << QJsonObject{{u"from"_s, timeOrNull(one.from)}, {u"to"_s, timeOrNull(one.to)}};
    const QJsonValue successor
        = version.successor.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(version.successor));
    return {{u"version"_s, QString::fromLatin1(version.name)},
            {u"status"_s, QString(api::toWire(version.status))},
            {u"deprecated_at"_s, timeOrNull(version.deprecatedAt)},
            {u"sunset_at"_s, timeOrNull(version.sunsetAt)},
            {u"serve_after_sunset"_s, version.serveAfterSunset},
            {u"successor"_s, successor},
            {u"brownouts"_s, brownouts}};
}

QByteArray lifecyclesJson(const QList<VersionInfo> &versions)
{
    api::JsonWriter json;
    json.beginObject().key("versions"_L1).beginArray();
    for (const VersionInfo &version : versions)
        json.value(QJsonValue(lifecycleObject(version)));
    return json.endArray().endObject().take();
}

VersionInfo withMembers(VersionInfo version, const QJsonObject &members)
{
    if (const auto status = api::versionStatusFromWire(members["status"_L1].toString()))
        version.status = *status;
    if (members.contains("deprecated_at"_L1))
        version.deprecatedAt = timeIn(members["deprecated_at"_L1]);
    if (members.contains("sunset_at"_L1))
        version.sunsetAt = timeIn(members["sunset_at"_L1]);
    if (members.contains("serve_after_sunset"_L1))
        version.serveAfterSunset = members["serve_after_sunset"_L1].toBool();
    if (members.contains("successor"_L1))
        version.successor = members["successor"_L1].toString().toUtf8();
    if (members.contains("brownouts"_L1))
        version.brownouts = brownoutsIn(members["brownouts"_L1].toArray());
    return version;
}

QMap<QString, QString> complaints(const QList<VersionInfo> &versions)
{
    return complaintsOf(versions, versions.size());
}

Result<QList<VersionInfo>> changedLifecycles(const QList<VersionInfo> &now, const QJsonObject &body)
{
    const QJsonArray rows = body["versions"_L1].toArray();
    QMap<QString, QString> wrong;
    checkNames(now, rows, wrong);
    QList<VersionInfo> next;
    for (const QJsonValue row : rows) {
        const QByteArray name = row["version"_L1].toString().toUtf8();
        const auto known = std::ranges::find_if(now, [&](const VersionInfo &v) { return v.name == name; });
        next << withMembers(known != now.end() ? *known : VersionInfo{name}, row.toObject());
        if (next.last().status == VersionStatus::Supported && !row.toObject().contains("brownouts"_L1))
            next.last().brownouts.clear(); // they went with the deprecation
    }
    // What was not sent is complained of once; the others are judged beside it as it is.
    QList<VersionInfo> beside = next;
    std::ranges::copy_if(now, std::back_inserter(beside), [&](const VersionInfo &version) {
        return std::ranges::find(next, version.name, &VersionInfo::name) == next.end();
    });
    wrong.insert(complaintsOf(beside, next.size()));
    if (!wrong.isEmpty())
        return Error{.code = ErrorCode::ValidationError, .details = wrong};
    std::ranges::sort(next, {}, [](const VersionInfo &v) { return v.name; });
    return next;
}
}
