// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/showsecretdialog.h"

#include "ui/widgets/card.h"
#include "ui/widgets/themedlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ShowSecretDialog::ShowSecretDialog(const Context &context, const QString &title, const QString &secret,
                                   const QString &warning, QWidget *parent)
    : QDialog(parent)
    , m_secret(new QLineEdit(secret))
    , m_copy(new QPushButton(context.theme.icon(u"copy"_s, &Colours::onAccent), tr("Copy")))
    , m_done(new QPushButton(tr("Close")))
{
    setObjectName(u"showSecretDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setBackgroundRole(QPalette::Base);
    setMinimumWidth(Space::S4 * 50); // a whole key fits
    auto *card = new Card(context.theme);
    card->setFill(&Colours::warningSoft, nullptr);
    card->setRadius(Radius::Medium);
    auto *inside = new QHBoxLayout(card);
    inside->setContentsMargins(Space::S4, Space::S3, Space::S4, Space::S3);
    inside->setSpacing(Space::S3);
    auto *icon = new ThemedLabel(context.theme, TextStyle::Body, &Colours::warning);
    icon->setIcon(u"triangle-alert"_s);
    auto *words = new ThemedLabel(context.theme, TextStyle::Body, &Colours::text, warning);
    words->setWordWrap(true);
    inside->addWidget(icon, 0, Qt::AlignTop);
    inside->addWidget(words, 1);
    m_secret->setObjectName(u"secretEdit"_s);
    m_secret->setAccessibleName(tr("Secret"));
    m_secret->setToolTip(tr("The secret, to be copied"));
    m_secret->setReadOnly(true);
    m_secret->setFont(context.theme.font(TextStyle::Code));
    m_secret->setCursorPosition(0);
    m_copy->setObjectName(u"copySecretButton"_s);
    m_copy->setToolTip(tr("Copy the secret to the clipboard"));
    m_copy->setProperty("rank", u"primary"_s);
    m_copy->setDefault(true);
    m_done->setObjectName(u"closeSecretButton"_s);
    m_done->setToolTip(tr("Close; the secret is not shown again"));
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::S2);
    line->addWidget(m_secret, 1);
    line->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::S6, Space::S5, Space::S6, Space::S5);
    column->setSpacing(Space::S4);
    column->addWidget(new ThemedLabel(context.theme, TextStyle::Title, &Colours::text, title));
    column->addWidget(card);
    column->addLayout(line);
    column->addStretch();
    column->addWidget(m_done, 0, Qt::AlignTrailing);
    connect(m_copy, &QPushButton::clicked, this, &ShowSecretDialog::copy);
    connect(m_done, &QPushButton::clicked, this, &ShowSecretDialog::reject);
}

ShowSecretDialog::~ShowSecretDialog() { m_secret->clear(); }

void ShowSecretDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_secret->text());
    m_copied = true;
    m_copy->setText(tr("Copied"));
    m_done->setText(tr("Close"));
}

void ShowSecretDialog::reject()
{
    if (m_copied || std::exchange(m_warned, true))
        return QDialog::reject();
    m_done->setText(tr("Close without copying"));
}
