// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/httpclient.h"

#include <QJsonDocument>

#include <algorithm>

namespace
{
bool names(const WireHeaders &headers, QByteArrayView name)
{
    return std::ranges::any_of(
        headers, [&](const auto &h) { return QByteArrayView(h.first).compare(name, Qt::CaseInsensitive) == 0; });
}
}

WireHeaders bearer(const QByteArray &token) { return {{"Authorization", "Bearer " + token}}; }

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

QByteArray Ask::bytes(const QByteArray &host) const
{
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\n";
    if (!names(headers, "Host"))
        text += "Host: " + host + "\r\n";
    for (const auto &[name, value] : headers)
        text += name + ": " + value + "\r\n";
    const bool expectsBody = method == "POST" || method == "PUT" || method == "PATCH";
    if ((expectsBody || !body.isEmpty()) && !names(headers, "Content-Length") && !names(headers, "Transfer-Encoding"))
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

HttpClient::HttpClient(QUrl server)
    : m_server(std::move(server))
{
}

HttpClient::~HttpClient() = default;

QByteArray HttpClient::host() const { return m_server.authority().toUtf8(); }

WireAnswer HttpClient::send(const Ask &ask)
{
    const QByteArray bytes = ask.bytes(host());
    // A kept connection may have been closed in the meantime: then, and only then, once more over a new one.
    for (const bool kept : {m_connection != nullptr, false}) {
        if (!kept)
            m_connection = std::make_unique<WireConnection>(m_server);
        m_connection->write(bytes);
        const auto answer = m_connection->read(ask.method == "HEAD");
        if (answer) {
            if (answer->header("Connection").toLower() == "close")
                m_connection.reset();
            return *answer;
        }
        m_connection.reset();
        if (!kept)
            break;
    }
    return {};
}

WireAnswer HttpClient::sendJson(const QByteArray &method, const QByteArray &target, const QJsonObject &body,
                                WireHeaders headers)
{
    if (!names(headers, "Content-Type"))
        headers.emplace_back("Content-Type", "application/json");
    return send({method, target, headers, compact(body)});
}

WireAnswer HttpClient::get(const QByteArray &target, const WireHeaders &headers)
{
    return send({"GET", target, headers});
}

WireAnswer HttpClient::post(const QByteArray &target, const QJsonObject &body, const WireHeaders &headers)
{
    return sendJson("POST", target, body, headers);
}

WireAnswer HttpClient::put(const QByteArray &target, const QJsonObject &body, const WireHeaders &headers)
{
    return sendJson("PUT", target, body, headers);
}

WireAnswer HttpClient::patch(const QByteArray &target, const QJsonObject &body, const WireHeaders &headers)
{
    return sendJson("PATCH", target, body, headers);
}

WireAnswer HttpClient::drop(const QByteArray &target, const WireHeaders &headers)
{
    return send({"DELETE", target, headers});
}
