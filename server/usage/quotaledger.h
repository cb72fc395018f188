// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <memory>
#include <mutex>

namespace usage
{
/// The tokens that requests under way may still use, by user. What was used is written once it is known; without this,
/// everything that is asked until then would be let in by the same remainder of a quota. Of one process, shared by its
/// workers; any thread.
class QuotaLedger : public std::enable_shared_from_this<QuotaLedger>
{
public:
    struct Hold {
        qint64 before = 0; ///< what others of the same user held
        std::shared_ptr<void> kept = {}; ///< as long as this is held by anybody, so are the tokens
    };
    /// Read the quota after this, and let go after the usage is written: in between, it is seen twice and never not
    /// at all.
    Hold hold(const QString &userId, qint64 tokens);
    qint64 held(const QString &userId) const;

private:
    void release(const QString &userId, qint64 tokens);

    mutable std::mutex m_mutex;
    QHash<QString, qint64> m_held; ///< no zeros
};
}
