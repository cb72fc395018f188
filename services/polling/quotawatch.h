// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/usagereport.h"

#include <QDate>
#include <QObject>

/// Says once a month when 80 and when 100 % of a quota are used, however often it is told the figures. GUI thread.
class QuotaWatch : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void take(const QuotaUse &use, QDate today);
    void forget(); ///< somebody else is signed in

signals:
    void reached(int percent, const QuotaUse &use); ///< 80 or 100

private:
    int m_said = 0; // percent
    QDate m_month;
};
