// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/totp.h"

#include "server/identity/hmac.h"
#include "server/identity/randombytes.h"

#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace identity
{
QByteArray newTotpSecret() { return randomBytes(5); }

QString base32(QByteArrayView bytes)
{
    constexpr char Alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString out;
    quint32 buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8) | uchar(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            out += QLatin1Char(Alphabet[(buffer >> (bits - 5)) & 31]);
    }
    if (bits > 0)
        out += QLatin1Char(Alphabet[(buffer << (5 - bits)) & 31]);
    return out;
}

QString totpCode(const QByteArray &secret, qint64 step, int digits)
{
    QByteArray counter(8, Qt::Uninitialized);
    qToBigEndian(step, counter.data());
    const QByteArray hash = QMessageAuthenticationCode::hash(counter, secret, QCryptographicHash::Sha1);
    const int offset = hash.back() & 15; // RFC 4226, 5.3
    const quint32 number = qFromBigEndian<quint32>(hash.constData() + offset) & 0x7fffffff;
    return QString::number(number).rightJustified(10, u'0').right(digits);
}

std::optional<qint64> matchingStep(const QByteArray &secret, const QString &code, qint64 nowMs, qint64 lastStep)
{
    const QByteArray given = code.toUtf8();
    const qint64 now = totpStep(nowMs);
    std::optional<qint64> found;
    for (qint64 step = now - TotpDrift; step <= now + TotpDrift; ++step) {
        const bool same = sameSecret(totpCode(secret, step).toLatin1(), given);
        if (same && step > lastStep && !found)
            found = step;
    }
    return found;
}

QString otpauthUri(const QByteArray &secret, const QString &email)
{
    const QString label = QString::fromLatin1(QUrl::toPercentEncoding(email));
    return u"otpauth://totp/Voxdesk:%1?secret=%2&issuer=Voxdesk&algorithm=SHA1&digits=%3&period=%4"_s.arg(
        label, base32(secret), QString::number(TotpDigits), QString::number(TotpPeriodMs / 1000));
}
}
