// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/sseparser.h"

#include <utility>

namespace gateway
{
QList<SseEvent> SseParser::feed(QByteArrayView bytes)
{
    QList<SseEvent> events;
    for (const char c : bytes) {
        const bool pair = m_afterReturn && c == '\n';
        m_afterReturn = c == '\r';
        if (pair)
            continue;
        if (c == '\n' || c == '\r') {
            QByteArrayView whole = m_line;
            if (!std::exchange(m_started, true) && whole.startsWith("\xEF\xBB\xBF"))
                whole = whole.sliced(3);
            line(whole, events);
            m_line.clear();
            continue;
        }
        m_line += c;
        if (m_line.size() + (m_data ? m_data->size() : 0) > LongestEvent) {
            m_failed = true;
            return events;
        }
    }
    return events;
}

void SseParser::line(QByteArrayView line, QList<SseEvent> &events)
{
    if (line.isEmpty()) {
        if (m_data)
            events << SseEvent{m_name.isEmpty() ? QByteArray("message") : m_name, *m_data};
        m_name.clear();
        m_data.reset();
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0) // a comment
        return;
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == "data") {
        if (m_data)
            *m_data += '\n';
        else
            m_data = QByteArray();
        *m_data += value;
    } else if (field == "event") {
        m_name = value.toByteArray();
    }
}

QByteArray sseEvent(const QByteArray &name, const QByteArray &data)
{
    QByteArray event;
    if (!name.isEmpty())
        event += "event: " + name + '\n';
    event += "data: " + data + "\n\n";
    return event;
}
}
