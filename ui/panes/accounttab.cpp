// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/accounttab.h"

#include "models/domain/async.h"
#include "ui/dialogs/confirmemaildialog.h"
#include "ui/dialogs/editpreferencesdialog.h"
#include "ui/theme/style.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/taglabel.h"
#include "ui/widgets/themedlabel.h"
#include "ui/widgets/titledcard.h"

#include <QAction>
#include <QGridLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

AccountTab::AccountTab(const Context &context, OwnAccount &account, const Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_account(account)
    , m_commands(commands)
    , m_error(new ErrorBanner(context.theme))
    , m_emailTag(new TagLabel(context.theme))
    , m_address(new ThemedLabel(context.theme, TextStyle::Strong, &Colours::text))
    , m_emailWords(new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted))
    , m_marketing(new ThemedLabel(context.theme, TextStyle::Body, &Colours::text))
    , m_notifications(new ThemedLabel(context.theme, TextStyle::Body, &Colours::text))
    , m_twoFactor(new ThemedLabel(context.theme, TextStyle::Body, &Colours::text))
{
    buildLayout();
    connect(m_error, &ErrorBanner::retryRequested, this, &AccountTab::load);
    connect(commands.mailCode, &QAction::triggered, this, &AccountTab::mailCode);
    connect(commands.enterCode, &QAction::triggered, this, &AccountTab::enterCode);
    connect(commands.preferences, &QAction::triggered, this, &AccountTab::editPreferences);
    showAccount();
}

void AccountTab::buildLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Space::S4, Style::ScrollBarWidth, Space::S6);
    column->setSpacing(Space::S4);
    column->addWidget(m_error);
    const auto addRow = [](QVBoxLayout &card, std::initializer_list<QAction *> actions) {
        auto *row = new QHBoxLayout;
        row->setSpacing(Space::S2);
        for (QAction *action : actions)
            addActionButton(*row, action);
        row->addStretch();
        card.addLayout(row);
    };
    m_emailTag->setObjectName(u"emailTag"_s);
    m_address->setObjectName(u"emailAddressLabel"_s);
    m_emailWords->setObjectName(u"emailWordsLabel"_s);
    m_emailWords->setWordWrap(true);
    auto *email = addTitledCard(*column, m_context.theme, tr("E-mail address"), {}, m_emailTag);
    email->addWidget(m_address);
    email->addWidget(m_emailWords);
    addRow(*email, {m_commands.mailCode, m_commands.enterCode});

    auto *preferences = addTitledCard(*column, m_context.theme, tr("Preferences"),
                                      tr("They belong to your account, wherever you sign in."));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::S6);
    grid->setVerticalSpacing(Space::S1);
    grid->setColumnStretch(1, 1);
    const auto addLine = [this, grid](const QString &name, const QString &text, ThemedLabel *value) {
        value->setObjectName(name + u"Label"_s);
        const int row = grid->rowCount();
        grid->addWidget(new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::muted, text), row, 0);
        grid->addWidget(value, row, 1);
    };
    addLine(u"marketing"_s, tr("News of the product by e-mail"), m_marketing);
    addLine(u"notifications"_s, tr("Notices by e-mail"), m_notifications);
    addLine(u"twoFactorWish"_s, tr("Wishes a second factor"), m_twoFactor);
    preferences->addLayout(grid);
    addRow(*preferences, {m_commands.preferences});
    column->addStretch();
}

void AccountTab::load()
{
    if (m_pending > 0)
        return;
    m_pending = 2;
    m_failure.reset();
    whenDone(m_account.emailAddress(), this, [this](const Result<EmailAddress> &answer) {
        if (answer)
            m_email = *answer;
        settle(answer ? std::nullopt : std::optional(answer.error()));
    });
    whenDone(m_account.preferences(), this, [this](const Result<Preferences> &answer) {
        if (answer)
            m_preferences = *answer;
        settle(answer ? std::nullopt : std::optional(answer.error()));
    });
}

void AccountTab::settle(const std::optional<Error> &error)
{
    if (error)
        m_failure = error;
    if (--m_pending > 0)
        return;
    showAccount();
    if (m_failure)
        return m_error->showRead(*m_failure, m_hasLoaded); // what was read before stays readable
    m_error->clearRead();
    m_hasLoaded = true;
    emit loaded();
}

void AccountTab::showAccount()
{
    const bool confirmed = m_email && m_email->confirmed;
    m_emailTag->setTag(!m_email        ? TagValue{tr("Not known"), Tone::Neutral}
                           : confirmed ? TagValue{tr("Confirmed"), Tone::Good}
                                       : TagValue{tr("Not confirmed"), Tone::Warning});
    m_address->setText(m_email ? m_email->address : m_context.access.user().email);
    m_emailWords->setText(!m_email || confirmed
                              ? tr("Where a forgotten password is reset, and where you are told what happens to the "
                                   "account.")
                              : tr("Nobody knows yet whether mails reach you, and a forgotten password is reset by "
                                   "mail. Have a code mailed to you and enter it here."));
    const auto words = [this](bool Preferences::*choice, const QString &yes, const QString &no) {
        return !m_preferences ? tr("Not known") : *m_preferences.*choice ? yes : no;
    };
    m_marketing->setText(words(&Preferences::marketing, tr("Yes"), tr("No")));
    m_notifications->setText(words(&Preferences::notifications, tr("Yes"), tr("No")));
    m_twoFactor->setText(words(&Preferences::twoFactorAuth, tr("Yes"), tr("No")));
    const auto put = [](QAction *action, const QString &why, const QString &explanation) {
        action->setEnabled(why.isEmpty());
        action->setToolTip(why.isEmpty() ? explanation : why);
    };
    const QString unread = tr("This has not been read from the server yet.");
    const QString over = !m_email ? unread : confirmed ? tr("The address is confirmed already.") : QString();
    put(m_commands.mailCode, over, tr("Have a code mailed to the address; at most one mail a minute"));
    put(m_commands.enterCode, over, tr("Confirm the address with the code of the mail"));
    put(m_commands.preferences, m_preferences ? QString() : unread, tr("Change what you want of the service"));
}

void AccountTab::mailCode()
{
    const QString address = m_email->address;
    m_error->clearAction();
    whenDone(m_account.mailCode(address), this, [this, address](const Result<Done> &answer) {
        if (!answer)
            return m_error->show(answer.error(), false);
        emit noticed({tr("A mail with a code is on its way to %1.").arg(address), Tone::Good});
    });
}

void AccountTab::enterCode()
{
    m_error->clearAction();
    auto *dialog = new ConfirmEmailDialog(m_context, m_account, m_email->address, this);
    connect(dialog, &ConfirmEmailDialog::confirmed, this, [this] {
        emit noticed({tr("The e-mail address is confirmed."), Tone::Good});
        load();
    });
    dialog->open();
}

void AccountTab::editPreferences()
{
    m_error->clearAction();
    auto *dialog = new EditPreferencesDialog(m_context, m_account, *m_preferences, this);
    connect(dialog, &EditPreferencesDialog::saved, this, [this](const Preferences &saved) {
        m_preferences = saved;
        showAccount();
        emit noticed({tr("The preferences are saved."), Tone::Good});
    });
    dialog->open();
}
