// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/optionaltimeedit.h"

#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

OptionalTimeEdit::OptionalTimeEdit(const QString &name, const QString &label, const QDateTime &otherwise,
                                   QWidget *parent)
    : QWidget(parent)
    , m_set(new QCheckBox(label))
    , m_edit(new QDateTimeEdit)
{
    setObjectName(name);
    m_set->setObjectName(name + u"Check"_s);
    m_set->setToolTip(label);
    m_edit->setObjectName(name + u"Edit"_s);
    m_edit->setAccessibleName(label);
    m_edit->setToolTip(tr("Day and time, UTC"));
    m_edit->setTimeSpec(Qt::UTC);
    m_edit->setDisplayFormat(u"yyyy-MM-dd HH:mm 'UTC'"_s);
    m_edit->setCalendarPopup(true);
    m_edit->setDateTime(otherwise.toUTC());
    m_edit->setEnabled(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::S3);
    row->addWidget(m_set);
    row->addWidget(m_edit, 1);
    setFocusProxy(m_set);
    connect(m_set, &QCheckBox::toggled, this, [this](bool on) {
        m_edit->setEnabled(on);
        emit edited();
    });
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, &OptionalTimeEdit::edited);
}

QDateTime OptionalTimeEdit::time() const
{
    if (!m_set->isChecked())
        return {};
    const QDateTime shown(m_edit->date(), m_edit->time(), Qt::UTC);
    const bool untouched = m_exact.isValid() && m_exact.secsTo(shown) > -60 && shown <= m_exact;
    return untouched ? m_exact : shown;
}

void OptionalTimeEdit::setTime(const QDateTime &utc)
{
    m_exact = utc.toUTC();
    if (utc.isValid()) {
        const QTime time = m_exact.time();
        m_edit->setDateTime(QDateTime(m_exact.date(), QTime(time.hour(), time.minute()), Qt::UTC));
    }
    m_set->setChecked(utc.isValid());
}
