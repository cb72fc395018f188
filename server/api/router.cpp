// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/router.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype MostSegments = 32;

bool isAscii(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c > 0; });
}
}

namespace api
{
struct Router::Node {
    QByteArray segment;
    std::vector<std::unique_ptr<Node>> children; ///< sorted by segment
    std::unique_ptr<Node> param;
    Place place;
    bool isPlace = false;

    Node *child(QByteArrayView name) const
    {
        const auto at = std::ranges::lower_bound(children, name, std::ranges::less{},
                                                 [](const auto &c) { return QByteArrayView(c->segment); });
        return at != children.end() && (*at)->segment == name ? at->get() : nullptr;
    }
    Node *make(const QByteArray &name)
    {
        if (name.startsWith(':')) {
            if (!param)
                param = std::make_unique<Node>();
            return param.get();
        }
        if (Node *known = child(name))
            return known;
        auto made = std::make_unique<Node>();
        made->segment = name;
        Node *raw = made.get();
        const auto at = std::ranges::lower_bound(children, name, std::ranges::less{},
                                                 [](const auto &c) -> const QByteArray & { return c->segment; });
        children.insert(at, std::move(made));
        return raw;
    }
};

bool Router::Place::serves(Version version) const
{
    return std::ranges::any_of(methods,
                               [&](const auto &versions) { return versions[std::size_t(version)] != nullptr; });
}

QByteArray Router::Place::allow(Version version) const
{
    QByteArray out;
    for (std::size_t i = 0; i < methods.size(); ++i) {
        const auto method = http::Method(i);
        if (!methods[i][std::size_t(version)])
            continue;
        out += http::toText(method) + ", ";
        if (method == http::Method::Get)
            out += "HEAD, ";
    }
    return out + "OPTIONS";
}

Router::Router()
    : m_root(std::make_unique<Node>())
{
}

Router::~Router() = default;

Result<Done> Router::add(std::unique_ptr<Endpoint> endpoint)
{
    Node *node = m_root.get();
    const PathSegments path(endpoint->route.path);
    for (const QByteArrayView segment : path.segments())
        node = node->make(segment.toByteArray());
    node->isPlace = true;
    const bool versioned = endpoint->route.surface == Surface::Api;
    for (const Version version : versioned ? endpoint->route.versions : QList{Version::V1, Version::V2}) {
        const Endpoint *&slot = node->place.methods[std::size_t(endpoint->route.method)][std::size_t(version)];
        if (slot)
            return Error{ErrorCode::InternalError,
                         u"%1 %2 is declared twice."_s.arg(QString::fromLatin1(http::toText(endpoint->route.method)),
                                                           QString::fromUtf8(endpoint->route.path))};
        slot = endpoint.get();
    }
    m_endpoints.push_back(std::move(endpoint));
    return Done{};
}

Router::Match Router::find(const Segments &segments) const
{
    Match match;
    descend(*m_root, segments, 0, match);
    return match;
}

bool Router::descend(const Node &node, const Segments &segments, qsizetype at, Match &match)
{
    if (at == segments.size()) {
        match.place = node.isPlace ? &node.place : nullptr;
        return node.isPlace;
    }
    const QByteArrayView segment = segments[at];
    if (const Node *literal = node.child(segment)) {
        if (descend(*literal, segments, at + 1, match))
            return true;
    }
    if (!node.param || segment.isEmpty())
        return false;
    match.params.append(segment);
    if (descend(*node.param, segments, at + 1, match))
        return true;
    match.params.removeLast();
    return false;
}

PathSegments::PathSegments(QByteArrayView path)
{
    if (path.startsWith('/'))
        path = path.sliced(1);
    if (path.endsWith('/'))
        path = path.chopped(1);
    if (path.isEmpty())
        return;
    while (m_valid) {
        const qsizetype slash = path.indexOf('/');
        QByteArrayView segment = slash < 0 ? path : path.first(slash);
        if (segment.contains('%') || !isAscii(segment)) {
            const auto text = decodedText(segment);
            m_valid = text.has_value();
            segment = m_decoded.emplace_back(text ? text->toUtf8() : QByteArray());
        }
        m_segments.append(segment);
        if (slash < 0 || m_segments.size() == MostSegments)
            break;
        path = path.sliced(slash + 1);
    }
}
}
