// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QWidget>

class QCheckBox;
class QDateTimeEdit;

/// A moment in UTC that may be left open.
class OptionalTimeEdit : public QWidget
{
    Q_OBJECT
public:
    /// `label` names the check box; `otherwise` is offered when it is ticked.
    OptionalTimeEdit(const QString &name, const QString &label, const QDateTime &otherwise, QWidget *parent = nullptr);

    QDateTime time() const; ///< UTC, to the minute; null: left open
    void setTime(const QDateTime &utc);

signals:
    void edited();

private:
    QCheckBox *m_set;
    QDateTimeEdit *m_edit;
    QDateTime m_exact; // as it was given: a moment between two minutes stays while nobody touches it
};
