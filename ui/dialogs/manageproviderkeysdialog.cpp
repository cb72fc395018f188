// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/manageproviderkeysdialog.h"

#include "models/domain/async.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/setproviderkeydialog.h"
#include "ui/support/words.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/taglabel.h"
#include "ui/widgets/themedlabel.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ManageProviderKeysDialog::ManageProviderKeysDialog(const Context &context, ProviderKeyVault &vault,
                                                   const ProviderKeyRow &row, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_vault(vault)
    , m_row(row)
    , m_error(new ErrorBanner(context.theme))
{
    setObjectName(u"manageProviderKeysDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Provider keys"));
    setBackgroundRole(QPalette::Base);
    setMinimumWidth(Space::S4 * (whyNot().isEmpty() ? 58 : 36)); // without the buttons
    auto *under = new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted, row.organizationName);
    auto *reason = new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted, whyNot());
    reason->setObjectName(u"whyNoKeysLabel"_s);
    reason->setWordWrap(true);
    reason->setVisible(!whyNot().isEmpty());
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::S3);
    grid->setVerticalSpacing(Space::S2);
    grid->setColumnStretch(2, 1);
    for (const QString &provider : keyProviders())
        addLine(*grid, provider);
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(u"closeKeysButton"_s);
    close->setToolTip(tr("Close this window (Esc)"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::S6, Space::S5, Space::S6, Space::S5);
    column->setSpacing(Space::S3);
    column->addWidget(new ThemedLabel(context.theme, TextStyle::Title, &Colours::text, tr("Provider keys")));
    column->addWidget(under);
    column->addWidget(reason);
    column->addWidget(m_error);
    column->addLayout(grid);
    column->addStretch();
    column->addWidget(close, 0, Qt::AlignTrailing);
    connect(m_error, &ErrorBanner::retryRequested, this, &ManageProviderKeysDialog::load);
    show(row);
    load();
}

QString ManageProviderKeysDialog::whyNot() const
{
    const QString reason = m_context.access.whyNoChanges();
    if (!reason.isEmpty())
        return reason;
    if (m_row.organizationId != m_context.access.user().organizationId)
        return tr("Only members of that organisation can set, test or remove its keys.");
    return {};
}

void ManageProviderKeysDialog::addLine(QGridLayout &grid, const QString &provider)
{
    const int row = grid.rowCount();
    const auto button = [&](const QString &name, const QString &text, const QString &icon) {
        auto *made = new QPushButton(m_context.theme.icon(icon), text);
        made->setObjectName(name + u'_' + provider);
        return made;
    };
    Line line{new TagLabel(m_context.theme),
              new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::faint, u"–"_s),
              new ThemedLabel(m_context.theme, TextStyle::Small, &Colours::muted),
              button(u"setKeyButton"_s, tr("Replace…"), u"pencil"_s),
              button(u"testKeyButton"_s, tr("Test"), u"activity"_s),
              button(u"removeKeyButton"_s, tr("Remove…"), u"trash-2"_s)};
    line.about->setObjectName(u"aboutKeyLabel_"_s + provider);
    grid.addWidget(new ThemedLabel(m_context.theme, TextStyle::Strong, &Colours::text, providerName(provider)), row, 0);
    grid.addWidget(line.state, row, 1, Qt::AlignLeading | Qt::AlignVCenter);
    grid.addWidget(line.none, row, 1, Qt::AlignLeading | Qt::AlignVCenter);
    grid.addWidget(line.about, row, 2);
    grid.addWidget(line.set, row, 3);
    grid.addWidget(line.test, row, 4);
    grid.addWidget(line.remove, row, 5);
    connect(line.set, &QPushButton::clicked, this, [this, provider] { askSecret(provider); });
    connect(line.test, &QPushButton::clicked, this, [this, provider] { test(provider); });
    connect(line.remove, &QPushButton::clicked, this, [this, provider] { askRemove(provider); });
    m_lines.insert(provider, line);
}

void ManageProviderKeysDialog::load()
{
    PageQuery query;
    query.filters = {{u"organization_id"_s, m_row.organizationId}};
    query.limit = 1;
    whenDone(m_vault.fetch(query), this, [this](const Result<Page<ProviderKeyRow>> &answer) {
        if (!answer)
            return m_error->show(answer.error());
        for (const ProviderKeyRow &row : answer->items) {
            if (row.organizationId != m_row.organizationId)
                continue;
            show(row);
            emit read(row);
        }
    });
}

void ManageProviderKeysDialog::show(const ProviderKeyRow &row)
{
    m_row = row;
    for (const QString &provider : keyProviders())
        showLine(provider);
}

QString ManageProviderKeysDialog::aboutKey(const ProviderKey &key) const
{
    if (!key.configured)
        return tr("No key");
    QStringList parts;
    if (!key.lastFour.isEmpty())
        parts << tr("ends in %1").arg(key.lastFour);
    parts << (key.lastUsedAt.isValid() ? tr("last used %1").arg(m_context.format.timestamp(key.lastUsedAt))
                                       : tr("never used"));
    if (key.lastTest && key.lastTest->at.isValid())
        parts << tr("tested %1").arg(m_context.format.timestamp(key.lastTest->at));
    QString text = parts.mid(0, 2).join(u" · "_s);
    if (parts.size() > 2)
        text += u'\n' + parts.mid(2).join(u" · "_s);
    if (key.lastTest && !key.lastTest->ok && !key.lastTest->message.isEmpty()) // whole in the drawer
        text += u'\n' + key.lastTest->message.left(60);
    return text;
}

void ManageProviderKeysDialog::showLine(const QString &provider)
{
    const Line line = m_lines.value(provider);
    const ProviderKey key = m_row.keys.value(provider);
    const bool testing = m_testing == provider;
    line.state->setTag(tagOf(key));
    line.state->setVisible(key.configured);
    line.none->setVisible(!key.configured);
    line.about->setText(testing ? tr("Asking %1…").arg(providerName(provider)) : aboutKey(key));
    line.set->setText(key.configured ? tr("Replace…") : tr("Add…"));
    line.set->setIcon(m_context.theme.icon(key.configured ? u"pencil"_s : u"plus"_s));
    for (QPushButton *button : {line.set, line.test, line.remove})
        button->setVisible(whyNot().isEmpty());
    const QString none = key.configured ? QString() : tr("There is no key for %1 yet.").arg(providerName(provider));
    const QString busy = m_testing.isEmpty() ? QString() : tr("A test is under way.");
    const auto allow = [](QPushButton *button, const QString &explanation, const QStringList &reasons) {
        const auto first = std::ranges::find_if(reasons, [](const QString &text) { return !text.isEmpty(); });
        button->setEnabled(first == reasons.end());
        button->setToolTip(first == reasons.end() ? explanation : *first);
    };
    allow(line.set, tr("Type a new key for %1; it is never shown again").arg(providerName(provider)), {});
    allow(line.test, tr("Ask %1 now whether it takes the key").arg(providerName(provider)), {none, busy});
    allow(line.remove, tr("Remove the key for %1").arg(providerName(provider)), {none});
}

void ManageProviderKeysDialog::askSecret(const QString &provider)
{
    auto *dialog = new SetProviderKeyDialog(m_context, m_vault, provider, m_row.keys.value(provider), this);
    connect(dialog, &SetProviderKeyDialog::saved, this, &ManageProviderKeysDialog::load);
    dialog->open();
}

void ManageProviderKeysDialog::test(const QString &provider)
{
    m_testing = provider;
    m_error->clear();
    show(m_row);
    whenDone(m_vault.test(provider), this, [this, provider](const Result<KeyTest> &answer) {
        m_testing.clear();
        if (answer) {
            KeyTest test = *answer;
            if (!test.at.isValid())
                test.at = QDateTime::currentDateTimeUtc();
            m_row.keys[provider].lastTest = test;
        } else {
            m_error->show(answer.error(), false);
        }
        show(m_row);
        load();
    });
}

void ManageProviderKeysDialog::askRemove(const QString &provider)
{
    auto *ask = new ConfirmDialog(m_context, tr("Remove the %1 key?").arg(providerName(provider)),
                                  tr("Agents of %1 that use %2 stop working until a new key is set.")
                                      .arg(m_row.organizationName, providerName(provider)),
                                  tr("Remove"), this);
    connect(ask, &QDialog::accepted, this, [this, provider] {
        whenDone(m_vault.remove(provider), this, [this](const Result<Done> &answer) {
            if (!answer)
                m_error->show(answer.error(), false);
            load();
        });
    });
    ask->open();
}
