// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/gatewayroutes.h"
#include "server/usage/usagerecorder.h"

#include <QTimer>

namespace gateway
{
/// What a request used.
struct Used {
    QString organizationId;
    QString userId;
    usage::Event event;
    std::shared_ptr<void> hold = {}; ///< of the user's quota, until this is written
};

/// Writes what was used. What the database does not take just now was used all the same: it keeps its hold, so that its
/// user does not go on for nothing, and is tried again until it is written; when this dies, once more. An event has its
/// own id and counts once, however often it is tried. One a worker, on its thread; dies before the writer.
class Meter : public QObject
{
    Q_OBJECT
public:
    explicit Meter(const GatewayContext &context); ///< outlives this
    ~Meter() override;

    /// `then`, once it is written or must wait; never, if `asker` dies first.
    void write(const Used &used, QObject *asker, std::function<void()> then);

private:
    std::function<Result<usage::Recorded>(store::Connection &)> writing(const Used &used) const;
    void submit(const QString &id, const std::function<void()> &then);
    void onAnswered(const QString &id, const Result<usage::Recorded> &recorded);
    void tryNext();

    const GatewayContext &m_context;
    QHash<QString, Used> m_unwritten; ///< by the event's id, also what the writer has
    QStringList m_waiting; ///< of these, what it does not have; the longest first
    QString m_again; ///< what it was given once more, and not answered yet; may be empty
    QTimer m_pause;
};
}
