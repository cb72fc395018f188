// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navigation.h"

#include "ui/theme/paint.h"
#include "ui/widgets/themedlabel.h"

#include <QAbstractButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

class NavigationItem : public QAbstractButton
{
public:
    NavigationItem(const Theme &theme, const QString &title, const QString &icon)
        : m_theme(theme)
        , m_quiet(theme.icon(icon))
        , m_loud(theme.icon(icon, &Colours::accentText))
    {
        setText(title);
        setCheckable(true);
        setAutoExclusive(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
    }
    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + Space::S12 + Space::S4, controlHeight(fontMetrics())};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &c = m_theme.colours();
        QPainter painter(this);
        if (isChecked() || underMouse())
            fillRound(painter, rect(), Radius::Medium, isChecked() ? c.accentSoft : c.hover, {});
        if (hasFocus())
            strokeRound(painter, rect(), Radius::Medium, c.accent, 1.5);
        const auto place = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
        const QRect mark = place({Space::S3, (height() - 16) / 2, 16, 16});
        (isChecked() ? m_loud : m_quiet).paint(&painter, mark);
        painter.setFont(m_theme.font(isChecked() ? TextStyle::Strong : TextStyle::Body));
        painter.setPen(isChecked() ? c.accentText : c.text);
        const QRect words = place(rect().adjusted(Space::S3 + 16 + Space::S3, 0, -Space::S2, 0));
        painter.drawText(
            words, int(Qt::AlignVCenter | (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft)),
            painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    }

private:
    const Theme &m_theme;
    QIcon m_quiet;
    QIcon m_loud;
};

Navigation::Navigation(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"navigation"_s);
    setAccessibleName(tr("Panes"));
    setFixedWidth(Space::S4 * 13);
    m_column->setContentsMargins(Space::S3, Space::S3, Space::S3, Space::S3);
    m_column->setSpacing(Space::Half);
    m_column->addStretch();
}

void Navigation::add(const QString &group, const QString &id, const QString &title, const QString &icon,
                     const QString &shortcut)
{
    const auto append = [this](QWidget *widget) { m_column->insertWidget(m_column->count() - 1, widget); };
    if (group != m_lastGroup && !group.isEmpty()) {
        auto *heading = new ThemedLabel(m_theme, TextStyle::Caption, &Colours::muted, group);
        heading->setContentsMargins(Space::S3, m_items.isEmpty() ? Space::S1 : Space::S4, 0, Space::S1);
        append(heading);
    }
    m_lastGroup = group;
    auto *item = new NavigationItem(m_theme, title, icon);
    item->setObjectName(u"navigation_"_s + id);
    item->setAccessibleName(title);
    item->setToolTip(shortcut.isEmpty() ? title : tr("%1 (%2)", "pane (shortcut)").arg(title, shortcut));
    connect(item, &QAbstractButton::clicked, this, [this, id] { emit chosen(id); });
    m_items.insert(id, item);
    append(item);
}

void Navigation::setCurrent(const QString &id)
{
    if (auto *item = m_items.value(id))
        return item->setChecked(true);
    for (auto *item : std::as_const(m_items)) { // a pane that is not among them
        item->setAutoExclusive(false);
        item->setChecked(false);
        item->setAutoExclusive(true);
    }
}

void Navigation::clear()
{
    m_items.clear();
    m_lastGroup.clear();
    while (m_column->count() > 1) {
        QLayoutItem *item = m_column->takeAt(0);
        delete item->widget();
        delete item;
    }
}
