// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/notifycallersdialog.h"

#include "models/domain/async.h"

#include <QComboBox>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

NotifyCallersDialog::NotifyCallersDialog(const Context &context, VersionRegistry &registry,
                                         const QList<ApiVersion> &versions, const QString &version, QWidget *parent)
    : FormDialog(context, tr("Notify the callers of a version"),
                 tr("The owners of all organisations that called it in the last 30 days get a mail, unless they turned "
                    "notices off."),
                 tr("Send"), parent)
    , m_registry(registry)
    , m_versions(versions)
    , m_version(new QComboBox)
    , m_message(new QPlainTextEdit)
{
    setObjectName(u"notifyCallersDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(Space::S4 * 36);
    m_version->setObjectName(u"notifyVersionCombo"_s);
    int first = 0;
    for (int i = 0; i < versions.size(); ++i) {
        const ApiVersion &one = versions.at(i);
        m_version->addItem(one.version, one.version);
        const bool wanted
            = version.isEmpty() ? one.status != VersionStatus::Supported && first == 0 : one.version == version;
        first = wanted ? i : first;
    }
    m_version->setCurrentIndex(first);
    m_message->setObjectName(u"notifyMessageEdit"_s);
    m_message->setTabChangesFocus(true);
    m_message->setMinimumHeight(m_message->fontMetrics().height() * 9);
    addField(u"version"_s, tr("Version"), m_version);
    addField(u"message"_s, tr("Message"), m_message);
    offerText();
    connect(m_version, &QComboBox::currentIndexChanged, this, &NotifyCallersDialog::offerText);
    connect(m_message, &QPlainTextEdit::textChanged, this,
            [this] { setSubmittable(!m_message->toPlainText().trimmed().isEmpty()); });
    connect(this, &FormDialog::submitted, this, &NotifyCallersDialog::send);
    m_message->setFocus();
}

QString NotifyCallersDialog::standardText(const ApiVersion &version) const
{
    const QLocale &locale = context().format.locale();
    const auto day
        = [&locale](const QDateTime &time) { return locale.toString(time.toUTC().date(), QLocale::LongFormat); };
    QStringList lines{tr("You use version %1 of our API.").arg(version.version)};
    if (version.sunsetAt.isValid())
        lines << (version.serveAfterSunset
                      ? tr("It is supported until %1 (UTC); after that it is answered without any promise.")
                      : tr("It ends on %1 (UTC); from then on requests are refused."))
                     .arg(day(version.sunsetAt));
    if (!version.successor.isEmpty())
        lines << tr("Please move to version %1. The API page of the server describes what differs.")
                     .arg(version.successor);
    return lines.join(u'\n');
}

void NotifyCallersDialog::offerText()
{
    if (m_message->toPlainText() != m_offered)
        return;
    m_offered = standardText(m_versions.value(m_version->currentIndex()));
    m_message->setPlainText(m_offered);
}

void NotifyCallersDialog::send()
{
    setBusy(true);
    const QString version = m_version->currentData().toString();
    whenDone(m_registry.notify(version, m_message->toPlainText().trimmed()), this,
             [this, version](const Result<qint64> &answer) {
                 if (!answer)
                     return fail(answer.error());
                 setBusy(false);
                 accept();
                 emit notified(version, *answer);
             });
}
