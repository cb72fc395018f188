// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/versions/versionpreview.h"

#include "server/api/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace versions
{
namespace
{
/// A path that stands for all in Link.
constexpr char SamplePath[] = "/users/profile";

struct Shown {
    int status = 200;
    http::Headers headers = {};
};

/// Those that answer at that time.
QByteArrayList apiVersions(const QList<api::VersionInfo> &versions, qint64 atMs)
{
    QByteArrayList names;
    for (const api::VersionInfo &version : versions) {
        const qint64 gone = api::goneFromMs(version);
        if (api::versionFromText(version.name) && (gone == 0 || atMs < gone))
            names << version.name;
    }
    return names;
}

/// A request to the version at that time.
Shown answerAt(const api::VersionInfo &version, const QList<api::VersionInfo> &versions, qint64 atMs)
{
    const api::VersionRegistry registry(versions);
    const auto known = api::versionFromText(version.name);
    const qint64 gone = api::goneFromMs(version);
    const auto brownout = api::nextBrownout(version, atMs);
    const bool isGone = gone != 0 && atMs >= gone;
    const bool isDark = !isGone && version.status != api::VersionStatus::Supported && brownout
        && brownout->from.toMSecsSinceEpoch() <= atMs;
    Shown shown{.status = isGone || isDark ? 410 : 200};
    shown.headers.add("X-API-Version", version.name);
    shown.headers.add("X-API-Supported-Versions", registry.supported(atMs).join(", "));
    for (const auto &[name, value] : api::lifecycleHeaders(version, atMs))
        shown.headers.add(name, value);
    if (known) {
        const auto next = registry.isDeprecated(*known) ? registry.successor(*known) : std::nullopt;
        const QByteArray successor = next ? registry.info(*next).name : QByteArray();
        shown.headers.add("Link", api::versionLinks(apiVersions(versions, atMs), SamplePath, successor));
    }
    if (isDark) {
        const Error refusal = api::brownoutRefusal(version, *brownout, atMs);
        shown.headers.add("Retry-After", QByteArray::number(refusal.retryAfterSeconds));
    }
    return shown;
}

void write(api::JsonWriter &json, const Shown &shown)
{
    json.beginObject().member("status"_L1, shown.status).key("headers"_L1).beginObject();
    for (const auto &[name, value] : shown.headers)
        json.member(QString::fromLatin1(name), value);
    json.endObject().endObject();
}
}

QByteArray previewJson(const QList<api::VersionInfo> &versions, const QMap<QString, Traffic> &traffic, qint64 nowMs)
{
    api::JsonWriter json;
    json.beginObject().key("versions"_L1).beginArray();
    for (const api::VersionInfo &version : versions) {
        const QString name = QString::fromLatin1(version.name);
        json.beginObject().member("version"_L1, name).key("today"_L1);
        write(json, answerAt(version, versions, nowMs));
        const qint64 sunset = version.sunsetAt.isValid() ? version.sunsetAt.toMSecsSinceEpoch() : nowMs;
        json.key("after_sunset"_L1);
        write(json, answerAt(version, versions, std::max(nowMs, sunset)));
        json.key("during_brownout"_L1);
        if (const auto brownout = api::nextBrownout(version, nowMs))
            write(json, answerAt(version, versions, std::max(nowMs, brownout->from.toMSecsSinceEpoch())));
        else
            json.null();
        const Traffic known = traffic.value(name);
        json.member("callers"_L1, known.callers).member("requests_last_30_days"_L1, known.requests).endObject();
    }
    return json.endArray().endObject().take();
}
}
