// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vault/keyprobe.h"

#include "server/providers/outgoing.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QPromise>

using namespace Qt::StringLiterals;

namespace vault
{
namespace
{
using Auth = providers::KeyCheck::Auth;
using Verdict = ProbeResult::Verdict;

QUrl urlOf(const providers::Provider &provider, const QUrl &base, const Secret &key)
{
    QString path = provider.check.path;
    if (path.contains("{user}"_L1)) {
        const QByteArrayView user = key.view().first(std::max<qsizetype>(0, key.view().indexOf(':')));
        path.replace("{user}"_L1, QString::fromLatin1(user.toByteArray().toPercentEncoding()));
    }
    return providers::endpoint(base, path);
}

QList<std::pair<QByteArray, QByteArray>> headersOf(const providers::KeyCheck &check, const Secret &key)
{
    auto headers = check.headers;
    const QByteArray bytes = key.view().toByteArray();
    switch (check.auth) {
    case Auth::Bearer:
        headers.emplaceBack("Authorization", "Bearer " + bytes);
        break;
    case Auth::Token:
        headers.emplaceBack("Authorization", "Token " + bytes);
        break;
    case Auth::Basic:
        headers.emplaceBack("Authorization", "Basic " + bytes.toBase64());
        break;
    case Auth::Header:
        headers.emplaceBack(check.header, bytes);
        break;
    }
    headers.emplaceBack("User-Agent", "voxdeskd");
    return headers;
}

ProbeResult verdictOf(const QString &who, const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isWhole = reply.error() == QNetworkReply::NoError;
    if (status >= 200 && status < 300 && !isWhole)
        return {Verdict::Unreachable, u"%1 broke its answer off. Try again."_s.arg(who)};
    if (status >= 200 && status < 300)
        return {Verdict::Ok, u"%1 accepts the key."_s.arg(who)};
    // Some say 400 to a key that they do not know.
    if (status == 400 || status == 401 || status == 403)
        return {Verdict::Refused, u"%1 refuses the key (status %2)."_s.arg(who).arg(status)};
    if (status == 404 && reply.request().hasRawHeader("Authorization")
        && reply.request().rawHeader("Authorization").startsWith("Basic "))
        return {Verdict::Refused, u"%1 does not know the account (status 404)."_s.arg(who)};
    if (status == 429)
        return {Verdict::Unreachable, u"%1 is too busy to tell (status 429). Try again later."_s.arg(who)};
    if (status != 0)
        return {Verdict::Unreachable,
                u"%1 answers with status %2; whether the key is good is unknown."_s.arg(who).arg(status)};
    if (reply.error() == QNetworkReply::OperationCanceledError || reply.error() == QNetworkReply::TimeoutError)
        return {Verdict::Unreachable, u"%1 cannot be reached: it did not answer in time."_s.arg(who)};
    return {Verdict::Unreachable, u"%1 cannot be reached from this server."_s.arg(who)};
}
}

KeyProbe::KeyProbe(std::chrono::milliseconds timeout)
    : m_timeout(timeout)
{
}

QFuture<ProbeResult> KeyProbe::ask(const providers::Provider &provider, const QUrl &base, const Secret &key)
{
    auto promise = std::make_shared<QPromise<ProbeResult>>();
    promise->start();
    auto request = providers::outgoing(urlOf(provider, base, key), headersOf(provider.check, key));
    if (!request) {
        promise->addResult(
            ProbeResult{Verdict::Refused, u"%1 was not asked. %2"_s.arg(provider.label, request.error().message)});
        promise->finish();
        return promise->future();
    }
    request->setTransferTimeout(int(m_timeout.count()));
    QNetworkReply *reply = m_network.get(*request);
    QElapsedTimer clock;
    clock.start();
    connect(reply, &QNetworkReply::finished, this, [promise, reply, clock, who = provider.label] {
        ProbeResult result = verdictOf(who, *reply);
        result.elapsedMs = clock.elapsed();
        promise->addResult(result);
        promise->finish();
        reply->deleteLater();
    });
    return promise->future();
}
}
