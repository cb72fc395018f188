// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/auditpane.h"

#include "models/domain/async.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/showtextdialog.h"
#include "ui/support/auditwords.h"

using namespace Qt::StringLiterals;

const QString AuditPane::Id = u"audit"_s;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(AuditPane)
};

constexpr int MostInQuestion = 6; // changes that a question names one by one

QList<FilterSpec> filters()
{
    return {{u"action"_s, Text::tr("Action"), auditActions(), FilterInput::Text},
            {u"outcome"_s,
             Text::tr("Outcome"),
             {{u"success"_s, auditOutcomeTag(true).text}, {u"failure"_s, auditOutcomeTag(false).text}}},
            {u"target_type"_s, Text::tr("Kind of target"), auditKinds()},
            {u"start_date"_s, Text::tr("From day"), {}, FilterInput::Date},
            {u"end_date"_s, Text::tr("To day"), {}, FilterInput::Date},
            {u"address"_s, Text::tr("Address"), {}, FilterInput::Text},
            {u"actor_id"_s, Text::tr("By")},
            {u"target_id"_s, Text::tr("Target")},
            {u"organization_id"_s, Text::tr("Organisation")}};
}

TableDeclaration declare(std::function<Details(int row)> details, QList<RowAction> actions)
{
    return {
        .id = AuditPane::Id,
        .title = Text::tr("Audit"),
        .icon = u"scroll-text"_s,
        .searchPlaceholder = Text::tr("Who, what, on which row, address or request"),
        .defaultSort = {},
        .filters = filters(),
        .actions = std::move(actions),
        .countInWords = [](qint64 n) { return Text::tr("%Ln entr(y/ies)", nullptr, int(n)); },
        .emptyTitle = Text::tr("Nothing was written down yet"),
        .emptyHint = Text::tr("Every change and every sign-in appears here, with who did it and from where."),
        .pinnedColumn = u"action"_s,
        .details = std::move(details),
    };
}

DetailSection whatChanged(const AuditEntry &entry, const DisplayFormat &format)
{
    DetailSection section{Text::tr("What changed"), {}};
    for (const FieldChange &change : changesBetween(entry.before, entry.after))
        section.fields.append(
            {auditFieldInWords(change.path), QVariant::fromValue(inWords(change, format)), CellFormat::Change});
    return section;
}

DetailSection withoutEmpty(DetailSection section)
{
    section.fields.removeIf([](const DetailField &field) { return field.value.toString().isEmpty(); });
    return section;
}

/// What reverting does, a line a member.
QString backInWords(const AuditEntry &entry, const DisplayFormat &format)
{
    QStringList lines;
    const QList<FieldChange> changes = changesBetween(entry.before, entry.after);
    for (const FieldChange &change : changes) {
        if (lines.size() == MostInQuestion) {
            lines << Text::tr("and %n more", nullptr, int(changes.size() - lines.size()));
            break;
        }
        const ChangeValue words = inWords(change, format);
        const QString field = auditFieldInWords(change.path);
        lines << (change.kind == FieldChange::Kind::Added ? Text::tr("%1: removed (was not set before)").arg(field)
                      : change.kind == FieldChange::Kind::Removed
                      ? Text::tr("%1 comes back as “%2”").arg(field, words.before)
                      : Text::tr("%1 goes back from “%2” to “%3”").arg(field, words.after, words.before));
    }
    return lines.join(u'\n');
}
}

QString idOf(const AuditEntry &entry) { return entry.id; }

QList<Column<AuditEntry>> auditColumns()
{
    using F = CellFormat;
    using A = AuditEntry;
    return {
        {{u"at"_s, Text::tr("When"), {}, F::Timestamp, 15}, [](const A &a) { return a.at; }},
        {{u"action"_s, Text::tr("Action"), {}, F::Text, 24}, [](const A &a) { return auditActionInWords(a.action); }},
        {{u"actor"_s, Text::tr("By"), {}, F::Text, 27}, [](const A &a) { return auditActorInWords(a); }},
        {{u"target"_s, Text::tr("Target"), {}, F::Text, 26}, [](const A &a) { return auditTargetInWords(a); }},
        {{u"outcome"_s, Text::tr("Outcome"), {}, F::Tag, 10},
         [](const A &a) { return QVariant::fromValue(auditOutcomeTag(a.succeeded)); }},
        {{u"address"_s, Text::tr("Address"), {}, F::Text, 14}, [](const A &a) { return a.address; }},
        {{u"organization"_s, Text::tr("Organisation"), {}, F::Text, 18}, [](const A &a) { return a.organizationName; }},
        {{u"version"_s, Text::tr("API"), {}, F::Text, 5, false, Text::tr("The version of the API it came through")},
         [](const A &a) { return a.version; }},
        {{u"code"_s, Text::tr("Code"), {}, F::Identifier, 22, false, Text::tr("As the server calls it")},
         [](const A &a) { return a.action; }},
        {{u"kind"_s, Text::tr("Kind"), {}, F::Text, 14, false},
         [](const A &a) { return auditKindInWords(a.target.type); }},
        {{u"userAgent"_s, Text::tr("Program"), {}, F::Text, 20, false}, [](const A &a) { return a.userAgent; }},
        {{u"sequence"_s, Text::tr("Number"), {}, F::Integer, 8, false, Text::tr("Its place in the chain")},
         [](const A &a) { return a.sequence; }},
        {{u"request"_s, Text::tr("Request"), {}, F::Identifier, 26, false}, [](const A &a) { return a.requestId; }},
        {{u"id"_s, Text::tr("Id"), {}, F::Identifier, 28, false}, [](const A &a) { return a.id; }},
    };
}

AuditPane::AuditPane(const Context &context, AuditLog &log, PagedTableModel<AuditEntry> &model, RowExport *rowExport,
                     CurlFunction curl, QWidget *parent)
    : TablePane(context, model, declare([this](int row) { return detailsOf(row); }, actionsOf(this)), rowExport, parent)
    , m_log(log)
    , m_rows(model)
    , m_curl(std::move(curl))
{
}

QList<RowAction> AuditPane::actionsOf(AuditPane *pane)
{
    const auto bind = [pane](void (AuditPane::*method)(const QStringList &)) {
        return [pane, method](const QStringList &ids) { (pane->*method)(ids); };
    };
    const auto needs = [pane](QString (*member)(const AuditEntry &), const QString &reason) {
        return [pane, member, reason](const QStringList &ids) {
            const AuditEntry *one = pane->entry(ids);
            return one && member(*one).isEmpty() ? reason : QString();
        };
    };
    return {
        {.id = u"verifyAuditAction"_s,
         .text = tr("Verify"),
         .icon = u"shield-check"_s,
         .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_V,
         .explanation = tr("Check that no entry was changed, taken out or put in (Ctrl+Shift+V)"),
         .changes = false,
         .general = true,
         .whyNot = [pane](const QStringList &) { return pane->m_verifying ? tr("It is being checked.") : QString(); },
         .run = [pane](const QStringList &) { pane->verify(); }},
        {.id = u"revertAction"_s,
         .text = tr("Revert…"),
         .icon = u"undo-2"_s,
         .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_R,
         .explanation = tr("Undo what this entry changed (Ctrl+Shift+R)"),
         .destructive = true,
         .whyNot =
             [pane](const QStringList &ids) {
                 const AuditEntry *one = pane->entry(ids);
                 return one && !one->revertible ? tr("The server cannot put this back.") : QString();
             },
         .run = bind(&AuditPane::askRevert)},
        {.id = u"onlyTargetAction"_s,
         .text = tr("History of this row"),
         .icon = u"history"_s,
         .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_H,
         .explanation = tr("Show only what was done to the same row (Ctrl+Shift+H)"),
         .changes = false,
         .whyNot = needs([](const AuditEntry &e) { return e.target.id; }, tr("This was not done to a row.")),
         .run = bind(&AuditPane::onlyTarget)},
        {.id = u"onlyActorAction"_s,
         .text = tr("Everything they did"),
         .icon = u"circle-user"_s,
         .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_A,
         .explanation = tr("Show only what the same person or key did (Ctrl+Shift+A)"),
         .changes = false,
         .whyNot = needs([](const AuditEntry &e) { return e.actor.id; }, tr("It is not known who did this.")),
         .run = bind(&AuditPane::onlyActor)},
        {.id = u"onlyRequestAction"_s,
         .text = tr("Everything of this request"),
         .icon = u"search"_s,
         .explanation = tr("Show only what the same request did"),
         .changes = false,
         .whyNot = needs([](const AuditEntry &e) { return e.requestId; }, tr("No request did this.")),
         .run = bind(&AuditPane::onlyRequest)}};
}

const AuditEntry *AuditPane::entry(const QStringList &ids) const
{
    return ids.size() == 1 ? m_rows.rowById(ids.first()) : nullptr;
}

Details AuditPane::detailsOf(int row) const
{
    using F = CellFormat;
    const AuditEntry *e = m_rows.rowAt(row);
    if (!e)
        return {};
    Details shown{.id = e->id,
                  .title = auditActionInWords(e->action),
                  .subtitle = context().format.timestamp(e->at),
                  .state = auditOutcomeTag(e->succeeded),
                  .sections = {},
                  .curl = m_curl ? m_curl(e->id) : QString()};
    DetailSection changes = whatChanged(*e, context().format);
    if (changes.fields.isEmpty())
        changes.fields.append({tr("Nothing that is kept in rows."), QVariant()});
    shown.sections << withoutEmpty({tr("Who and what"),
                                    {{tr("By"), auditActorInWords(*e), F::Text},
                                     {tr("Target"), auditTargetInWords(*e), F::Text},
                                     {tr("Kind"), auditKindInWords(e->target.type), F::Text},
                                     {tr("Organisation"), e->organizationName, F::Text}}})
                   << changes
                   << withoutEmpty({tr("Came from"),
                                    {{tr("Address"), e->address, F::Text},
                                     {tr("Program"), e->userAgent, F::Text},
                                     {tr("API"), e->version, F::Text},
                                     {tr("Access key"), e->keyId, F::Identifier},
                                     {tr("Device"), e->deviceId, F::Identifier},
                                     {tr("Session"), e->sessionId, F::Identifier},
                                     {tr("Request"), e->requestId, F::Identifier}}})
                   << withoutEmpty({tr("In the chain"),
                                    {{tr("Number"), e->sequence, F::Integer},
                                     {tr("Code"), e->action, F::Identifier},
                                     {tr("Hash"), e->hash.left(16), F::Identifier},
                                     {tr("Hash before"), e->previousHash.left(16), F::Identifier}}})
                   << withoutEmpty(
                          {tr("Id"), {{tr("Row"), e->target.id, F::Identifier}, {tr("Entry"), e->id, F::Identifier}}});
    return shown;
}

void AuditPane::verify()
{
    m_verifying = true;
    rowEdited();
    emit noticed({tr("Checking the whole log. The console may be used meanwhile."), Tone::Neutral});
    whenDone(m_log.verify(), this, [this](const Result<AuditCheck> &answer) {
        m_verifying = false;
        rowEdited();
        if (!answer)
            return showError(answer.error());
        tell(*answer);
    });
}

void AuditPane::tell(const AuditCheck &check)
{
    const DisplayFormat &format = context().format;
    QList<QPair<QString, QString>> lines{{tr("Entries checked"), format.integer(check.checked)}};
    if (check.headSequence > 0)
        lines << std::pair(tr("Newest entry"), format.integer(check.headSequence))
              << std::pair(tr("The beginning of its hash"), check.headHash.left(16));
    if (!check.intact) {
        lines << std::pair(tr("First wrong entry"), format.integer(check.brokenSequence))
              << std::pair(tr("Its id"), check.brokenId.isEmpty() ? tr("not known") : check.brokenId)
              << std::pair(tr("The server says"), check.reason.isEmpty() ? tr("not known") : check.reason);
    }
    auto *dialog = new ShowTextDialog(
        context(), check.intact ? tr("The audit log is intact") : tr("The audit log was tampered with"),
        check.intact
            ? tr(
                "No entry was changed, taken out or put in. Keep the newest number and hash somewhere else: a log that "
                "is cut off at its end later no longer has them.")
            : tr("An entry is not as the server wrote it. Stop trusting what follows it, keep a copy of the database, "
                 "and find out who could write to it."),
        lines, this);
    dialog->setObjectName(u"auditCheckDialog"_s);
    dialog->open();
    if (!check.brokenId.isEmpty())
        revealRow(check.brokenId);
}

void AuditPane::onlyActor(const QStringList &ids)
{
    if (const AuditEntry *one = entry(ids))
        showFiltered({{u"actor_id"_s, one->actor.id}}, {{u"actor_id"_s, auditActorInWords(*one)}});
}

void AuditPane::onlyTarget(const QStringList &ids)
{
    if (const AuditEntry *one = entry(ids))
        showFiltered({{u"target_type"_s, one->target.type}, {u"target_id"_s, one->target.id}},
                     {{u"target_id"_s, auditTargetInWords(*one)}});
}

void AuditPane::onlyRequest(const QStringList &ids)
{
    if (const AuditEntry *one = entry(ids))
        search(one->requestId);
}

void AuditPane::askRevert(const QStringList &ids)
{
    const AuditEntry *one = entry(ids);
    if (!one)
        return;
    auto *ask
        = new ConfirmDialog(context(), tr("Revert this change of %1?").arg(auditTargetInWords(*one)),
                            backInWords(*one, context().format) + u"\n\n"_s
                                + tr("This is a change like any other: it is recorded, and can be reverted in turn."),
                            tr("Revert"), this);
    connect(ask, &QDialog::accepted, this, [this, entry = *one] { revert(entry); });
    ask->open();
}

void AuditPane::revert(const AuditEntry &entry)
{
    whenDone(m_log.revert(entry.id), this, [this, entry](const Result<AuditEntry> &answer) {
        const QString name = auditTargetInWords(entry);
        if (answer) {
            m_rows.reload();
            return emit noticed({tr("%1 is as it was before.").arg(name), Tone::Good});
        }
        if (!(answer.error() == ErrorCode::ResourceConflict))
            return showError(answer.error());
        emit noticed(
            {tr("Nothing was reverted: %1 has changed since.").arg(name), Tone::Warning, tr("Show how"), [this, entry] {
                 showFiltered({{u"target_type"_s, entry.target.type}, {u"target_id"_s, entry.target.id}},
                              {{u"target_id"_s, auditTargetInWords(entry)}});
             }});
    });
}
