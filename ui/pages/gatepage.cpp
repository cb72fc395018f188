// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/gatepage.h"

#include "ui/support/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/fielderror.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

GatePage::GatePage(const Context &context, const QString &title, const QString &subtitle, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_card(new Card(context.theme))
    , m_column(new QVBoxLayout(m_card))
    , m_subtitle(new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted, subtitle))
    , m_error(new ErrorBanner(context.theme))
{
    m_card->setFixedWidth(Space::S4 * 29);
    m_column->setContentsMargins(Space::S8, Space::S8, Space::S8, Space::S6);
    m_column->setSpacing(Space::S1);
    m_subtitle->setWordWrap(true);
    m_column->addWidget(new ThemedLabel(context.theme, TextStyle::Title, &Colours::text, title));
    m_column->addWidget(m_subtitle);
    m_column->addSpacing(Space::S4);
    m_column->addWidget(m_error);
    m_column->addSpacing(Space::S2);
    auto *middle = new QWidget;
    auto *page = new QVBoxLayout(middle);
    page->addStretch(2);
    auto *line = new QHBoxLayout; // an alignment would give the card the height of a wider one
    line->addStretch();
    line->addWidget(m_card);
    line->addStretch();
    page->addLayout(line);
    page->addStretch(3);
    auto *scroll = new QScrollArea; // a small window, or large text
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(middle);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

void GatePage::setSubtitle(const QString &subtitle) { m_subtitle->setText(subtitle); }

QLineEdit *GatePage::addEdit(const QString &name, const QString &apiName, const QString &label, const QString &hint)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setAccessibleDescription(hint);
    edit->setToolTip(hint.isEmpty() ? label : hint);
    auto *caption = new ThemedLabel(m_context.theme, TextStyle::Strong, &Colours::text, label);
    caption->setBuddy(edit);
    auto *error = new FieldError(m_context.theme, *edit);
    error->setObjectName(apiName + u"ErrorLabel"_s);
    m_column->addWidget(caption);
    m_column->addWidget(edit);
    if (!hint.isEmpty()) {
        auto *note = new ThemedLabel(m_context.theme, TextStyle::Small, &Colours::muted, hint);
        note->setWordWrap(true);
        m_column->addWidget(note);
    }
    m_column->addWidget(error);
    m_column->addSpacing(Space::S3);
    m_fields.append({apiName, edit, caption, error});
    return edit;
}

QLineEdit *GatePage::addPassword(const QString &name, const QString &apiName, const QString &label, const QString &hint)
{
    QLineEdit *edit = addEdit(name, apiName, label, hint);
    edit->setEchoMode(QLineEdit::Password);
    QAction *reveal = edit->addAction(m_context.theme.icon(u"eye"_s), QLineEdit::TrailingPosition);
    reveal->setCheckable(true);
    reveal->setText(tr("Show the password"));
    reveal->setToolTip(reveal->text());
    connect(reveal, &QAction::toggled, edit, [this, edit, reveal](bool on) {
        edit->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(m_context.theme.icon(on ? u"eye-off"_s : u"eye"_s));
    });
    return edit;
}

QPushButton *GatePage::addSubmit(const QString &name, const QString &text, const QString &explanation,
                                 const QString &missing)
{
    m_submitButton = new QPushButton(text);
    m_submitButton->setObjectName(name);
    m_submitButton->setProperty("rank", u"primary"_s);
    m_explanation = explanation.isEmpty() ? text : explanation;
    m_missing = missing.isEmpty() ? tr("Fill in every field first.") : missing;
    m_column->addSpacing(Space::S2);
    m_column->addWidget(m_submitButton);
    for (const Field &field : std::as_const(m_fields)) {
        connect(field.edit, &QLineEdit::textChanged, this, &GatePage::updateSubmitButton);
        connect(field.edit, &QLineEdit::returnPressed, this, &GatePage::pressSubmit);
    }
    updateSubmitButton();
    return m_submitButton;
}

bool GatePage::Field::isEmpty() const
{
    return edit->echoMode() == QLineEdit::Normal ? edit->text().trimmed().isEmpty() : edit->text().isEmpty();
}

void GatePage::holdSubmit(bool held)
{
    m_held = held;
    updateSubmitButton();
}

void GatePage::updateSubmitButton()
{
    const bool complete = std::ranges::none_of(std::as_const(m_fields), &Field::isEmpty);
    m_submitButton->setEnabled(complete && !m_held);
    m_submitButton->setToolTip(complete ? m_explanation : m_missing);
}

void GatePage::pressSubmit()
{
    if (m_held)
        return;
    QLineEdit *first = nullptr;
    for (const Field &field : std::as_const(m_fields)) {
        if (!field.isEmpty())
            continue;
        field.error->tell(tr("This is needed."));
        first = first ? first : field.edit;
    }
    if (first)
        first->setFocus();
    else
        m_submitButton->click();
}

QPushButton *GatePage::addLink(const QString &name, const QString &text, const QString &explanation,
                               std::function<void()> run)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setToolTip(explanation);
    button->setProperty("rank", u"quiet"_s);
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    m_column->addWidget(button);
    return button;
}

void GatePage::setFieldName(QLineEdit *edit, const QString &label)
{
    for (const Field &field : std::as_const(m_fields)) {
        if (field.edit == edit)
            field.caption->setText(label);
    }
    edit->setAccessibleName(label);
    edit->setToolTip(label);
}

void GatePage::setFieldError(QLineEdit *edit, const QString &text)
{
    for (const Field &field : std::as_const(m_fields)) {
        if (field.edit == edit)
            field.error->tell(text);
    }
}

void GatePage::clearErrors()
{
    m_error->clear();
    for (const Field &field : std::as_const(m_fields))
        setFieldError(field.edit, {});
}

void GatePage::fail(const Error &error)
{
    bool placed = false;
    for (const Field &field : std::as_const(m_fields)) {
        for (auto it = error.details.cbegin(); it != error.details.cend(); ++it) {
            if (it.key().section(u'.', -1) == field.apiName) {
                setFieldError(field.edit, asSentence(it.value()));
                placed = true;
            }
        }
    }
    if (!placed)
        m_error->show(error, false);
}
