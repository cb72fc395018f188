// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mail/mailtext.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mail
{
namespace
{
constexpr qsizetype LongestPlainSubject = 60;
constexpr qsizetype WordBytes = 39; ///< of UTF-8 in one encoded word: 52 of base64, 12 around them, 9 of "Subject: "
constexpr qsizetype LongestLine = 76; ///< of quoted-printable

/// One line: whatever could end a header, on any reader, is a blank.
QString oneLine(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph)
            c = u' ';
    }
    return line.simplified();
}

QByteArray encodedWords(const QString &text)
{
    QByteArray out;
    QByteArray word;
    const auto close = [&] {
        if (!out.isEmpty())
            out += "\r\n ";
        out += "=?utf-8?B?" + word.toBase64() + "?=";
        word.clear();
    };
    // A character is never split between words.
    for (const char32_t c : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&c, 1).toUtf8();
        if (word.size() + bytes.size() > WordBytes)
            close();
        word += bytes;
    }
    close();
    return out;
}

QByteArray subjectLine(const QString &subject)
{
    const QString line = oneLine(subject);
    const bool ascii = std::ranges::all_of(line, [](QChar c) { return c.unicode() < 0x80; });
    if (ascii && line.size() <= LongestPlainSubject && !line.contains("=?"_L1))
        return line.toLatin1();
    return encodedWords(line);
}

/// One line of text without its end, broken where it gets too long.
QByteArray quotedPrintable(QByteArrayView line)
{
    QByteArray out;
    qsizetype width = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool last = i + 1 == line.size();
        const bool blank = c == ' ' || c == '\t';
        const bool plain = (c > ' ' && c < 0x7f && c != '=') || (blank && !last);
        const QByteArray piece = plain
            ? QByteArray(1, c)
            : QByteArray("=" + QByteArray::number(uchar(c), 16).rightJustified(2, '0').toUpper());
        if (width + piece.size() > (last ? LongestLine : LongestLine - 1)) {
            out += "=\r\n";
            width = 0;
        }
        out += piece;
        width += piece.size();
    }
    return out;
}

QByteArray body(const QString &text)
{
    QByteArray out;
    QString plain = text;
    plain.replace("\r\n"_L1, "\n"_L1);
    plain.replace(u'\r', u'\n');
    for (const QString &line : plain.split(u'\n'))
        out += quotedPrintable(line.toUtf8()) + "\r\n";
    return out;
}

QByteArray dateLine(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss"_s).toLatin1() + " +0000";
}
}

QByteArray rendered(const Outgoing &mail, const QString &from)
{
    const QByteArray sender = from.toLatin1();
    QByteArray out;
    const auto header
        = [&out](QByteArrayView name, const QByteArray &value) { out += name.toByteArray() + ": " + value + "\r\n"; };
    header("From", "Voxdesk <" + sender + '>');
    header("To", '<' + mail.to.toLatin1() + '>');
    header("Subject", subjectLine(mail.subject));
    header("Date", dateLine(mail.createdAt));
    header("Message-ID", '<' + mail.id.toLatin1() + '@' + sender.mid(sender.lastIndexOf('@') + 1) + '>');
    header("Auto-Submitted", "auto-generated");
    header("MIME-Version", "1.0");
    header("Content-Type", "text/plain; charset=utf-8");
    header("Content-Transfer-Encoding", "quoted-printable");
    out += "\r\n";
    out += body(mail.text);
    return out;
}
}
