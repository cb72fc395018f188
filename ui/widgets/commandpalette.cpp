// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/commandpalette.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{
constexpr int MostRows = 12;

enum PaletteRole { GroupRole = Qt::UserRole, ShortcutRole };

/// The title as any item, its group muted behind it, the shortcut at the other end.
class PaletteDelegate : public QStyledItemDelegate
{
public:
    PaletteDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        const QStyle &style = option.widget ? *option.widget->style() : *QApplication::style();
        const QString title = option.text;
        const QString shortcut = index.data(ShortcutRole).toString();
        QRect room = style.subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget)
                         .adjusted(Space::S1, 0, -Space::S2, 0);
        option.text.clear();
        style.drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
        painter->save();
        painter->setFont(option.font);
        const bool enabled = option.state & QStyle::State_Enabled;
        const auto put = [&](const QString &text, QColor Colours::*ink, Qt::Alignment alignment) {
            const QString shown = option.fontMetrics.elidedText(text, Qt::ElideRight, room.width());
            painter->setPen(m_theme.colours().*ink);
            painter->drawText(style.visualRect(option.direction, option.rect, room),
                              int(QStyle::visualAlignment(option.direction, alignment) | Qt::AlignVCenter), shown);
            return option.fontMetrics.horizontalAdvance(shown) + Space::S4;
        };
        if (!shortcut.isEmpty())
            room.setRight(room.right() - put(shortcut, &Colours::muted, Qt::AlignRight));
        room.setLeft(room.left() + put(title, enabled ? &Colours::text : &Colours::faint, Qt::AlignLeft));
        if (room.width() > 0)
            put(index.data(GroupRole).toString(), &Colours::muted, Qt::AlignLeft);
        painter->restore();
    }

private:
    const Theme &m_theme;
};
}

CommandPalette::CommandPalette(const Theme &theme, Find find, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_find(std::move(find))
    , m_edit(new QLineEdit)
    , m_list(new QListWidget)
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Command palette"));
    setFill(&Colours::raised, &Colours::borderStrong);
    m_edit->setObjectName(u"paletteEdit"_s);
    m_edit->setPlaceholderText(tr("Jump to a pane, an action or a row…"));
    m_edit->setAccessibleName(m_edit->placeholderText());
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What fits"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QPalette raised = m_list->palette();
    raised.setColor(QPalette::Base, Qt::transparent);
    m_list->setPalette(raised);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::S3, Space::S3, Space::S3, Space::S3);
    column->setSpacing(Space::S2);
    column->addWidget(m_edit);
    column->addWidget(m_list);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::update);
    connect(m_edit, &QLineEdit::returnPressed, this, &CommandPalette::choose);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
    setVisible(false);
}

void CommandPalette::open(const QString &text)
{
    m_before = QApplication::focusWidget();
    const int width = std::min(parentWidget()->width() - 2 * Space::S6, Space::S4 * 40);
    setGeometry((parentWidget()->width() - width) / 2, Space::S12 + Space::S4, width, height());
    setVisible(true);
    raise();
    m_edit->setText(text);
    m_edit->setFocus();
    update(text);
}

void CommandPalette::close()
{
    setVisible(false);
    if (m_before)
        m_before->setFocus();
}

void CommandPalette::forget()
{
    if (isVisible())
        close();
    m_entries.clear();
    m_list->clear();
}

void CommandPalette::update(const QString &text)
{
    m_entries = m_find(text.trimmed());
    m_list->clear();
    for (const PaletteEntry &entry : std::as_const(m_entries)) {
        const QString note = entry.whyNot.isEmpty() ? entry.group : entry.whyNot;
        auto *item = new QListWidgetItem(m_theme.icon(entry.icon), entry.title);
        item->setData(GroupRole, note);
        item->setData(ShortcutRole, entry.shortcut);
        item->setData(Qt::AccessibleTextRole, QStringList{entry.title, note, entry.shortcut}.join(u", "_s));
        item->setToolTip(note);
        if (!entry.whyNot.isEmpty())
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
        m_list->addItem(item);
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    const int around = m_edit->sizeHint().height() + 2 * Space::S3 + Space::S2;
    const int row = std::max(1, m_list->sizeHintForRow(0));
    const int most = std::clamp((parentWidget()->height() - y() - Space::S6 - around) / row, 1, MostRows);
    resize(width(), around + std::clamp(m_list->count(), 1, most) * row); // whole rows
}

void CommandPalette::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_entries.size() || !m_entries.at(row).whyNot.isEmpty())
        return;
    const auto run = m_entries.at(row).run;
    close();
    if (run)
        run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        setVisible(false);
    } else if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool mine = key == Qt::Key_Escape || key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
            || key == Qt::Key_PageDown;
        if (!mine)
            return Card::eventFilter(watched, event);
        event->accept();
        if (event->type() == QEvent::KeyPress && key == Qt::Key_Escape)
            close();
        else if (event->type() == QEvent::KeyPress)
            QApplication::sendEvent(m_list, event);
        return true;
    }
    return Card::eventFilter(watched, event);
}
