// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/items/column.h"

#include <QDateTime>
#include <QLocale>
#include <QObject>
#include <QTimeZone>

/// How numbers and times are written: by locale, and in local time or UTC. One object for the whole window. GUI thread.
class DisplayFormat : public QObject
{
    Q_OBJECT
public:
    explicit DisplayFormat(QLocale locale = {}, QTimeZone local = QTimeZone::systemTimeZone(),
                           QObject *parent = nullptr);

    bool isUtc() const { return m_utc; }
    void setUtc(bool utc);

    const QLocale &locale() const { return m_locale; }
    QString zoneName() const; ///< "UTC", or the local zone, e.g. "CET"

    QString integer(qint64 value) const;
    QString money(Money amount) const; ///< US dollars: cents, or what is left of them when it is less than one
    QString duration(qint64 seconds) const; ///< "3:07", "1:02:03"
    QString percent(double share, int decimals = 0) const; ///< 0.8 → "80 %"; what is more than nothing is not "0 %"
    QString change(double share) const; ///< with its sign: "+12 %", "−5 %"
    QString minutes(double value, double largest) const; ///< a decimal where the largest beside it is below 1000
    QString dataSize(qint64 bytes) const; ///< "2.5 GiB"
    QString day(QDate day, bool withYear = false) const; ///< in short: "Sep 14", "14 Sep" or "14. Sep", by locale
    QDateTime inZone(const QDateTime &utc) const; ///< as it is shown
    QString date(const QDateTime &utc) const; ///< empty for a null time
    QString timestamp(const QDateTime &utc) const; ///< to the minute; empty for a null time
    QString time(const QDateTime &utc) const; ///< to the second
    QString clock(const QDateTime &utc) const; ///< to the minute, without the day
    QString text(const QVariant &value, CellFormat format) const;

signals:
    void changed();

private:
    QLocale m_locale;
    QTimeZone m_local;
    bool m_utc = false;
};
