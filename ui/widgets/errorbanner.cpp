// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/errorbanner.h"

#include "ui/support/words.h"
#include "ui/widgets/themedlabel.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

ErrorBanner::ErrorBanner(const Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_happened(new ThemedLabel(theme, TextStyle::Strong, &Colours::text))
    , m_todo(new ThemedLabel(theme, TextStyle::Body, &Colours::text))
    , m_code(new ThemedLabel(theme, TextStyle::Small, &Colours::muted))
    , m_copy(new QPushButton(tr("Copy request id")))
    , m_retry(new QPushButton(tr("Try again")))
    , m_dismiss(new QToolButton)
{
    setObjectName(u"errorBanner"_s);
    setFill(&Colours::badSoft, nullptr);
    setRadius(Radius::Medium);
    m_happened->setObjectName(u"errorHappenedLabel"_s);
    m_code->setObjectName(u"errorCodeLabel"_s);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setObjectName(u"copyRequestIdButton"_s);
    m_copy->setToolTip(tr("Copies the id under which the server's log knows this request"));
    m_retry->setObjectName(u"retryButton"_s);
    m_retry->setToolTip(tr("Sends the request again"));
    m_dismiss->setObjectName(u"dismissErrorButton"_s);
    m_dismiss->setIcon(theme.icon(u"x"_s));
    m_dismiss->setToolTip(tr("Close this message"));
    m_dismiss->setAccessibleName(m_dismiss->toolTip());
    for (auto *label : {m_happened, m_todo, m_code})
        label->setWordWrap(true);

    auto *icon = new ThemedLabel(theme, TextStyle::Body, &Colours::bad);
    icon->setIcon(u"circle-alert"_s, 20);
    auto *words = new QVBoxLayout;
    words->setSpacing(Space::Half);
    words->addWidget(m_happened);
    words->addWidget(m_todo);
    words->addWidget(m_code);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, Space::S1, 0, 0);
    buttons->setSpacing(Space::S2);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    words->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::S4, Space::S3, Space::S2, Space::S3);
    row->setSpacing(Space::S3);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_dismiss, 0, Qt::AlignTop);

    connect(m_retry, &QPushButton::clicked, this, [this] {
        clear();
        emit retryRequested();
    });
    connect(m_dismiss, &QToolButton::clicked, this, &ErrorBanner::clear);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_requestId); });
    setVisible(false);
}

void ErrorBanner::show(const Error &error, bool canRetry)
{
    const ErrorWords words = inWords(error);
    m_ofRead = false;
    m_requestId = error.requestId;
    m_happened->setText(words.happened);
    m_todo->setText(words.todo);
    const QString code(info(error.code).name);
    m_code->setText(m_requestId.isEmpty() ? code
                                          : tr("%1 · request %2", "error code, request id").arg(code, m_requestId));
    m_copy->setVisible(!m_requestId.isEmpty());
    m_retry->setVisible(canRetry);
    setAccessibleName(words.happened + u' ' + words.todo);
    setVisible(true);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ErrorBanner::showRead(const Error &error, bool kept)
{
    if (kept && error == ErrorCode::Unreachable)
        return clearRead();
    if (kept && !isHidden() && !m_ofRead) // nobody may have read yet what an action failed of
        return;
    show(error);
    m_ofRead = true;
}

void ErrorBanner::clear() { setVisible(false); }

void ErrorBanner::clearRead()
{
    if (m_ofRead)
        clear();
}

void ErrorBanner::clearAction()
{
    if (!m_ofRead)
        clear();
}
