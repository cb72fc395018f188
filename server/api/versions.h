// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/call.h"

#include <QDateTime>

namespace api
{
enum class VersionStatus { Supported, Deprecated, Sunset };

/// An announced short time in which a version is refused, so that those who still call it notice.
struct Brownout {
    QDateTime from; ///< UTC
    QDateTime to; ///< UTC; from then on it is served again

    friend bool operator==(const Brownout &, const Brownout &) = default;
};

/// A version's lifecycle, as an administrator edits it.
struct VersionInfo {
    QByteArray name; ///< "v1"
    VersionStatus status = VersionStatus::Supported;
    QDateTime deprecatedAt = {}; ///< UTC; invalid: not said
    QDateTime sunsetAt = {}; ///< UTC; invalid: not said
    bool serveAfterSunset = false; ///< keeps answering, with warning headers, past sunsetAt
    QByteArray successor = {}; ///< "v2"; empty: the next newer one that is fully supported
    QList<Brownout> brownouts = {}; ///< ordered, without overlaps

    friend bool operator==(const VersionInfo &, const VersionInfo &) = default;
};

QLatin1StringView toWire(VersionStatus status); ///< "supported"
std::optional<VersionStatus> versionStatusFromWire(QStringView text);

/// A version by its exact name, as clients write it; nothing else is one. v0 lives outside /api and is not one here.
std::optional<Version> versionFromText(QByteArrayView text);

/// The warning headers of something deprecated: Zoptal's three, RFC 9745 and RFC 8594. Without the successor link.
http::Headers deprecationHeaders(const QDateTime &deprecatedAt, const QDateTime &sunsetAt);

/// When a version stops answering, ms since the epoch; 0: never. Brown-outs do not count.
qint64 goneFromMs(const VersionInfo &version);
/// The brown-out that holds at that time, or else the next one.
std::optional<Brownout> nextBrownout(const VersionInfo &version, qint64 nowMs);
/// What a version's lifecycle adds to each of its answers at that time: deprecationHeaders() of a version that is not
/// fully supported, and X-API-Brownout, "<from>/<to>", while one is announced. Without the successor link.
http::Headers lifecycleHeaders(const VersionInfo &version, qint64 nowMs);
/// What a request is told once the version is gone: ApiVersionSunset, since when, and what to use instead.
Error sunsetRefusal(const VersionInfo &version);
/// What a refused request is told while that brown-out holds: ApiVersionSunset, to be tried again when it is over.
Error brownoutRefusal(const VersionInfo &version, const Brownout &brownout, qint64 nowMs);
/// The value of Link for a path below the version ("/users/7"): each of `served`, then the successor where there is
/// one.
QByteArray versionLinks(const QByteArrayList &served, QByteArrayView rest, const QByteArray &successor);

/// The lifecycle of all versions: a value, built once, then only read; Shared swaps one for another at run time.
class VersionRegistry
{
public:
    /// As shipped: v0 deprecated 2025-01-01, sunset 2025-06-01 but served; v1 and v2 supported.
    VersionRegistry();
    explicit VersionRegistry(QList<VersionInfo> versions);

    const QList<VersionInfo> &versions() const { return m_versions; }
    /// Lifecycle by name; nothing said means supported.
    VersionInfo find(QByteArrayView name) const;

    bool isGone(Version version, qint64 nowMs) const; ///< answers 410
    /// Set while a brown-out of it holds: it answers 410 until then.
    std::optional<Brownout> brownout(Version version, qint64 nowMs) const;
    bool isDeprecated(Version version) const;
    const VersionInfo &info(Version version) const { return state(version).info; }
    /// What a deprecated version names as its successor: a version of /api that is not on its way out itself.
    std::optional<Version> successor(Version version) const;

    QByteArrayList supported(qint64 nowMs) const; ///< of /api; deprecated but served ones included
    QByteArrayList deprecated() const;
    /// Zoptal's answer of /api/versions, as JSON. What is current is served, and so is where a migration leads.
    QByteArray discovery(qint64 nowMs) const;

private:
    struct State {
        VersionInfo info;
        qint64 goneFromMs = 0; ///< 0: never
    };
    State &state(Version version) { return m_states[std::size_t(version)]; }
    const State &state(Version version) const { return m_states[std::size_t(version)]; }

    QList<VersionInfo> m_versions;
    std::array<State, 2> m_states;
};
}
