// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/call.h"

#include <QIODevice>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace api
{
/// One answered request.
struct AccessEntry {
    qint64 timeMs = 0; ///< when the answer left the engine, since the epoch
    QByteArray requestId;
    QByteArray method;
    QByteArray path; ///< as sent
    QByteArray query; ///< as sent; may hold secrets, see toLogLine()
    QByteArray route; ///< the declared pattern, e.g. "/users/:id"; empty: none matched
    int status = 0;
    qsizetype bytes = 0; ///< of the body, before compression; -1: streamed
    qint64 micros = 0; ///< from the request's first byte
    std::optional<Version> version; ///< on /api only
    QHostAddress client;
    QString userId = {};
    QString organizationId = {};
};

/// Who wants to know of every answered request: the log, version metrics. Called on workers' threads; must be quick.
class AccessSink
{
public:
    virtual ~AccessSink() = default;
    virtual void record(const AccessEntry &entry) = 0;
};

/// The entry as one line of JSON without the line feed. Values of query parameters that carry secrets read "***".
QByteArray toLogLine(const AccessEntry &entry);
/// A query string as sent, with the values of credentials (api_key, token, password, …) replaced by "***".
QByteArray redactedQuery(const QByteArray &query);

/// Writes log lines from a thread of its own; a worker only appends to a list. When writing falls behind by more than
/// 65536 entries, entries are dropped and a line says how many.
class AccessLog : public AccessSink
{
    Q_DISABLE_COPY_MOVE(AccessLog)
public:
    explicit AccessLog(std::unique_ptr<QIODevice> device); ///< open for writing; used by the log's thread only
    ~AccessLog() override; ///< writes what is left

    void record(const AccessEntry &entry) override;

private:
    void write();

    std::unique_ptr<QIODevice> m_device;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<AccessEntry> m_pending;
    qint64 m_dropped = 0;
    bool m_stop = false;
    std::thread m_thread;
};
}
