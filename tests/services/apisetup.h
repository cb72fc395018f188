// SPDX-License-Identifier: GPL-3.0-or-later
// An API client that waits for nothing long, in front of a server that answers what the test says.
#pragma once

#include "services/api/apiclient.h"
#include "tests/support/fakehttpserver.h"

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QPromise>
#include <QTest>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline constexpr ApiTiming Quick{.retryAfterUnit = 1ms, .probeFirst = 5ms, .probeMax = 20ms};

inline QJsonObject platformError(const QString &code, const QString &message)
{
    return {{u"success"_s, false},
            {u"message"_s, message},
            {u"error"_s, QJsonObject{{u"code"_s, code}, {u"message"_s, message}, {u"details"_s, QJsonObject()}}},
            {u"request_id"_s, u"req_server"_s}};
}

/// Renews when the test says so.
class FakeTokens : public TokenSource
{
public:
    QByteArray accessToken() const override { return token; }
    bool isExpiring() const override { return expiring; }
    QFuture<Result<Done>> renew() override
    {
        ++renewals;
        promise = std::make_shared<QPromise<Result<Done>>>();
        promise->start();
        return promise->future();
    }
    void settle(const Result<Done> &result)
    {
        promise->addResult(result);
        promise->finish();
    }

    QByteArray token = "old";
    bool expiring = false;
    int renewals = 0;
    std::shared_ptr<QPromise<Result<Done>>> promise;
};

struct Setup {
    explicit Setup(FakeHttpServer::Handler handler)
        : server(std::move(handler))
        , client(network, nullptr, Quick)
    {
        client.setBaseUrl(server.url());
    }
    template<typename T>
    Result<T> wait(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }))
            qFatal("no answer");
        return future.result();
    }
    const FakeRequest &last() const { return server.asked.last(); }

    FakeHttpServer server;
    QNetworkAccessManager network;
    ApiClient client;
};

inline FakeAnswer ok(const FakeRequest &)
{
    return FakeAnswer::json({{u"success"_s, true}, {u"data"_s, QJsonObject{{u"n"_s, 1}}}});
}

inline QJsonValue parsed(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s", qPrintable(error.errorString()));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

/// A page of 41 rows with another behind it.
inline FakeAnswer list(const QByteArray &rows)
{
    const QJsonObject pagination{{u"total"_s, 41}, {u"nextCursor"_s, u"next"_s}};
    return FakeAnswer::json({{u"success"_s, true},
                             {u"data"_s, parsed(rows)},
                             {u"meta"_s, QJsonObject{{u"version"_s, u"v2"_s}, {u"pagination"_s, pagination}}}});
}
