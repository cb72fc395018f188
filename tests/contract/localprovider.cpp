// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/localprovider.h"

#include "tests/support/fakehttpserver.h"

#include <QEventLoop>
#include <QJsonArray>

#include <future>

using namespace Qt::StringLiterals;

namespace
{
FakeAnswer said(const FakeRequest &request)
{
    if (request.path == u"/v1/models")
        return FakeAnswer::json({{u"object"_s, u"list"_s}, {u"data"_s, QJsonArray()}});
    if (request.path != u"/v1/chat/completions")
        return {.status = 404};
    const QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, u"Good morning"_s}};
    return FakeAnswer::json(
        {{u"id"_s, u"chatcmpl-1"_s},
         {u"object"_s, u"chat.completion"_s},
         {u"created"_s, 1},
         {u"model"_s, request.json().value("model"_L1)},
         {u"choices"_s,
          QJsonArray{QJsonObject{{u"index"_s, 0}, {u"message"_s, message}, {u"finish_reason"_s, u"stop"_s}}}},
         {u"usage"_s, QJsonObject{{u"prompt_tokens"_s, 12}, {u"completion_tokens"_s, 3}, {u"total_tokens"_s, 15}}}});
}
}

LocalProvider::LocalProvider()
{
    std::promise<QUrl> listening;
    auto url = listening.get_future();
    m_thread.reset(QThread::create([told = std::move(listening)]() mutable {
        const FakeHttpServer server(said);
        told.set_value(server.url());
        QEventLoop().exec();
    }));
    m_thread->start();
    m_url = url.get();
}

LocalProvider::~LocalProvider()
{
    m_thread->exit();
    m_thread->wait();
}
