// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/brownoutsedit.h"

#include "ui/widgets/themedlabel.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace
{
constexpr int FirstMinutes = 15; // of a brown-out that is added
constexpr int DaysBetween = 7;
}

BrownoutsEdit::BrownoutsEdit(const Context &context, const QString &name, const QDateTime &start, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_start(start)
    , m_column(new QVBoxLayout(this))
    , m_add(new QPushButton(context.theme.icon(u"plus"_s), tr("Add a brown-out")))
{
    setObjectName(name);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Space::S1);
    m_add->setObjectName(u"addBrownoutButton"_s);
    m_add->setToolTip(tr("A quarter of an hour, a week after the last one"));
    m_column->addWidget(m_add, 0, Qt::AlignLeading);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, &BrownoutsEdit::addNext);
}

QList<Brownout> BrownoutsEdit::brownouts() const
{
    QList<Brownout> all;
    for (const Line &line : m_lines)
        all.append({QDateTime(line.from->date(), line.from->time(), Qt::UTC),
                    QDateTime(line.to->date(), line.to->time(), Qt::UTC)});
    return all;
}

void BrownoutsEdit::setBrownouts(const QList<Brownout> &brownouts)
{
    while (!m_lines.isEmpty())
        delete m_lines.takeLast().widget;
    for (const Brownout &one : brownouts)
        addLine(one);
}

QDateTimeEdit *BrownoutsEdit::makeEdit(const QString &name, const QString &label, const QDateTime &time)
{
    auto *edit = new QDateTimeEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setToolTip(label);
    edit->setTimeSpec(Qt::UTC);
    edit->setDisplayFormat(u"yyyy-MM-dd HH:mm 'UTC'"_s);
    edit->setCalendarPopup(true);
    edit->setDateTime(time.toUTC());
    connect(edit, &QDateTimeEdit::dateTimeChanged, this, &BrownoutsEdit::edited);
    return edit;
}

void BrownoutsEdit::addLine(const Brownout &brownout)
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::S2);
    Line line{widget, makeEdit(u"brownoutFromEdit"_s, tr("Brown-out from"), brownout.from),
              makeEdit(u"brownoutToEdit"_s, tr("Brown-out to"), brownout.to)};
    auto *remove = new QToolButton;
    remove->setObjectName(u"removeBrownoutButton"_s);
    remove->setIcon(m_context.theme.icon(u"x"_s));
    remove->setToolTip(tr("Take this brown-out out"));
    remove->setAccessibleName(remove->toolTip());
    remove->setFocusPolicy(Qt::TabFocus);
    connect(remove, &QToolButton::clicked, this, [this, widget] { removeLine(widget); });
    row->addWidget(line.from, 1);
    row->addWidget(new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::muted, tr("to", "between two times")));
    row->addWidget(line.to, 1);
    row->addWidget(remove);
    m_column->insertWidget(int(m_lines.size()), widget);
    m_lines.append(line);
}

void BrownoutsEdit::addNext()
{
    const QDateTime from = m_lines.isEmpty() ? m_start : brownouts().constLast().from.addDays(DaysBetween);
    addLine({from, from.addSecs(FirstMinutes * 60)});
    emit edited();
}

void BrownoutsEdit::removeLine(QWidget *widget)
{
    m_lines.removeIf([widget](const Line &line) { return line.widget == widget; });
    widget->hide();
    widget->deleteLater(); // its own button was clicked
    emit edited();
}
