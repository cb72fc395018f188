// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/meter.h"

#include "models/domain/async.h"

#include <QLoggingCategory>
#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gateway
{
namespace
{
Q_LOGGING_CATEGORY(lcMeter, "voxdesk.gateway.meter")

/// The last that is known of it: for who puts the figures right by hand.
void tellLost(const Used &used, const Error &error)
{
    const usage::Event &event = used.event;
    qCWarning(lcMeter).noquote().nospace()
        << "usage was not recorded: " << event.id << " of " << used.userId << " at " << event.occurredAt << ": "
        << event.amounts.tokens << " tokens of " << event.provider << ' ' << event.model << " for $"
        << event.cost.value_or(Money()).toDecimal() << ": " << error.message << ' ' << error.log;
}
}

Meter::Meter(const GatewayContext &context)
    : m_context(context)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Meter::tryNext);
}

Meter::~Meter()
{
    for (const Used &used : std::as_const(m_unwritten)) {
        static_cast<void>(
            m_context.writer.submit<usage::Recorded>(writing(used), [used](const Result<usage::Recorded> &recorded) {
                if (!recorded)
                    tellLost(used, recorded.error());
            }));
    }
}

void Meter::write(const Used &used, QObject *asker, std::function<void()> then)
{
    m_unwritten.insert(used.event.id, used);
    submit(used.event.id, [asker = QPointer(asker), then = std::move(then)] {
        if (asker)
            then();
    });
}

/// Without the hold, which the writer would let go later than the answer is known.
std::function<Result<usage::Recorded>(store::Connection &)> Meter::writing(const Used &used) const
{
    return [organizationId = used.organizationId, userId = used.userId, event = used.event,
            settings = m_context.settings, prices = m_context.prices, now = m_context.clock()](store::Connection &c) {
        return usage::UsageRecorder(c, *settings, *prices, now).record(organizationId, userId, {event});
    };
}

void Meter::submit(const QString &id, const std::function<void()> &then)
{
    whenDone(m_context.writer.submit<usage::Recorded>(writing(m_unwritten.value(id))), this,
             [this, id, then](const Result<usage::Recorded> &recorded) {
                 onAnswered(id, recorded);
                 if (then)
                     then();
             });
}

/// What was tried again keeps its place, which nobody takes meanwhile.
void Meter::onAnswered(const QString &id, const Result<usage::Recorded> &recorded)
{
    const bool again = id == m_again;
    const bool full = !again && m_waiting.size() + (m_again.isEmpty() ? 0 : 1) >= m_context.unwritten.most;
    if (again)
        m_again.clear();
    if (recorded) {
        m_unwritten.remove(id);
        if (m_context.cache)
            m_context.cache->changed(api::Tags(api::Tag::Usage) | api::Tag::Users);
    } else if (!(recorded.error() == ErrorCode::ServiceUnavailable) || full) {
        tellLost(m_unwritten.take(id), recorded.error());
    } else {
        m_waiting.insert(again ? 0 : m_waiting.size(), id);
    }
    if (m_waiting.isEmpty())
        return;
    if (recorded)
        m_pause.start(0ms); // the database takes what it is given
    else if (!m_pause.isActive())
        m_pause.start(m_context.unwritten.pause);
}

/// One by one: a database in trouble is not also flooded.
void Meter::tryNext()
{
    if (!m_again.isEmpty() || m_waiting.isEmpty())
        return;
    m_again = m_waiting.takeFirst();
    submit(m_again, {});
}
}
