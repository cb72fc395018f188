// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/polling/pollingschedule.h"

#include "services/api/whenover.h"

#include <QDeadlineTimer>

using std::chrono::milliseconds;

namespace
{
qint64 now() { return QDeadlineTimer::current().deadline(); }
}

PollingSchedule::PollingSchedule(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PollingSchedule::pollDue);
}

void PollingSchedule::add(const QString &source, milliseconds interval, QObject *context, Poll poll)
{
    m_entries.insert(source, Entry{.interval = interval, .context = context, .poll = std::move(poll)});
    connect(context, &QObject::destroyed, this, [this, source, context] {
        const auto it = m_entries.constFind(source);
        // A null context is this one: QPointer is cleared before destroyed() is sent.
        if (it != m_entries.constEnd() && (!it->context || it->context == context))
            m_entries.erase(it);
    });
    arm();
}

void PollingSchedule::remove(const QString &source)
{
    m_entries.remove(source);
    arm();
}

void PollingSchedule::setActive(const QString &source, bool active)
{
    const auto it = m_entries.find(source);
    if (it == m_entries.end() || it->active == active)
        return;
    it->active = active;
    arm();
}

void PollingSchedule::setPaused(bool paused)
{
    m_paused = paused;
    arm();
}

void PollingSchedule::refreshNow(const QString &source)
{
    if (!source.isEmpty())
        return poll(source);
    const auto names = m_entries.keys();
    for (const QString &name : names) {
        if (m_entries.contains(name) && m_entries.value(name).active)
            poll(name);
    }
}

QDateTime PollingSchedule::freshAt(const QString &source) const { return m_entries.value(source).freshAt; }

bool PollingSchedule::isBusy(const QString &source) const { return m_entries.value(source).running != 0; }

void PollingSchedule::pollDue()
{
    if (m_paused)
        return;
    const qint64 at = now();
    const auto names = m_entries.keys();
    for (const QString &name : names) {
        const Entry entry = m_entries.value(name);
        if (entry.poll && entry.active && entry.dueAt <= at)
            poll(name);
    }
    arm();
}

void PollingSchedule::poll(const QString &source)
{
    const auto it = m_entries.find(source);
    if (it == m_entries.end() || !it->context || it->running)
        return;
    const int generation = ++m_generation;
    it->running = generation;
    it->dueAt = now() + it->interval.count();
    const Poll ask = it->poll;
    emit started(source);
    whenOver(ask(), this, [this, source, generation](const Result<Done> &result) {
        const auto entry = m_entries.find(source);
        if (entry == m_entries.end() || entry->running != generation)
            return; // removed or replaced meanwhile
        entry->running = 0;
        entry->dueAt = now() + entry->interval.count();
        arm();
        if (result) {
            entry->freshAt = QDateTime::currentDateTimeUtc();
            emit refreshed(source, entry->freshAt);
        } else if (result.error().code != ErrorCode::Canceled) {
            emit failed(source, result.error());
        }
    });
}

void PollingSchedule::arm()
{
    m_timer.stop();
    if (m_paused)
        return;
    qint64 next = -1;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.active && !entry.running && (next < 0 || entry.dueAt < next))
            next = entry.dueAt;
    }
    if (next >= 0)
        m_timer.start(milliseconds(std::max<qint64>(next - now(), 0)));
}
