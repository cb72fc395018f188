// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/showsessionsdialog.h"

#include "models/domain/async.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/themedlabel.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableWidget>

using namespace Qt::StringLiterals;

ShowSessionsDialog::ShowSessionsDialog(const Context &context, UserDirectory &users, const User &user, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_users(users)
    , m_user(user)
    , m_error(new ErrorBanner(context.theme))
    , m_table(new QTableWidget(0, 4))
    , m_empty(new EmptyState(context.theme))
    , m_stack(new QStackedLayout)
    , m_signOut(new QPushButton(tr("Sign out everywhere…")))
{
    setObjectName(u"showSessionsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sessions"));
    setBackgroundRole(QPalette::Base);
    resize(Space::S4 * 48, Space::S4 * 26);
    m_table->setObjectName(u"sessionTable"_s);
    m_table->setAccessibleName(tr("Sessions"));
    m_table->setHorizontalHeaderLabels({tr("Device"), tr("Address"), tr("Signed in"), tr("Last used")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_signOut->setObjectName(u"signOutEverywhereButton"_s);
    m_signOut->setToolTip(tr("Ends every session of this user at once"));
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(u"closeSessionsButton"_s);
    close->setToolTip(tr("Close this window (Esc)"));
    close->setDefault(true);

    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_signOut);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::S6, Space::S5, Space::S6, Space::S5);
    column->setSpacing(Space::S2);
    column->addWidget(new ThemedLabel(context.theme, TextStyle::Title, &Colours::text, tr("Sessions")));
    column->addWidget(new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted, user.email));
    column->addWidget(m_error);
    column->addLayout(m_stack, 1);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_error, &ErrorBanner::retryRequested, this, &ShowSessionsDialog::load);
    connect(m_signOut, &QPushButton::clicked, this, [this] {
        auto *ask
            = new ConfirmDialog(m_context, tr("Sign out everywhere?"),
                                tr("%1 is signed out on every device and has to sign in again.").arg(m_user.email),
                                tr("Sign out everywhere"), this);
        connect(ask, &QDialog::accepted, this, &ShowSessionsDialog::signOutEverywhere);
        ask->open();
    });
    load();
}

void ShowSessionsDialog::load()
{
    m_signOut->setEnabled(false);
    m_empty->set(u"clock"_s, tr("Loading…"), {});
    m_stack->setCurrentWidget(m_empty);
    whenDone(m_users.sessions(m_user.id), this, [this](const Result<QList<UserSession>> &answer) {
        if (answer)
            return show(*answer);
        m_empty->set(u"circle-alert"_s, tr("Nothing could be loaded"), tr("The reason is shown above."));
        m_error->show(answer.error());
    });
}

void ShowSessionsDialog::show(const QList<UserSession> &sessions)
{
    const QString reason = m_context.access.whyNoChanges();
    m_signOut->setEnabled(!sessions.isEmpty() && reason.isEmpty());
    if (!reason.isEmpty())
        m_signOut->setToolTip(reason);
    m_empty->set(u"monitor-smartphone"_s, tr("Not signed in anywhere"), tr("This user has no open session."));
    m_stack->setCurrentIndex(sessions.isEmpty() ? 1 : 0);
    m_table->setRowCount(int(sessions.size()));
    for (int row = 0; row < sessions.size(); ++row) {
        const UserSession &s = sessions.at(row);
        const QString device = s.device.isEmpty() ? tr("Unknown device") : s.device;
        const QStringList cells{s.current ? tr("%1 (this session)").arg(device) : device, s.address,
                                m_context.format.timestamp(s.createdAt), m_context.format.timestamp(s.lastUsedAt)};
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells.at(column)));
    }
}

void ShowSessionsDialog::signOutEverywhere()
{
    m_signOut->setEnabled(false);
    whenDone(m_users.signOutEverywhere(m_user.id), this, [this](const Result<Done> &answer) {
        if (!answer)
            m_error->show(answer.error(), false);
        load();
    });
}
