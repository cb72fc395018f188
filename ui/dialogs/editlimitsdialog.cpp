// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/editlimitsdialog.h"

#include <QDoubleSpinBox>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <limits>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace
{
constexpr double LargestQuota = 1e15; // more than any server takes, and a double still counts by ones there

template<typename Spin>
Spin *makeSpin(const QString &name, int step)
{
    auto *spin = new Spin;
    if constexpr (std::is_same_v<Spin, QDoubleSpinBox>) {
        spin->setDecimals(0);
        spin->setRange(0, LargestQuota);
    } else {
        spin->setRange(0, std::numeric_limits<int>::max());
    }
    spin->setObjectName(name);
    spin->setGroupSeparatorShown(true);
    spin->setSingleStep(step);
    spin->setAccelerated(true);
    return spin;
}
}

EditLimitsDialog::EditLimitsDialog(const Context &context, UserDirectory &users, const User &user, QWidget *parent)
    : EditUserFormDialog(context, users, user, tr("Limits"), parent)
    , m_agents(makeSpin<QSpinBox>(u"maxAgentsSpin"_s, 1))
    , m_tokens(makeSpin<QDoubleSpinBox>(u"monthlyTokenQuotaSpin"_s, 10'000))
    , m_requests(makeSpin<QSpinBox>(u"requestsPerHourSpin"_s, 100))
    , m_notes(new QPlainTextEdit)
{
    setObjectName(u"editLimitsDialog"_s);
    m_notes->setObjectName(u"limitNotesEdit"_s);
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(fontMetrics().height() * 4);
    const Limits usual = defaultLimits(user.tier);
    const auto &format = context.format;
    addField(u"max_agents"_s, tr("Agents at most"), m_agents,
             tr("%1 in use. The tier's default is %2.")
                 .arg(format.integer(user.agentCount), format.integer(usual.maxAgents)));
    addField(u"monthly_token_quota"_s, tr("Tokens a month"), m_tokens,
             tr("%1 used this month. The tier's default is %2.")
                 .arg(format.integer(user.usedTokens), format.integer(usual.monthlyTokenQuota)));
    addField(u"requests_per_hour"_s, tr("Requests an hour"), m_requests,
             tr("The tier's default is %1.").arg(format.integer(usual.requestsPerHour)));
    addField(u"notes"_s, tr("Notes"), m_notes,
             tr("Why the limits differ from the tier's. Other administrators see this."));
    read();
}

void EditLimitsDialog::fill(const User &user)
{
    m_agents->setValue(user.limits.maxAgents);
    m_tokens->setValue(double(user.limits.monthlyTokenQuota));
    m_requests->setValue(user.limits.requestsPerHour);
    m_notes->setPlainText(user.limitNotes);
}

void EditLimitsDialog::follow(const User &theirs)
{
    const Limits mine = limits();
    const QString notes = m_notes->toPlainText();
    const Limits &before = user().limits;
    fill(theirs);
    if (mine.maxAgents != before.maxAgents)
        m_agents->setValue(mine.maxAgents);
    if (mine.monthlyTokenQuota != before.monthlyTokenQuota)
        m_tokens->setValue(double(mine.monthlyTokenQuota));
    if (mine.requestsPerHour != before.requestsPerHour)
        m_requests->setValue(mine.requestsPerHour);
    if (notes.trimmed() != user().limitNotes.trimmed())
        m_notes->setPlainText(notes);
}

Limits EditLimitsDialog::limits() const { return {m_agents->value(), qint64(m_tokens->value()), m_requests->value()}; }

QFuture<Result<Tagged<User>>> EditLimitsDialog::send(const QString &id, const QByteArray &etag)
{
    return users().updateLimits(id, limits(), m_notes->toPlainText().trimmed(), etag);
}

QList<ConflictLine> EditLimitsDialog::differences(const User &theirs) const
{
    const auto &format = context().format;
    const Limits mine = limits();
    QList<ConflictLine> lines;
    const auto compare = [&](const QString &field, qint64 a, qint64 b) {
        if (a != b)
            lines.append({field, format.integer(a), format.integer(b)});
    };
    compare(tr("Agents at most"), theirs.limits.maxAgents, mine.maxAgents);
    compare(tr("Tokens a month"), theirs.limits.monthlyTokenQuota, mine.monthlyTokenQuota);
    compare(tr("Requests an hour"), theirs.limits.requestsPerHour, mine.requestsPerHour);
    const QString notes = m_notes->toPlainText().trimmed();
    if (theirs.limitNotes != notes)
        lines.append({tr("Notes"), theirs.limitNotes, notes});
    return lines;
}
