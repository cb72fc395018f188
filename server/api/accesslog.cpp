// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/accesslog.h"

#include "server/api/isotime.h"
#include "server/api/jsonwriter.h"

#include <QFileDevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
constexpr std::size_t MostPending = 65536;
constexpr std::array SecretNames{"key"_L1,  "token"_L1,      "secret"_L1,    "password"_L1,
                                 "code"_L1, "credential"_L1, "signature"_L1, "auth"_L1};

bool isSecret(QByteArrayView name)
{
    // Decoded first: "%61pi_key" is api_key, too.
    const QByteArray plain = QByteArray::fromPercentEncoding(name.toByteArray()).toLower();
    return std::ranges::any_of(
        SecretNames, [&](QLatin1StringView word) { return plain.contains(QByteArrayView(word.data(), word.size())); });
}
}

namespace api
{
QByteArray redactedQuery(const QByteArray &query)
{
    QByteArray out;
    for (const QByteArray &part : query.split('&')) {
        if (!out.isEmpty())
            out += '&';
        const qsizetype equals = part.indexOf('=');
        if (equals > 0 && isSecret(QByteArrayView(part).first(equals)))
            out += part.first(equals) + "=***";
        else
            out += part;
    }
    return out;
}

QByteArray toLogLine(const AccessEntry &entry)
{
    JsonWriter json;
    json.beginObject().member("time"_L1, isoTime(entry.timeMs)).member("request_id"_L1, entry.requestId);
    // As Latin-1: what a client sent need not be UTF-8, a log line must be.
    json.member("method"_L1, QString::fromLatin1(entry.method)).member("path"_L1, QString::fromLatin1(entry.path));
    if (!entry.query.isEmpty())
        json.member("query"_L1, QString::fromLatin1(redactedQuery(entry.query)));
    if (!entry.route.isEmpty())
        json.member("route"_L1, entry.route);
    json.member("status"_L1, entry.status).member("bytes"_L1, entry.bytes);
    json.member("ms"_L1, double(entry.micros) / 1000.0);
    if (entry.version)
        json.member("version"_L1, toText(*entry.version));
    if (!entry.userId.isEmpty())
        json.member("user_id"_L1, entry.userId).member("organization_id"_L1, entry.organizationId);
    json.member("client"_L1, entry.client.toString());
    return json.endObject().take();
}

AccessLog::AccessLog(std::unique_ptr<QIODevice> device)
    : m_device(std::move(device))
    , m_thread([this] { write(); })
{
}

AccessLog::~AccessLog()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void AccessLog::record(const AccessEntry &entry)
{
    bool wake = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_pending.size() >= MostPending) {
            ++m_dropped;
            return;
        }
        wake = m_pending.empty();
        m_pending.push_back(entry);
    }
    if (wake)
        m_wake.notify_one();
}

void AccessLog::write()
{
    std::vector<AccessEntry> batch;
    for (bool stop = false; !stop;) {
        qint64 dropped = 0;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || !m_pending.empty(); });
            // A moment's rest makes one write of what comes meanwhile; a stop ends it.
            m_wake.wait_for(lock, std::chrono::milliseconds(50), [this] { return m_stop; });
            batch.swap(m_pending);
            dropped = std::exchange(m_dropped, 0);
            stop = m_stop;
        }
        QByteArray lines;
        for (const AccessEntry &entry : batch)
            lines.append(toLogLine(entry)).append('\n');
        if (dropped > 0)
            lines += "{\"dropped\":" + QByteArray::number(dropped) + "}\n";
        m_device->write(lines);
        if (auto *file = qobject_cast<QFileDevice *>(m_device.get()))
            file->flush();
        batch.clear();
    }
}
}
