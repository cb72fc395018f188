// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/responsehead.h"

#include "server/http/contentcoding.h"
#include "server/http/requestparser.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cstring>

using namespace Qt::StringLiterals;

namespace http
{
namespace
{
void appendNumber(QByteArray &out, qint64 number)
{
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    out.append(digits, end - digits);
}

bool isOwn(const QByteArray &name)
{
    const auto same = [&name](QByteArrayView other) { return name.compare(other, Qt::CaseInsensitive) == 0; };
    switch (name.size()) {
    case 4:
        return same("Date");
    case 10:
        return same("Connection") || same("Keep-Alive");
    case 14:
        return same("Content-Length");
    case 17:
        return same("Transfer-Encoding");
    default:
        return false;
    }
}

bool breaksLines(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool isFieldName(const QByteArray &name)
{
    const auto isToken = [](char c) { return uchar(c) > 0x20 && uchar(c) < 0x7f && c != ':'; };
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), isToken);
}
}

QByteArrayView DateLine::now()
{
    const std::time_t second = std::time(nullptr);
    if (second != m_second) {
        m_second = second;
        const QDateTime date = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
        m_line = "Date: " + QLocale::c().toString(date, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1() + "\r\n";
    }
    return m_line;
}

void appendHead(QByteArray &out, const Response &response, const ExchangeTraits &traits, Framing framing, qint64 length,
                QByteArrayView dateLine)
{
    if (response.status == 200) {
        out.append("HTTP/1.1 200 OK\r\n");
    } else {
        out.append("HTTP/1.1 ");
        appendNumber(out, response.status);
        out.append(' ').append(reasonPhrase(response.status)).append("\r\n");
    }
    out.append(dateLine);
    for (const auto &[name, value] : response.headers) {
        if (isOwn(name) || !isFieldName(name) || breaksLines(value))
            continue;
        out.append(name).append(": ").append(value).append("\r\n");
    }
    if (framing == Framing::Length) {
        out.append("Content-Length: ");
        appendNumber(out, length);
        out.append("\r\n");
    } else if (framing == Framing::Chunked) {
        out.append("Transfer-Encoding: chunked\r\n");
    }
    if (!traits.keepAlive)
        out.append("Connection: close\r\n");
    else if (traits.http10)
        out.append("Connection: keep-alive\r\n");
    if (traits.hsts)
        out.append("Strict-Transport-Security: max-age=31536000\r\n");
    out.append("\r\n");
}

bool isWorthCompressing(const Response &response, qint64 size, qsizetype above)
{
    if ((size >= 0 && size < above) || response.status < 200 || response.status == 204 || response.status == 206
        || response.status == 304)
        return false;
    return isCompressible(response.headers.value("Content-Type")) && !response.headers.contains("Content-Encoding");
}
}
