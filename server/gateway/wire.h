// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/gateway/chat.h"
#include "server/gateway/sseparser.h"

#include <QJsonObject>
#include <QUrl>

#include <memory>

namespace gateway
{
/// A POST to a provider.
struct WireRequest {
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< hold the key: never logged
    QByteArray body; ///< JSON
};

/// Reads one streamed answer, event by event.
class WireStream
{
public:
    virtual ~WireStream() = default;
    /// The text that the event adds, often none. An Error when it is the provider's, or none of its form.
    virtual Result<QString> take(const SseEvent &event) = 0;

    bool isComplete() const { return m_complete; } ///< the provider said that nothing follows
    const ChatReply &reply() const { return m_reply; } ///< without its text

protected:
    ChatReply m_reply;
    bool m_complete = false;
};

/// How a provider is spoken to. Pure; immutable; any thread.
class Wire
{
public:
    virtual ~Wire() = default;
    /// `base`: without the API's path; its version may end it.
    virtual WireRequest encode(const QUrl &base, QByteArrayView key, const ChatRequest &request) const = 0;
    /// A whole answer. ServiceUnavailable: it is none of this form.
    virtual Result<ChatReply> decode(const QByteArray &body) const = 0;
    virtual std::unique_ptr<WireStream> stream() const = 0;

    /// Null: no such provider of language models.
    static const Wire *of(QStringView provider);
};

/// The sentence in a provider's error, wherever its form has it; empty: none is found.
QString providerMessage(const QByteArray &body);

// What the forms share, for server/gateway only.
QByteArray compact(const QJsonObject &object);
Result<QJsonObject> objectIn(const QByteArray &json); ///< ServiceUnavailable: it is no object
std::optional<qint64> countIn(const QJsonObject &object, QLatin1StringView name); ///< whole and not negative
Error notUnderstood(); ///< ServiceUnavailable
Error saidByProvider(const QString &message); ///< ServiceUnavailable

std::unique_ptr<Wire> openAiWire(const QString &path); ///< "/v1/chat/completions"
std::unique_ptr<Wire> anthropicWire();
std::unique_ptr<Wire> geminiWire();
}
