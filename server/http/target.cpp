// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/target.h"

#include <algorithm>

namespace http
{
namespace
{
/// The bytes behind "http://authority", or nothing when the target is in no absolute form.
std::pair<bool, QByteArrayView> behindAuthority(QByteArrayView target)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (target.size() <= scheme.size()
            || qstrnicmp(target.data(), scheme.size(), scheme.data(), scheme.size()) != 0)
            continue;
        const QByteArrayView rest = target.sliced(scheme.size());
        const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
        const qsizetype length = end - rest.begin();
        return {isHost(rest.first(length)) && length > 0, rest.sliced(length)};
    }
    return {false, {}};
}
}

int splitTarget(QByteArrayView target, Request &request, bool &absolute)
{
    const auto isBad = [](char c) { return c == '#' || c == '\\' || uchar(c) <= 0x20 || uchar(c) >= 0x7f; };
    if (target.isEmpty() || std::any_of(target.begin(), target.end(), isBad))
        return 400;
    absolute = false;
    if (target.front() != '/') {
        if (target == QByteArrayView("*") && request.method == Method::Options) {
            request.path = QByteArrayLiteral("/");
            return 0;
        }
        const auto [found, rest] = behindAuthority(target);
        if (!found)
            return 400;
        absolute = true;
        target = rest;
    }
    const auto mark = std::find(target.begin(), target.end(), '?');
    const qsizetype length = mark - target.begin();
    request.path = length == 0 ? QByteArrayLiteral("/") : target.first(length).toByteArray();
    if (length < target.size())
        request.query = target.sliced(length + 1).toByteArray();
    return 0;
}

bool isHost(QByteArrayView value)
{
    const auto isBad = [](char c) {
        return uchar(c) <= 0x20 || uchar(c) >= 0x7f || c == '/' || c == '\\' || c == '@' || c == ',' || c == '?'
            || c == '#' || c == '"' || c == '<' || c == '>';
    };
    return std::none_of(value.begin(), value.end(), isBad);
}
}
