// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/versions.h"

#include "server/api/isotime.h"
#include "server/api/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
constexpr std::array StatusNames{"supported"_L1, "deprecated"_L1, "sunset"_L1};

QList<api::VersionInfo> shippedVersions()
{
    const auto day = [](int year, int month) { return QDateTime(QDate(year, month, 1), QTime(0, 0), Qt::UTC); };
    return {{"v0", api::VersionStatus::Deprecated, day(2025, 1), day(2025, 6), true}, {"v1"}, {"v2"}};
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
        if (s.info.status == VersionStatus::Supported)
            continue;
        s.warnings = deprecationHeaders(s.info.deprecatedAt, s.info.sunsetAt);
        if (s.info.sunsetAt.isValid())
            s.goneFromMs = std::max<qint64>(1, s.info.sunsetAt.toMSecsSinceEpoch());
        else if (s.info.status == VersionStatus::Sunset)
            s.goneFromMs = 1;
        if (s.info.serveAfterSunset)
            s.goneFromMs = 0;
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

const http::Headers &VersionRegistry::warnings(Version version) const { return state(version).warnings; }

std::optional<Version> VersionRegistry::successor(Version version) const
{
    if (version == Version::V1 && !isDeprecated(Version::V2))
        return Version::V2;
    return {};
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
    JsonWriter json;
    json.beginObject().member("current"_L1, "v1"_L1).member("default"_L1, "v1"_L1);
    writeNames(json, "supported"_L1, supported(nowMs));
    writeNames(json, "deprecated"_L1, deprecated());
    writeNames(json, "migrations"_L1, {"v1->v2"});
    return json.endObject().take();
}
}
