// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/endpoint.h"

#include <QVarLengthArray>

#include <array>

namespace api
{
/// A tree of path segments, built once. Literal segments win over ":x". Not changed after the first find(); one a
/// worker.
class Router
{
    Q_DISABLE_COPY_MOVE(Router)
public:
    using Methods = std::array<std::array<const Endpoint *, 2>, 8>; ///< by http::Method and Version

    /// One path with what answers there.
    struct Place {
        Methods methods{};
        const Endpoint *find(http::Method method, Version version) const
        {
            return methods[std::size_t(method)][std::size_t(version)];
        }
        bool serves(Version version) const; ///< with any method
        QByteArray allow(Version version) const; ///< "GET, HEAD, POST, OPTIONS"
    };

    struct Match {
        const Place *place = nullptr; ///< null: no such path
        QVarLengthArray<QByteArrayView, 4> params; ///< point into the segments
    };
    using Segments = QVarLengthArray<QByteArrayView, 12>;

    Router();
    ~Router();

    /// Error: the place is taken.
    Result<Done> add(std::unique_ptr<Endpoint> endpoint);
    Match find(const Segments &segments) const;
    const std::vector<std::unique_ptr<Endpoint>> &endpoints() const { return m_endpoints; }

private:
    struct Node;
    static bool descend(const Node &node, const Segments &segments, qsizetype at, Match &match);

    std::unique_ptr<Node> m_root;
    std::vector<std::unique_ptr<Endpoint>> m_endpoints;
};

/// A path as sent, cut at its slashes and then decoded, so that "%2F" stays inside its segment. One trailing slash is
/// ignored.
class PathSegments
{
    Q_DISABLE_COPY_MOVE(PathSegments)
public:
    explicit PathSegments(QByteArrayView path);
    bool isValid() const { return m_valid; } ///< false: a bad escape, a NUL, or not UTF-8
    const Router::Segments &segments() const { return m_segments; }

private:
    Router::Segments m_segments;
    std::vector<QByteArray> m_decoded; ///< what views point into where a segment had escapes
    bool m_valid = true;
};
}
