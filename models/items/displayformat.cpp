// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/displayformat.h"

#include "models/items/cellvalue.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace
{
// How the locale orders and marks day and month where it has room for words, e.g. "dddd, d. MMMM yyyy".
QString dayPattern(const QLocale &locale, bool withYear)
{
    static const QRegularExpression quoted(u"'[^']*'"_s);
    static const QRegularExpression weekday(u"d{3,}"_s);
    QString shape = locale.dateFormat(QLocale::LongFormat);
    shape.remove(quoted).remove(weekday);
    const qsizetype day = shape.indexOf(u'd');
    if (shape.indexOf(u'M') < day)
        return withYear ? u"MMM d, yyyy"_s : u"MMM d"_s;
    const QString pattern = shape.contains(u"d."_s) ? u"d. MMM"_s : u"d MMM"_s;
    return withYear ? QString(pattern + u" yyyy"_s) : pattern;
}
}

DisplayFormat::DisplayFormat(QLocale locale, QTimeZone local, QObject *parent)
    : QObject(parent)
    , m_locale(std::move(locale))
    , m_local(std::move(local))
{
}

void DisplayFormat::setUtc(bool utc)
{
    if (std::exchange(m_utc, utc) != utc)
        emit changed();
}

QString DisplayFormat::zoneName() const
{
    if (m_utc)
        return u"UTC"_s;
    const QString abbreviation = m_local.abbreviation(QDateTime::currentDateTimeUtc());
    return abbreviation.isEmpty() ? QString::fromUtf8(m_local.id()) : abbreviation;
}

QDateTime DisplayFormat::inZone(const QDateTime &utc) const { return m_utc ? utc.toUTC() : utc.toTimeZone(m_local); }

QString DisplayFormat::integer(qint64 value) const { return m_locale.toString(value); }

QString DisplayFormat::money(Money amount) const
{
    const qint64 size = std::abs(amount.nanos());
    const int decimals = size == 0 || size >= Money::PerDollar / 100 ? 2 : size >= 1000 ? 6 : 9;
    return m_locale.toCurrencyString(amount.toDouble(), u"$"_s, decimals);
}

QString DisplayFormat::duration(qint64 seconds) const
{
    const auto two = [](qint64 value) { return QString::number(value).rightJustified(2, u'0'); };
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return QString::number(minutes) + u':' + two(seconds % 60);
    return QString::number(minutes / 60) + u':' + two(minutes % 60) + u':' + two(seconds % 60);
}

QString DisplayFormat::percent(double share, int decimals) const
{
    const double least = std::pow(10.0, -decimals); // in per cent, what can be written
    const double value = std::abs(share) * 100;
    if (share > 0 && value < least / 2)
        return tr("< %1 %", "a percentage").arg(m_locale.toString(least, 'f', decimals));
    const QString sign = share < 0 && value >= least / 2 ? QString(QChar(0x2212)) : QString();
    return tr("%1 %", "a percentage").arg(sign + m_locale.toString(value, 'f', decimals));
}

QString DisplayFormat::change(double share) const { return (share >= 0.005 ? u"+"_s : QString()) + percent(share); }

QString DisplayFormat::minutes(double value, double largest) const
{
    return m_locale.toString(value, 'f', largest < 1000 ? 1 : 0);
}

QString DisplayFormat::dataSize(qint64 bytes) const { return m_locale.formattedDataSize(bytes, 1); }

QString DisplayFormat::day(QDate day, bool withYear) const
{
    return m_locale.toString(day, dayPattern(m_locale, withYear));
}

QString DisplayFormat::date(const QDateTime &utc) const
{
    return utc.isValid() ? m_locale.toString(inZone(utc).date(), QLocale::ShortFormat) : QString();
}

QString DisplayFormat::timestamp(const QDateTime &utc) const
{
    if (!utc.isValid())
        return {};
    return date(utc) + u' ' + clock(utc);
}

QString DisplayFormat::time(const QDateTime &utc) const
{
    return utc.isValid() ? m_locale.toString(inZone(utc).time(), u"HH:mm:ss"_s) : QString();
}

QString DisplayFormat::clock(const QDateTime &utc) const
{
    return utc.isValid() ? m_locale.toString(inZone(utc).time(), u"HH:mm"_s) : QString();
}

QString DisplayFormat::text(const QVariant &value, CellFormat format) const
{
    switch (format) {
    case CellFormat::Text:
    case CellFormat::Identifier:
        return value.toString();
    case CellFormat::Integer:
        return value.isNull() ? QString() : integer(value.toLongLong());
    case CellFormat::Money:
        return value.isValid() ? money(value.value<Money>()) : QString();
    case CellFormat::Duration:
        return value.isNull() ? QString() : duration(value.toLongLong());
    case CellFormat::Timestamp:
        return timestamp(value.toDateTime());
    case CellFormat::Tag:
        return value.value<TagValue>().text;
    case CellFormat::Usage: {
        const auto usage = value.value<UsageValue>();
        return tr("%1 of %2 (%3)", "used of allowed, share")
            .arg(integer(usage.used), integer(usage.limit), percent(usage.share()));
    }
    case CellFormat::Change: {
        const auto change = value.value<ChangeValue>();
        switch (change.kind) {
        case ChangeValue::Kind::Added:
            return tr("added: %1").arg(change.after);
        case ChangeValue::Kind::Removed:
            return tr("removed: %1").arg(change.before);
        case ChangeValue::Kind::Changed:
            return tr("%1 → %2", "before, after").arg(change.before, change.after);
        }
        return {};
    }
    }
    return {};
}
