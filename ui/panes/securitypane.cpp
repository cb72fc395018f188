// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/securitypane.h"

#include "models/domain/async.h"
#include "ui/dialogs/askcodedialog.h"
#include "ui/dialogs/changepassworddialog.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/enroltwofactordialog.h"
#include "ui/dialogs/renamedevicedialog.h"
#include "ui/dialogs/showrecoverycodesdialog.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/taglabel.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>

using namespace Qt::StringLiterals;

const QString SecurityPane::Id = u"security"_s;

namespace
{
constexpr int FewCodes = 3;

enum SecurityTab { SignInTab, ActivityTab, EmailTab };

QString nameOf(const Device &device)
{
    return !device.name.isEmpty()     ? device.name
        : !device.userAgent.isEmpty() ? device.userAgent
                                      : SecurityPane::tr("Unknown device");
}

QString kindOf(const Device &device)
{
    if (device.type == "desktop"_L1)
        return SecurityPane::tr("Desktop program");
    if (device.type == "web"_L1 || device.type == "browser"_L1)
        return SecurityPane::tr("Browser");
    if (device.type == "mobile"_L1)
        return SecurityPane::tr("Mobile");
    return device.type;
}
}

void SecurityPane::activate()
{
    if (!m_loadedAt.isValid() && m_pending == 0)
        load();
}

void SecurityPane::refresh()
{
    switch (m_tabs->currentIndex()) {
    case ActivityTab:
        return m_activity.hasLoaded() ? m_activity.refresh() : openTab(ActivityTab);
    case EmailTab:
        return m_account->load();
    default:
        if (m_pending == 0)
            load();
    }
}

/// What a tab shows is not read before it is looked at: a pane asks for two things at most.
void SecurityPane::openTab(int index)
{
    if (index == ActivityTab && !m_activity.hasLoaded() && !m_activity.isLoading() && !m_activity.error())
        m_activity.reload();
    else if (index == EmailTab && !m_account->hasLoaded())
        m_account->load();
}

void SecurityPane::read()
{
    m_loadedAt = QDateTime::currentDateTimeUtc();
    emit loaded();
}

void SecurityPane::load()
{
    m_pending = 2;
    m_failure.reset();
    whenDone(m_security.twoFactor(), this, [this](const Result<TwoFactor> &answer) {
        if (answer)
            m_twoFactor = *answer;
        settle(answer ? std::nullopt : std::optional(answer.error()));
    });
    whenDone(m_security.devices(), this, [this](const Result<QList<Device>> &answer) {
        if (answer)
            m_devices = *answer;
        settle(answer ? std::nullopt : std::optional(answer.error()));
    });
}

void SecurityPane::settle(const std::optional<Error> &error)
{
    if (error)
        m_failure = error;
    if (--m_pending > 0)
        return;
    showTwoFactor();
    showDevices();
    updateActions();
    if (m_failure)
        return m_error->showRead(*m_failure, m_twoFactor.has_value());
    m_error->clearRead();
    read();
}

void SecurityPane::showTwoFactor()
{
    if (!m_twoFactor) {
        m_factorTag->setTag({tr("Not known"), Tone::Neutral});
        return;
    }
    m_factorTag->setTag(m_twoFactor->enabled ? TagValue{tr("On"), Tone::Good} : TagValue{tr("Off"), Tone::Warning});
    m_factorWords->setText(
        m_twoFactor->enabled ? tr("Since %1 signing in asks for a code of your authenticator as well.")
                                   .arg(m_context.format.timestamp(m_twoFactor->enabledAt))
                             : tr("Whoever learns your password can sign in. With a second factor they also need your "
                                  "authenticator."));
    const int left = m_twoFactor->recoveryCodesLeft;
    m_codesWords->setVisible(m_twoFactor->enabled);
    m_codesWords->setText(left > FewCodes ? tr("%n recovery code(s) left.", nullptr, left)
                              : left > 0
                              ? tr("Only %n recovery code(s) left: make new ones.", nullptr, left)
                              : tr("No recovery code is left: make new ones, or losing the authenticator locks "
                                   "you out."));
    m_codesWords->setInk(left > FewCodes ? &Colours::muted : &Colours::warning);
}

void SecurityPane::showDevices()
{
    const QString before = m_deviceTable->currentRow() >= 0
        ? m_deviceTable->item(m_deviceTable->currentRow(), 0)->data(Qt::UserRole).toString()
        : QString();
    const QSignalBlocker quiet(m_deviceTable);
    m_deviceTable->setRowCount(int(m_devices.size()));
    m_deviceTable->setCurrentCell(-1, -1);
    for (int row = 0; row < m_devices.size(); ++row) {
        const Device &device = m_devices.at(row);
        const QString name = device.current ? tr("%1 (this one)", "a device").arg(nameOf(device)) : nameOf(device);
        const QStringList cells{name,
                                kindOf(device),
                                device.address,
                                m_context.format.timestamp(device.lastSeenAt),
                                m_context.format.timestamp(device.firstSeenAt),
                                device.activeSessions > 0 ? tr("%n session(s)", nullptr, device.activeSessions)
                                                          : tr("Signed out")};
        setPlainRow(*m_deviceTable, row, cells);
        QTableWidgetItem *first = m_deviceTable->item(row, 0);
        first->setData(Qt::UserRole, device.id);
        first->setToolTip(device.userAgent);
        if (device.current)
            first->setIcon(m_context.theme.icon(u"circle-check"_s, &Colours::good));
        if (device.id == before)
            m_deviceTable->selectRow(row);
    }
    fitPlainColumns(*m_deviceTable);
}

const Device *SecurityPane::selectedDevice() const
{
    const int row = m_deviceTable->currentRow();
    return row >= 0 && row < m_devices.size() ? &m_devices.at(row) : nullptr;
}

void SecurityPane::updateActions()
{
    const auto put = [](QAction *action, const QString &why, const QString &explanation) {
        action->setEnabled(why.isEmpty());
        action->setToolTip(why.isEmpty() ? explanation : why);
    };
    const QString unread = m_twoFactor ? QString() : tr("This has not been read from the server yet.");
    const bool on = m_twoFactor && m_twoFactor->enabled;
    put(m_passwordAction, {}, tr("Set another password; your other sessions are ended"));
    put(m_enrolAction, on ? tr("It is on already.") : unread, tr("Protect this account with an authenticator"));
    const QString off = m_twoFactor && !on ? tr("The second factor is off.") : unread;
    put(m_codesAction, off, tr("Replaces the codes that are left"));
    put(m_disableAction, off, tr("Signing in then asks for the password alone"));
    const auto offer = [this](const QAction *action, bool applies) { // the menu keeps it, and says why not
        if (auto *button = findChild<QPushButton *>(action->objectName().replace(u"Action"_s, u"Button"_s)))
            button->setVisible(applies);
    };
    offer(m_enrolAction, !on);
    offer(m_codesAction, on);
    offer(m_disableAction, on);
    const Device *device = selectedDevice();
    const QString none = tr("Select a device first.");
    put(m_renameAction, device ? QString() : none, tr("Give the device a name that you know (F2)"));
    put(m_revokeAction,
        !device               ? none
            : device->current ? tr("This is the device you are at. Sign out instead.")
                              : QString(),
        tr("Sign the device out and forget it (Del)"));
}

void SecurityPane::changePassword()
{
    m_error->clearAction();
    auto *dialog = new ChangePasswordDialog(m_context, m_security, this);
    connect(dialog, &ChangePasswordDialog::changed, this, [this](qint64 ended) {
        emit noticed({ended > 0 ? tr("The password is changed; %n other session(s) ended.", nullptr, int(ended))
                                : tr("The password is changed."),
                      Tone::Good});
        refresh();
    });
    dialog->open();
}

void SecurityPane::enrol()
{
    m_error->clearAction();
    auto *dialog = new EnrolTwoFactorDialog(m_context, m_security, this);
    connect(dialog, &EnrolTwoFactorDialog::enrolled, this, [this](const QStringList &codes) {
        showCodes(codes);
        refresh();
    });
    dialog->open();
}

void SecurityPane::showCodes(const QStringList &codes)
{
    (new ShowRecoveryCodesDialog(m_context, codes, this))->open();
}

void SecurityPane::askDisable()
{
    m_error->clearAction();
    auto *dialog = new AskCodeDialog(m_context, tr("Turn the second factor off?"),
                                     tr("Signing in then asks for the password alone, and the recovery codes are worth "
                                        "nothing any more."),
                                     tr("Turn off"), this);
    dialog->setSubmitRank(u"danger"_s);
    connect(dialog, &AskCodeDialog::codeGiven, this, [this, dialog](const QString &code) {
        whenDone(m_security.disable(code), dialog, [this, dialog](const Result<Done> &answer) {
            if (!answer)
                return dialog->refuse(answer.error());
            dialog->accept();
            emit noticed({tr("The second factor is off."), Tone::Warning});
            refresh();
        });
    });
    dialog->open();
}

void SecurityPane::askNewCodes()
{
    m_error->clearAction();
    auto *dialog = new AskCodeDialog(m_context, tr("Create new recovery codes?"),
                                     tr("The old ones are worth nothing from then on."), tr("Create new codes"), this);
    connect(dialog, &AskCodeDialog::codeGiven, this, [this, dialog](const QString &code) {
        whenDone(m_security.newRecoveryCodes(code), dialog, [this, dialog](const Result<QStringList> &answer) {
            if (!answer)
                return dialog->refuse(answer.error());
            dialog->accept();
            showCodes(*answer);
            refresh();
        });
    });
    dialog->open();
}

void SecurityPane::renameDevice()
{
    m_error->clearAction();
    if (const Device *device = selectedDevice()) {
        auto *dialog = new RenameDeviceDialog(m_context, m_security, *device, this);
        connect(dialog, &RenameDeviceDialog::renamed, this, &SecurityPane::refresh);
        dialog->open();
    }
}

void SecurityPane::askRevoke()
{
    const Device *device = selectedDevice();
    if (!device || device->current)
        return;
    auto *ask = new ConfirmDialog(m_context, tr("Sign out %1?").arg(nameOf(*device)),
                                  tr("Its sessions end at once. Whoever sits there needs your password and your second "
                                     "factor again, and counts as a new device."),
                                  tr("Sign out"), this);
    connect(ask, &QDialog::accepted, this, [this, id = device->id, name = nameOf(*device)] {
        m_error->clearAction();
        whenDone(m_security.revokeDevice(id), this, [this, name](const Result<Done> &answer) {
            if (!answer)
                return m_error->show(answer.error(), false);
            emit noticed({tr("%1 is signed out.").arg(name), Tone::Good});
            refresh();
        });
    });
    ask->open();
}
