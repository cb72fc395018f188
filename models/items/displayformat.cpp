// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/displayformat.h"

#include "models/items/cellvalue.h"

using namespace Qt::StringLiterals;

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

QString DisplayFormat::percent(double share) const
{
    if (share > 0 && share < 0.005) // not nothing
        return tr("< 1 %", "a percentage");
    return tr("%1 %", "a percentage").arg(m_locale.toString(share * 100.0, 'f', 0));
}

QString DisplayFormat::date(const QDateTime &utc) const
{
    return utc.isValid() ? m_locale.toString(inZone(utc).date(), QLocale::ShortFormat) : QString();
}

QString DisplayFormat::timestamp(const QDateTime &utc) const
{
    if (!utc.isValid())
        return {};
    const QDateTime there = inZone(utc);
    return m_locale.toString(there.date(), QLocale::ShortFormat) + u' ' + m_locale.toString(there.time(), u"HH:mm"_s);
}

QString DisplayFormat::time(const QDateTime &utc) const
{
    return utc.isValid() ? m_locale.toString(inZone(utc).time(), u"HH:mm:ss"_s) : QString();
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
