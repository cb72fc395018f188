// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/entitytag.h"

#include <QCryptographicHash>

namespace api
{
QByteArray entityTag(const QByteArray &json, const QByteArray &pagination)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    hash.addData(json);
    if (!pagination.isEmpty())
        hash.addData(pagination);
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return "\"" + hash.result().toBase64(options) + "\"";
}

bool namesTag(QByteArrayView list, const QByteArray &tag, bool weak)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(','); // this server's tags hold none
        QByteArrayView one = (comma < 0 ? list : list.first(comma)).trimmed();
        if (one == "*")
            return true;
        if (weak && one.startsWith("W/"))
            one = one.sliced(2);
        if (one == tag)
            return true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

Result<Done> requireMatch(const Call &call, const QByteArray &currentJson)
{
    const QByteArray wanted = call.request.headers.value("If-Match");
    if (wanted.isNull() || namesTag(wanted, entityTag(currentJson), false))
        return Done{};
    return ErrorCode::PreconditionFailed;
}
}
