// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/themedlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

EmptyState::EmptyState(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_icon(new ThemedLabel(theme, TextStyle::Body, &Colours::faint))
    , m_title(new ThemedLabel(theme, TextStyle::Heading, &Colours::text))
    , m_hint(new ThemedLabel(theme, TextStyle::Body, &Colours::muted))
    , m_action(new QPushButton)
{
    setObjectName(u"emptyState"_s);
    m_title->setObjectName(u"emptyTitleLabel"_s);
    m_action->setObjectName(u"emptyActionButton"_s);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setMinimumWidth(fontMetrics().averageCharWidth() * 52);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Space::S2);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(Space::S2);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_hint, 0, Qt::AlignHCenter);
    column->addSpacing(Space::S3);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::set(const QString &icon, const QString &title, const QString &hint, const QString &action)
{
    m_icon->setIcon(icon, 32);
    m_title->setText(title);
    m_hint->setText(hint);
    // Centred, it would get one line only; without text it has no height.
    m_hint->setMinimumHeight(std::max(0, m_hint->heightForWidth(m_hint->minimumWidth())));
    m_action->setText(action);
    m_action->setToolTip(action);
    m_action->setVisible(!action.isEmpty());
}
