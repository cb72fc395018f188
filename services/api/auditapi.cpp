// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/auditapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"
#include "services/export/filedownload.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
const QString Path = u"/api/v2/admin/audit"_s;

constexpr auto Patience = 5min; // a long chain is read from its beginning before anything comes back

QString pathOf(const QString &id) { return Path + u'/' + pathSegment(id); }

Result<AuditEntry> entryFrom(const QJsonObject &object)
{
    const auto text = [&object](QLatin1StringView name) { return object.value(name).toString(); };
    AuditEntry entry{.id = text("id"_L1), .sequence = object.value("sequence"_L1).toInteger()};
    if (entry.id.isEmpty() || text("action"_L1).isEmpty())
        return Error{.code = ErrorCode::InvalidAnswer, .log = u"not an audit entry"_s};
    entry.at = decode::time(object.value("at"_L1));
    entry.action = text("action"_L1);
    entry.succeeded = text("outcome"_L1) != "failure"_L1;
    entry.organizationId = text("organization_id"_L1);
    entry.organizationName = text("organization_name"_L1);
    const QJsonObject actor = object.value("actor"_L1).toObject();
    entry.actor
        = {actor.value("type"_L1).toString(), actor.value("id"_L1).toString(), actor.value("email"_L1).toString()};
    entry.keyId = text("key_id"_L1);
    entry.sessionId = text("session_id"_L1);
    entry.deviceId = text("device_id"_L1);
    entry.address = text("address"_L1);
    entry.userAgent = text("user_agent"_L1);
    entry.version = text("version"_L1);
    entry.requestId = text("request_id"_L1);
    const QJsonObject target = object.value("target"_L1).toObject();
    entry.target
        = {target.value("type"_L1).toString(), target.value("id"_L1).toString(), target.value("label"_L1).toString()};
    entry.before = object.value("before"_L1).toObject();
    entry.after = object.value("after"_L1).toObject();
    entry.hash = text("hash"_L1);
    entry.previousHash = text("previous_hash"_L1);
    entry.revertible = object.value("revertible"_L1).toBool();
    return entry;
}

Result<Page<AuditEntry>> decodePage(const ApiAnswer &answer)
{
    return decode::page<AuditEntry>(answer.json.value("data"_L1).toArray(), decode::pagination(answer), entryFrom);
}

Result<AuditCheck> decodeCheck(const ApiAnswer &answer)
{
    const QJsonObject object = decode::data(answer);
    if (!object.value("ok"_L1).isBool())
        return Error{.code = ErrorCode::InvalidAnswer, .log = u"not an audit check"_s};
    const QJsonObject head = object.value("head"_L1).toObject();
    const QJsonObject broken = object.value("broken"_L1).toObject();
    return AuditCheck{.intact = object.value("ok"_L1).toBool(),
                      .checked = object.value("checked"_L1).toInteger(),
                      .headSequence = head.value("sequence"_L1).toInteger(),
                      .headHash = head.value("hash"_L1).toString(),
                      .brokenId = broken.value("id"_L1).toString(),
                      .brokenSequence = broken.value("sequence"_L1).toInteger(),
                      .reason = broken.value("reason"_L1).toString()};
}
}

ApiRequest AuditApi::getRequest(const QString &id) { return {.path = pathOf(id)}; }

QFuture<Result<Page<AuditEntry>>> AuditApi::fetch(const PageQuery &query)
{
    return m_client.fetch({.path = Path, .query = toParameters(query)}, decodePage);
}

QFuture<Result<AuditCheck>> AuditApi::verify()
{
    return m_client.fetch({.path = Path + u"/verify"_s, .fresh = true, .timeout = Patience}, decodeCheck);
}

QFuture<Result<AuditEntry>> AuditApi::revert(const QString &id)
{
    return m_client.fetch({.method = ApiRequest::Method::Post, .path = pathOf(id) + u"/revert"_s},
                          [](const ApiAnswer &answer) { return entryFrom(decode::data(answer)); });
}

QFuture<Result<qint64>> AuditApi::exportTo(const PageQuery &query, const QString &path)
{
    ApiRequest request{.path = Path + u"/export"_s, .query = toParameters(query), .timeout = Patience};
    request.query.remove(u"limit"_s); // all of it
    request.query.remove(u"cursor"_s);
    request.query.remove(u"sort"_s); // the file has the log's own order
    return downloadTo(m_client, request, path);
}

QFuture<Result<Page<AuditEntry>>> OwnAuditApi::fetch(const PageQuery &query)
{
    return m_client.fetch({.path = u"/api/v2/auth/audit"_s, .query = toParameters(query)}, decodePage);
}
