// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/apiversion.h"
#include "ui/support/context.h"

#include <QWidget>

class QDateTimeEdit;
class QPushButton;
class QVBoxLayout;

/// The brown-outs of a version, a line each with its start and end in UTC.
class BrownoutsEdit : public QWidget
{
    Q_OBJECT
public:
    /// `start` of the first that is added to an empty list.
    BrownoutsEdit(const Context &context, const QString &name, const QDateTime &start, QWidget *parent = nullptr);

    QList<Brownout> brownouts() const; ///< in the order of the lines
    void setBrownouts(const QList<Brownout> &brownouts);

signals:
    void edited();

private:
    struct Line {
        QWidget *widget;
        QDateTimeEdit *from;
        QDateTimeEdit *to;
    };

    void addLine(const Brownout &brownout);
    void addNext();
    void removeLine(QWidget *widget);
    QDateTimeEdit *makeEdit(const QString &name, const QString &label, const QDateTime &time);

    Context m_context;
    QDateTime m_start;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    QList<Line> m_lines;
};
