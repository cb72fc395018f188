// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace gateway
{
struct SseEvent {
    QByteArray name; ///< "message" unless said
    QByteArray data;
};

/// Server-sent events out of pieces of bytes as the network cuts them. Source: WHATWG HTML §9.2.6. An event that is not
/// finished by a blank line when the stream ends is none.
class SseParser
{
public:
    static constexpr qsizetype LongestEvent = 4 * 1024 * 1024; ///< bytes; a longer one is a failure

    QList<SseEvent> feed(QByteArrayView bytes);
    bool failed() const { return m_failed; }

private:
    void line(QByteArrayView line, QList<SseEvent> &events);

    QByteArray m_line;
    QByteArray m_name;
    std::optional<QByteArray> m_data;
    bool m_started = false; ///< past a byte order mark
    bool m_afterReturn = false; ///< the last byte was CR: an LF now belongs to it
    bool m_failed = false;
};

/// One event on its way out: "event: name" unless the name is empty, and its data of one line.
QByteArray sseEvent(const QByteArray &name, const QByteArray &data);
}
