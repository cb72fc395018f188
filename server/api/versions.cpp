// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/versions.h"

#include "server/api/isotime.h"
#include "server/api/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
QString successorAdvice(const api::VersionInfo &version)
{
    return version.successor.isEmpty() ? QString() : u" Use %1."_s.arg(QString::fromLatin1(version.successor));
}

constexpr std::array StatusNames{"supported"_L1, "deprecated"_L1, "sunset"_L1};

QList<api::VersionInfo> shippedVersions()
{
    const auto day = [](int year, int month) { return QDateTime(QDate(year, month, 1), QTime(0, 0), Qt::UTC); };
    api::VersionInfo v1{"v1"};
    v1.successor = "v2";
    return {{"v0", api::VersionStatus::Deprecated, day(2025, 1), day(2025, 6), true, "v1"}, v1, {"v2"}};
}

QByteArray interval(const api::Brownout &brownout)
{
    return api::isoTimeSeconds(brownout.from.toMSecsSinceEpoch()) + '/'
        + api::isoTimeSeconds(brownout.to.toMSecsSinceEpoch());
}

void writeNames(api::JsonWriter &json, QLatin1StringView key, const QByteArrayList &names)
{
    json.key(key).beginArray();
    for (const QByteArray &name : names)
        json.value(name);
    json.endArray();
}
}

namespace api
{
QLatin1StringView toText(Version version) { return version == Version::V1 ? "v1"_L1 : "v2"_L1; }

QLatin1StringView toWire(VersionStatus status) { return StatusNames.at(std::size_t(status)); }

std::optional<VersionStatus> versionStatusFromWire(QStringView text)
{
    const auto at = std::ranges::find_if(StatusNames, [&](QLatin1StringView name) { return name == text; });
    if (at == StatusNames.end())
        return {};
    return VersionStatus(at - StatusNames.begin());
}

std::optional<Version> versionFromText(QByteArrayView text)
{
    if (text.size() == 2 && text[0] == 'v') {
        if (text[1] == '1')
            return Version::V1;
        if (text[1] == '2')
            return Version::V2;
    }
    return {};
}

http::Headers deprecationHeaders(const QDateTime &deprecatedAt, const QDateTime &sunsetAt)
{
    http::Headers headers;
    headers.add("X-API-Deprecation", "true");
    if (deprecatedAt.isValid()) {
        headers.add("X-API-Deprecation-Date", isoTimeSeconds(deprecatedAt.toMSecsSinceEpoch()));
        headers.add("Deprecation", "@" + QByteArray::number(deprecatedAt.toSecsSinceEpoch()));
    }
    if (sunsetAt.isValid()) {
        headers.add("X-API-Sunset-Date", isoTimeSeconds(sunsetAt.toMSecsSinceEpoch()));
        headers.add("Sunset", httpDate(sunsetAt.toMSecsSinceEpoch()));
    }
    return headers;
}

qint64 goneFromMs(const VersionInfo &version)
{
    if (version.status == VersionStatus::Supported || version.serveAfterSunset)
        return 0;
    if (version.sunsetAt.isValid())
        return std::max<qint64>(1, version.sunsetAt.toMSecsSinceEpoch());
    return version.status == VersionStatus::Sunset ? 1 : 0;
}

std::optional<Brownout> nextBrownout(const VersionInfo &version, qint64 nowMs)
{
    const auto at
        = std::ranges::find_if(version.brownouts, [&](const Brownout &b) { return b.to.toMSecsSinceEpoch() > nowMs; });
    return at != version.brownouts.end() ? std::optional(*at) : std::nullopt;
}

http::Headers lifecycleHeaders(const VersionInfo &version, qint64 nowMs)
{
    if (version.status == VersionStatus::Supported)
        return {};
    http::Headers headers = deprecationHeaders(version.deprecatedAt, version.sunsetAt);
    if (const auto next = nextBrownout(version, nowMs))
        headers.add("X-API-Brownout", interval(*next));
    return headers;
}

Error sunsetRefusal(const VersionInfo &version)
{
    Error error{.code = ErrorCode::ApiVersionSunset};
    error.message = u"API version %1 is no longer served"_s.arg(QString::fromLatin1(version.name));
    if (version.sunsetAt.isValid())
        error.message
            += u"; it ended at "_s + QString::fromLatin1(isoTimeSeconds(version.sunsetAt.toMSecsSinceEpoch()));
    error.message += u'.' + successorAdvice(version);
    return error;
}

Error brownoutRefusal(const VersionInfo &version, const Brownout &brownout, qint64 nowMs)
{
    const qint64 untilMs = brownout.to.toMSecsSinceEpoch();
    const QString until = QString::fromLatin1(isoTimeSeconds(untilMs));
    Error error{.code = ErrorCode::ApiVersionSunset};
    error.message = u"API version %1 is in an announced brown-out until %2: soon it will not be served any more."_s.arg(
        QString::fromLatin1(version.name), until);
    error.message += successorAdvice(version);
    error.details.insert(u"brownout_until"_s, until);
    error.retryAfterSeconds = int(std::max<qint64>(1, (untilMs - nowMs + 999) / 1000));
    return error;
}

QByteArray versionLinks(const QByteArrayList &served, QByteArrayView rest, const QByteArray &successor)
{
    QByteArray out;
    out.reserve(2 * rest.size() + 96);
    const auto add = [&](const QByteArray &version, QByteArrayView relation, QByteArrayView suffix) {
        out += out.isEmpty() ? "</api/" : ", </api/";
        out += version;
        out += rest;
        out += ">; rel=\"";
        out += relation;
        out += suffix;
        out += '"';
    };
    for (const QByteArray &version : served)
        add(version, "version-", version);
    if (!successor.isEmpty())
        add(successor, "successor-version", {});
    return out;
}

VersionRegistry::VersionRegistry()
    : VersionRegistry(shippedVersions())
{
}

VersionRegistry::VersionRegistry(QList<VersionInfo> versions)
    : m_versions(std::move(versions))
{
    for (const Version version : {Version::V1, Version::V2}) {
        State &s = state(version);
        s.info = find(QByteArrayView(toText(version).data(), 2));
        s.goneFromMs = goneFromMs(s.info);
    }
}

VersionInfo VersionRegistry::find(QByteArrayView name) const
{
    const auto at = std::ranges::find_if(m_versions, [&](const VersionInfo &v) { return v.name == name; });
    return at != m_versions.end() ? *at : VersionInfo{name.toByteArray()};
}

bool VersionRegistry::isGone(Version version, qint64 nowMs) const
{
    const qint64 from = state(version).goneFromMs;
    return from != 0 && nowMs >= from;
}

bool VersionRegistry::isDeprecated(Version version) const
{
    return state(version).info.status != VersionStatus::Supported;
}

std::optional<Brownout> VersionRegistry::brownout(Version version, qint64 nowMs) const
{
    const VersionInfo &known = info(version);
    if (known.brownouts.isEmpty() || known.status == VersionStatus::Supported)
        return {};
    const auto next = nextBrownout(known, nowMs);
    return next && next->from.toMSecsSinceEpoch() <= nowMs ? next : std::nullopt;
}

std::optional<Version> VersionRegistry::successor(Version version) const
{
    const QByteArray &named = info(version).successor;
    const auto next = named.isEmpty() && version == Version::V1 ? Version::V2 : versionFromText(named);
    return next && *next != version && !isDeprecated(*next) ? next : std::nullopt;
}

QByteArrayList VersionRegistry::supported(qint64 nowMs) const
{
    QByteArrayList names;
    for (const Version version : {Version::V1, Version::V2}) {
        if (!isGone(version, nowMs))
            names << state(version).info.name;
    }
    return names;
}

QByteArrayList VersionRegistry::deprecated() const
{
    QByteArrayList names;
    for (const Version version : {Version::V1, Version::V2}) {
        if (isDeprecated(version))
            names << state(version).info.name;
    }
    return names;
}

QByteArray VersionRegistry::discovery(qint64 nowMs) const
{
    const QByteArrayList served = supported(nowMs);
    const QByteArray current = served.isEmpty() || served.contains("v1") ? QByteArray("v1") : served.last();
    JsonWriter json;
    json.beginObject().member("current"_L1, current).member("default"_L1, "v1"_L1);
    writeNames(json, "supported"_L1, served);
    writeNames(json, "deprecated"_L1, deprecated());
    writeNames(json, "migrations"_L1, served.contains("v2") ? QByteArrayList{"v1->v2"} : QByteArrayList());
    return json.endObject().take();
}
}
