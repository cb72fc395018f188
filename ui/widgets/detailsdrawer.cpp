// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailsdrawer.h"

#include "ui/widgets/changelabel.h"
#include "ui/widgets/taglabel.h"
#include "ui/widgets/themedlabel.h"
#include "ui/widgets/usagebar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;

DetailsDrawer::DetailsDrawer(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new ThemedLabel(context.theme, TextStyle::Heading, &Colours::text))
    , m_subtitle(new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted))
    , m_state(new TagLabel(context.theme))
    , m_bodyPlace(new QVBoxLayout)
{
    setObjectName(u"detailsDrawer"_s);
    setAccessibleName(tr("Details of the selected row"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setMinimumWidth(Space::S4 * 19);
    m_title->setObjectName(u"drawerTitleLabel"_s);
    m_title->setWordWrap(true);
    m_subtitle->setObjectName(u"drawerSubtitleLabel"_s);
    m_subtitle->setWordWrap(true);

    auto *bar = new QHBoxLayout;
    bar->setSpacing(Space::S1);
    const auto add = [&](const QString &name, const QString &icon, const QString &explanation) {
        auto *button = addButton(name, icon, explanation);
        bar->addWidget(button);
        return button;
    };
    connect(add(u"previousRowButton"_s, u"chevron-up"_s, tr("Previous row (Alt+Up)")), &QToolButton::clicked, this,
            [this] { emit stepRequested(-1); });
    connect(add(u"nextRowButton"_s, u"chevron-down"_s, tr("Next row (Alt+Down)")), &QToolButton::clicked, this,
            [this] { emit stepRequested(1); });
    bar->addStretch();
    m_history = add(u"historyButton"_s, u"history"_s, tr("History: what was done to this, by whom"));
    connect(m_history, &QToolButton::clicked, this, [this] { emit historyRequested(m_details); });
    connect(add(u"copyIdButton"_s, u"copy"_s, tr("Copy the id")), &QToolButton::clicked, this, &DetailsDrawer::copyId);
    m_curl = add(u"copyCurlButton"_s, u"terminal"_s, tr("Copy as cURL"));
    connect(m_curl, &QToolButton::clicked, this, &DetailsDrawer::copyCurl);
    connect(add(u"closeDrawerButton"_s, u"x"_s, tr("Close the details (Esc)")), &QToolButton::clicked, this,
            &DetailsDrawer::closeRequested);

    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"drawerScroll"_s);
    scroll->setAccessibleName(accessibleName());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QWidget;
    inner->setBackgroundRole(QPalette::Base);
    m_bodyPlace->setContentsMargins(Space::S5, Space::S2, Space::S5, Space::S5);
    inner->setLayout(m_bodyPlace);
    scroll->setWidget(inner);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(Space::S5, 0, Space::S5, 0);
    head->setSpacing(Space::S1);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);
    head->addWidget(m_state);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Space::S2, 0, 0);
    column->setSpacing(Space::S2);
    bar->setContentsMargins(Space::S3, 0, Space::S3, 0);
    column->addLayout(bar);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    connect(&context.format, &DisplayFormat::changed, this, [this] {
        if (m_body)
            fillBody();
    });
}

QToolButton *DetailsDrawer::addButton(const QString &name, const QString &icon, const QString &explanation)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(m_context.theme.icon(icon));
    button->setToolTip(explanation);
    button->setAccessibleName(explanation);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void DetailsDrawer::show(const Details &details, const QList<QAction *> &actions)
{
    m_history->setVisible(m_hasHistory && !details.kind.isEmpty());
    const QList<QPointer<QAction>> offered(actions.cbegin(), actions.cend());
    if (m_body && details == m_details && offered == m_actions)
        return;
    m_details = details;
    m_actions = offered;
    fillHead();
    fillBody();
}

void DetailsDrawer::fillHead()
{
    m_title->setText(m_details.title);
    m_subtitle->setText(m_details.subtitle);
    m_subtitle->setVisible(!m_details.subtitle.isEmpty());
    fitHead();
    m_state->setTag(m_details.state);
    m_state->setVisible(!m_details.state.text.isEmpty());
    m_curl->setVisible(!m_details.curl.isEmpty());
}

// The old one goes when the new one stands: the focus, and with it the place in the scroll area, would go elsewhere.
void DetailsDrawer::fillBody()
{
    const std::unique_ptr<QWidget> before(m_body);
    m_body = new QWidget;
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::S2);
    for (const DetailSection &section : std::as_const(m_details.sections))
        addSection(section);
    column->addSpacing(Space::S2);
    for (QAction *action : std::as_const(m_actions)) {
        if (!action)
            continue;
        auto *button = new QPushButton(action->icon(), action->text());
        button->setObjectName(action->objectName() + u"Button"_s);
        const auto follow = [button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->toolTip());
        };
        follow();
        connect(action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        column->addWidget(button);
    }
    column->addStretch();
    m_bodyPlace->addWidget(m_body);
    const QWidget *focus = QApplication::focusWidget();
    if (!before || !focus || !before->isAncestorOf(focus) || focus->objectName().isEmpty())
        return;
    if (auto *again = m_body->findChild<QWidget *>(focus->objectName())) {
        m_body->show(); // or it takes no focus
        again->setFocus();
    }
}

void DetailsDrawer::addSection(const DetailSection &section)
{
    auto *column = static_cast<QVBoxLayout *>(m_body->layout());
    if (!section.title.isEmpty()) {
        column->addSpacing(Space::S2);
        column->addWidget(new ThemedLabel(m_context.theme, TextStyle::Caption, &Colours::muted, section.title));
    }
    int widest = 0; // of all sections, so that the values stand in one line
    const QFontMetrics metrics(m_context.theme.font(TextStyle::Body));
    for (const DetailSection &every : m_details.sections) {
        for (const DetailField &field : every.fields)
            if (field.format != CellFormat::Change) // its label stands above it
                widest = std::max(widest, metrics.horizontalAdvance(field.label));
    }
    const int room = minimumWidth() - 2 * Space::S5 - Space::S4 - Space::S2 - widest; // where the drawer is narrowest
    for (const DetailField &field : section.fields) {
        if (field.format == CellFormat::Usage || field.format == CellFormat::Change) {
            column->addWidget(makeValue(field));
            continue;
        }
        if (longestWord(field) > room) { // an id or an address that does not fit beside its label stands below it
            column->addWidget(new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::muted, field.label));
            column->addWidget(makeValue(field));
            continue;
        }
        auto *row = new QHBoxLayout;
        row->setSpacing(Space::S4);
        auto *label = new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::muted, field.label);
        label->setFixedWidth(widest + 1);
        row->addWidget(label, 0, Qt::AlignTop);
        row->addWidget(makeValue(field), field.format == CellFormat::Tag ? 0 : 1);
        if (field.format == CellFormat::Tag)
            row->addStretch();
        column->addLayout(row);
    }
}

int DetailsDrawer::longestWord(const DetailField &field) const
{
    if (field.format != CellFormat::Identifier && field.format != CellFormat::Text)
        return 0;
    const QFontMetrics metrics(
        m_context.theme.font(field.format == CellFormat::Identifier ? TextStyle::Code : TextStyle::Body));
    int longest = 0;
    for (const QString &word : m_context.format.text(field.value, field.format).split(u' '))
        longest = std::max(longest, metrics.horizontalAdvance(word));
    return longest;
}

QWidget *DetailsDrawer::makeValue(const DetailField &field)
{
    if (field.format == CellFormat::Tag)
        return new TagLabel(m_context.theme, field.value.value<TagValue>());
    if (field.format == CellFormat::Change)
        return new ChangeLabel(m_context.theme, field.label, field.value.value<ChangeValue>());
    const QString text = m_context.format.text(field.value, field.format);
    if (field.format == CellFormat::Usage) {
        auto *box = new QWidget;
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(Space::S1);
        auto *line = new QHBoxLayout;
        line->addWidget(new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::muted, field.label), 1);
        line->addWidget(new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::text, text));
        auto *bar = new UsageBar(m_context.theme, m_context.format);
        bar->setValue(field.value.value<UsageValue>());
        column->addLayout(line);
        column->addWidget(bar);
        return box;
    }
    auto *label
        = new ThemedLabel(m_context.theme, field.format == CellFormat::Identifier ? TextStyle::Code : TextStyle::Body,
                          text.isEmpty() ? &Colours::faint : &Colours::text, text.isEmpty() ? u"–"_s : text);
    label->setWordWrap(field.format == CellFormat::Text);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void DetailsDrawer::copyId()
{
    QGuiApplication::clipboard()->setText(m_details.id);
    emit copied(tr("The id is on the clipboard."));
}

void DetailsDrawer::copyCurl()
{
    QGuiApplication::clipboard()->setText(m_details.curl);
    emit copied(tr("The cURL line is on the clipboard; the token is the variable $VOXDESK_TOKEN."));
}

void DetailsDrawer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHead();
}

// A layout gives a wrapped label the height it would have if it were narrow.
void DetailsDrawer::fitHead()
{
    for (QLabel *label : std::initializer_list<QLabel *>{m_title, m_subtitle}) {
        label->setMinimumHeight(0); // or it is no lower than it was for the row before
        label->setFixedHeight(std::max(0, label->heightForWidth(std::max(1, width() - 2 * Space::S5))));
    }
}
