// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/call.h"

#include <QDateTime>

namespace api
{
enum class VersionStatus { Supported, Deprecated, Sunset };

/// A version's lifecycle, as an administrator edits it.
struct VersionInfo {
    QByteArray name; ///< "v1"
    VersionStatus status = VersionStatus::Supported;
    QDateTime deprecatedAt = {}; ///< UTC; invalid: not said
    QDateTime sunsetAt = {}; ///< UTC; invalid: not said
    bool serveAfterSunset = false; ///< keeps answering, with warning headers, past sunsetAt

    friend bool operator==(const VersionInfo &, const VersionInfo &) = default;
};

QLatin1StringView toWire(VersionStatus status); ///< "supported"
std::optional<VersionStatus> versionStatusFromWire(QStringView text);

/// A version by its exact name, as clients write it; nothing else is one. v0 lives outside /api and is not one here.
std::optional<Version> versionFromText(QByteArrayView text);

/// The warning headers of something deprecated: Zoptal's three, RFC 9745 and RFC 8594. Without the successor link.
http::Headers deprecationHeaders(const QDateTime &deprecatedAt, const QDateTime &sunsetAt);

/// The lifecycle of all versions: a value, built once, then only read; Shared swaps one for another at run time.
class VersionRegistry
{
public:
    VersionRegistry(); ///< v0 deprecated 2025-01-01, sunset 2025-06-01 but served; v1 and v2 supported
    explicit VersionRegistry(QList<VersionInfo> versions);

    const QList<VersionInfo> &versions() const { return m_versions; }
    /// Lifecycle by name; nothing said means supported.
    VersionInfo find(QByteArrayView name) const;

    bool isGone(Version version, qint64 nowMs) const; ///< answers 410
    bool isDeprecated(Version version) const;
    const http::Headers &warnings(Version version) const; ///< empty unless deprecated
    /// The next newer version that is fully supported.
    std::optional<Version> successor(Version version) const;

    QByteArrayList supported(qint64 nowMs) const; ///< of /api; deprecated but served ones included
    QByteArrayList deprecated() const;
    /// Zoptal's answer of /api/versions, as JSON.
    QByteArray discovery(qint64 nowMs) const;

private:
    struct State {
        VersionInfo info;
        qint64 goneFromMs = 0; ///< 0: never
        http::Headers warnings;
    };
    State &state(Version version) { return m_states[std::size_t(version)]; }
    const State &state(Version version) const { return m_states[std::size_t(version)]; }

    QList<VersionInfo> m_versions;
    std::array<State, 2> m_states;
};
}
