// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/fingerprint.h"

#include <QMessageAuthenticationCode>
#include <QVarLengthArray>

#include <algorithm>

namespace
{
/// Ids are short and of any characters; their UTF-16 as it lies in memory saves a conversion, the length keeps them
/// apart.
void append(QByteArray &out, const QString &text)
{
    out += char(text.size());
    out.append(reinterpret_cast<const char *>(text.constData()), text.size() * qsizetype(sizeof(QChar)));
}

void appendQuery(QByteArray &out, QByteArrayView query)
{
    QVarLengthArray<QByteArrayView, 8> parts;
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView part = end < 0 ? query : query.first(end);
        if (!part.isEmpty() && !part.startsWith("version="))
            parts.append(part);
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
    }
    std::ranges::sort(parts);
    for (const QByteArrayView part : parts) {
        out += '&';
        out += part;
    }
}
}

namespace api
{
QByteArray idOf(const Principal &principal)
{
    QByteArray out;
    out.reserve(256);
    append(out, principal.organizationId);
    append(out, principal.userId);
    append(out, principal.keyId);
    return out;
}

QByteArray scopeOf(const Principal &principal)
{
    QByteArray out = idOf(principal);
    out += char('a' + int(principal.role));
    out += char('a' + int(principal.organizationRole));
    out += char('a' + int(principal.keyPermission));
    out += char('a' + int(principal.tier));
    return out;
}

QByteArray cacheKeyOf(const Call &call, const std::optional<Principal> &caller)
{
    QByteArray out = caller ? scopeOf(*caller) : QByteArray();
    out += call.version == Version::V1 ? '1' : '2';
    QByteArrayView path(call.request.path);
    // Unversioned and versioned paths of the same route answer alike: one entry for both.
    if (call.versionInPath)
        path = path.sliced(path.indexOf('/', 1) + 3); // after "/api/vN"
    else if (path.startsWith("/api"))
        path = path.sliced(4);
    if (path.endsWith('/'))
        path = path.chopped(1);
    out += path;
    appendQuery(out, call.request.query);
    return out;
}

QByteArray scopeOf(const QHostAddress &client) { return "anonymous " + client.toString().toLatin1(); }

QByteArray fingerprintOf(const Call &call, const QByteArray &secret)
{
    QMessageAuthenticationCode hash(QCryptographicHash::Sha256, secret);
    const QByteArray head = call.request.methodName + "\n" + call.request.path + "\n" + toText(call.version).data()
        + "\n" + call.request.query + "\n";
    hash.addData(head);
    if (call.request.spooled) {
        call.request.spooled->seek(0);
        hash.addData(call.request.spooled.get());
        call.request.spooled->seek(0);
    } else {
        hash.addData(call.request.body);
    }
    return hash.result();
}

bool isSaneIdempotencyKey(QByteArrayView key)
{
    return !key.isEmpty() && key.size() <= 255 && std::ranges::all_of(key, [](char c) { return c > ' ' && c < 0x7f; });
}
}
