// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firstrunpage.h"

#include "models/domain/serverprofile.h"
#include "ui/widgets/card.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/fielderror.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

FirstRunPage::FirstRunPage(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_error(new ErrorBanner(context.theme))
    , m_demo(new QCheckBox(tr("With demo data")))
    , m_try(new QPushButton(tr("Start")))
    , m_progress(new QProgressBar)
    , m_localState(new ThemedLabel(context.theme, TextStyle::Small, &Colours::muted))
    , m_url(new QLineEdit)
    , m_name(new QLineEdit)
    , m_urlError(new FieldError(context.theme, *m_url))
    , m_connect(new QPushButton(tr("Connect")))
{
    setObjectName(u"firstRunPage"_s);
    auto *title = new ThemedLabel(context.theme, TextStyle::Hero, &Colours::text, tr("Welcome to Voxdesk"));
    auto *subtitle
        = new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted,
                          tr("The console for a voice platform: its users, their limits and what they use."));
    title->setAlignment(Qt::AlignCenter);
    subtitle->setAlignment(Qt::AlignCenter);

    QVBoxLayout *local = nullptr;
    QVBoxLayout *remote = nullptr;
    auto *localDoor
        = makeDoor(u"laptop"_s, tr("Try it on this computer"),
                   tr("Starts a private server for you alone. Nothing leaves this computer and nothing needs "
                      "to be set up."),
                   local);
    auto *remoteDoor
        = makeDoor(u"server"_s, tr("Connect to a server"),
                   tr("Use a Voxdesk server that runs elsewhere, with the account you have there."), remote);
    m_demo->setObjectName(u"demoCheckBox"_s);
    m_demo->setChecked(true);
    m_demo->setToolTip(tr("Fills the new server with invented users, so that there is something to look at"));
    m_try->setObjectName(u"tryLocallyButton"_s);
    m_try->setProperty("rank", u"primary"_s);
    m_try->setToolTip(m_try->text());
    m_progress->setObjectName(u"localProgressBar"_s);
    m_progress->setAccessibleName(tr("Starting the local server"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_localState->setObjectName(u"localStateLabel"_s);
    m_localState->setWordWrap(true);
    local->addWidget(m_demo);
    local->addStretch();
    local->addWidget(m_progress);
    local->addWidget(m_localState);
    local->addWidget(m_try);

    m_url->setObjectName(u"serverUrlEdit"_s);
    m_url->setPlaceholderText(u"https://voice.example.com"_s);
    m_url->setAccessibleName(tr("Address of the server"));
    m_url->setToolTip(m_url->accessibleName());
    m_name->setObjectName(u"serverNameEdit"_s);
    m_name->setPlaceholderText(tr("Name, if you like"));
    m_name->setAccessibleName(tr("Name of the server in this console"));
    m_name->setToolTip(m_name->accessibleName());
    m_urlError->setObjectName(u"serverUrlErrorLabel"_s);
    m_connect->setObjectName(u"connectButton"_s);
    const auto allow = [this] {
        const bool typed = !m_url->text().trimmed().isEmpty();
        m_connect->setEnabled(typed);
        m_connect->setToolTip(typed ? tr("Connect and sign in") : tr("Type the address of the server first."));
    };
    connect(m_url, &QLineEdit::textChanged, m_connect, allow);
    allow();
    remote->addWidget(m_url);
    remote->addWidget(m_urlError);
    remote->addWidget(m_name);
    remote->addStretch();
    remote->addWidget(m_connect);

    auto *doors = new QHBoxLayout;
    doors->setSpacing(Space::S6);
    doors->addStretch();
    doors->addWidget(localDoor);
    doors->addWidget(remoteDoor);
    doors->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::S8, Space::S8, Space::S8, Space::S8);
    column->setSpacing(Space::S2);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(subtitle);
    column->addSpacing(Space::S6);
    column->addWidget(m_error);
    column->addLayout(doors);
    column->addStretch(3);
    connect(m_try, &QPushButton::clicked, this, [this] {
        m_error->clear();
        emit tryLocallyRequested(m_demo->isVisibleTo(this) && m_demo->isChecked());
    });
    connect(m_connect, &QPushButton::clicked, this, &FirstRunPage::connectTo);
    connect(m_url, &QLineEdit::returnPressed, this, &FirstRunPage::connectTo);
    connect(m_name, &QLineEdit::returnPressed, this, &FirstRunPage::connectTo);
    setLocalProgress({});
}

QWidget *FirstRunPage::makeDoor(const QString &icon, const QString &title, const QString &text, QVBoxLayout *&body)
{
    auto *door = new Card(m_context.theme);
    door->setFixedSize(Space::S4 * 23, Space::S4 * 21);
    body = new QVBoxLayout(door);
    body->setContentsMargins(Space::S6, Space::S6, Space::S6, Space::S6);
    body->setSpacing(Space::S3);
    auto *mark = new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::accentText);
    mark->setIcon(icon, 32);
    auto *words = new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::muted, text);
    words->setWordWrap(true);
    body->addWidget(mark);
    body->addWidget(new ThemedLabel(m_context.theme, TextStyle::Heading, &Colours::text, title));
    body->addWidget(words);
    return door;
}

void FirstRunPage::setLocalUnavailable(const QString &why)
{
    m_localUnavailable = why;
    m_try->setEnabled(why.isEmpty());
    m_try->setToolTip(why.isEmpty() ? m_try->text() : why);
    m_localState->setText(why);
    m_localState->setVisible(!why.isEmpty());
}

void FirstRunPage::setLocalProgress(const QString &message)
{
    m_progress->setVisible(!message.isEmpty());
    m_localState->setText(message.isEmpty() ? m_localUnavailable : message);
    m_localState->setVisible(!m_localState->text().isEmpty());
    m_try->setEnabled(message.isEmpty() && m_localUnavailable.isEmpty());
    m_demo->setEnabled(message.isEmpty());
}

void FirstRunPage::setHasLocalData(bool hasData) { m_demo->setVisible(!hasData); }

void FirstRunPage::fail(const Error &error)
{
    setLocalProgress({});
    m_error->show(error, false);
}

void FirstRunPage::connectTo()
{
    const QUrl url = serverUrlFromInput(m_url->text());
    const bool good = url.isValid() && !url.host().isEmpty();
    m_urlError->tell(good ? QString()
                          : tr("This is not the address of a server, such as https://voice.example.com."));
    if (good)
        emit connectRequested(url, m_name->text().trimmed());
}
