// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/editversionsdialog.h"

#include "models/domain/async.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/support/words.h"
#include "ui/widgets/brownoutsedit.h"
#include "ui/widgets/optionaltimeedit.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace
{
constexpr int Gone = 410;

/// Midnight of the first of a month, so many months from now.
QDateTime monthsOn(const QDateTime &now, int months)
{
    const QDate day = now.date().addMonths(months);
    return {QDate(day.year(), day.month(), 1), QTime(0, 0), Qt::UTC};
}

QString statusInWords(int status)
{
    if (status == Gone)
        return EditVersionsDialog::tr("Refused: %1", "HTTP status").arg(status);
    return status >= 400 ? EditVersionsDialog::tr("Refused for a while: %1", "HTTP status").arg(status)
                         : EditVersionsDialog::tr("Answered: %1", "HTTP status").arg(status);
}

/// As the form's fields have it: in UTC, whatever zone the window shows.
QString momentInWords(const QDateTime &utc)
{
    return utc.isValid() ? utc.toUTC().toString(Qt::ISODate) : EditVersionsDialog::tr("none planned");
}

QString brownoutsInWords(const QList<Brownout> &brownouts)
{
    QStringList lines;
    for (const Brownout &one : brownouts)
        lines << momentInWords(one.from) + u" – "_s + momentInWords(one.to);
    return lines.isEmpty() ? EditVersionsDialog::tr("none planned") : lines.join(u'\n');
}

/// `theirs` with what `mine` changed of `base`. A state and its plans mean something only together: where both changed
/// them, and not to the same state, they are mine.
ApiVersion merged(const ApiVersion &base, const ApiVersion &mine, const ApiVersion &theirs)
{
    ApiVersion both = theirs;
    bool planned = false;
    const auto keep = [&](auto ApiVersion::*part) {
        if (mine.*part == base.*part)
            return;
        both.*part = mine.*part;
        planned = true;
    };
    keep(&ApiVersion::status);
    keep(&ApiVersion::deprecatedAt);
    keep(&ApiVersion::sunsetAt);
    keep(&ApiVersion::serveAfterSunset);
    keep(&ApiVersion::brownouts);
    if (planned && theirs.status != base.status && theirs.status != mine.status)
        both = mine;
    both.successor = mine.successor == base.successor ? theirs.successor : mine.successor;
    return both;
}

/// Whether a change refuses callers that are answered now.
bool endsService(const VersionPreview &preview, const QDateTime &now, const QList<ApiVersion> &draft)
{
    const auto at = std::ranges::find(draft, preview.version, &ApiVersion::version);
    const bool over = at != draft.end() && at->sunsetAt.isValid() && at->sunsetAt <= now && !at->serveAfterSunset;
    return over || preview.today.status == Gone;
}
}

EditVersionsDialog::EditVersionsDialog(const Context &context, VersionRegistry &registry,
                                       const QList<ApiVersion> &versions, const QDateTime &now, QWidget *parent)
    : FormDialog(context, tr("Lifecycle of the API's versions"),
                 tr("All times are UTC. Before anything is saved you see what every caller would get."), tr("Preview"),
                 parent)
    , m_registry(registry)
    , m_saved(versions)
    , m_now(now)
{
    setObjectName(u"editVersionsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(Space::S4 * 52, Space::S4 * 40);
    for (int i = 0; i < versions.size(); ++i)
        addVersion(i);
    addPreviewPage();
    setPlace(nullptr);
    connect(this, &FormDialog::submitted, this, &EditVersionsDialog::submit);
    connect(this, &FormDialog::overwriteChosen, this, [this] {
        if (draft() != m_saved)
            return draft() == m_previewed ? save() : preview();
        emit saved(m_saved); // somebody else made the same change
        accept();
    });
    connect(this, &FormDialog::theirsChosen, this, [this] { showLives(m_saved); });
    updateFields();
    read();
}

void EditVersionsDialog::read()
{
    setReading(true);
    whenRead(m_registry.versions(), [this](const Result<Tagged<QList<ApiVersion>>> &answer) {
        setReading(false);
        if (!answer)
            return fail(answer.error());
        m_read = true;
        take(*answer);
    });
}

void EditVersionsDialog::take(const Tagged<QList<ApiVersion>> &versions)
{
    m_etag = versions.etag;
    for (int i = 0; i < m_saved.size(); ++i) {
        const auto now = std::ranges::find(versions.value, m_saved.at(i).version, &ApiVersion::version);
        if (now != versions.value.end())
            m_saved[i] = *now;
    }
    showLives(m_saved);
}

void EditVersionsDialog::showLives(const QList<ApiVersion> &versions)
{
    for (int i = 0; i < m_editors.size(); ++i)
        fill(m_editors.at(i), versions.at(i));
    updateFields();
    if (isVisible())
        growToFit();
}

void EditVersionsDialog::addVersion(int index)
{
    const ApiVersion &version = m_saved.at(index);
    const QString prefix = u"versions.%1."_s.arg(index);
    beginPage(version.version, version.version);
    Editor editor{new QComboBox,
                  new OptionalTimeEdit(version.version + u"Deprecated"_s, tr("Deprecated from"), monthsOn(m_now, 6)),
                  new OptionalTimeEdit(version.version + u"Sunset"_s, tr("Ends"), monthsOn(m_now, 12)),
                  new QCheckBox(tr("Keep serving after the end")),
                  new QComboBox,
                  new BrownoutsEdit(context(), version.version + u"Brownouts"_s,
                                    QDateTime(m_now.date().addDays(7), QTime(10, 0), Qt::UTC))};
    editor.status->setObjectName(version.version + u"StatusCombo"_s);
    for (const VersionStatus status : {VersionStatus::Supported, VersionStatus::Deprecated, VersionStatus::Sunset})
        editor.status->addItem(inWords(status), int(status));
    editor.serve->setObjectName(version.version + u"ServeCheck"_s);
    editor.successor->setObjectName(version.version + u"SuccessorCombo"_s);
    editor.successor->addItem(tr("None"), QString());
    for (const ApiVersion &other : std::as_const(m_saved)) {
        if (other.version != version.version)
            editor.successor->addItem(other.version, other.version);
    }
    addField(prefix + u"status"_s, tr("State"), editor.status,
             tr("Callers of a deprecated version are told so in every answer."));
    addField(prefix + u"deprecated_at"_s, tr("Deprecation"), editor.deprecatedAt);
    addField(prefix + u"sunset_at"_s, tr("End"), editor.sunsetAt,
             tr("From then on the version is refused with status 410, unless it is kept in service."));
    addField(prefix + u"serve_after_sunset"_s, editor.serve->text(), editor.serve);
    addField(prefix + u"successor"_s, tr("Successor"), editor.successor, tr("Where its callers are sent."));
    addField(prefix + u"brownouts"_s, tr("Brown-outs"), editor.brownouts,
             tr("Short announced times at which a deprecated version is refused, so that whoever still calls it "
                "notices while there is time."));
    fill(editor, version);
    follow(editor);
    m_editors << editor;
}

void EditVersionsDialog::addPreviewPage()
{
    beginPage(u"preview"_s, tr("What callers get"));
    m_previewState = new ThemedLabel(context().theme, TextStyle::Body, &Colours::muted);
    m_previewState->setObjectName(u"previewStateLabel"_s);
    m_previewState->setWordWrap(true);
    addWidget(m_previewState);
    auto *holder = new QWidget;
    holder->setObjectName(u"previewGrid"_s);
    m_preview = new QGridLayout(holder);
    m_preview->setContentsMargins(0, Space::S3, 0, 0);
    m_preview->setHorizontalSpacing(Space::S5);
    m_preview->setVerticalSpacing(Space::S1);
    addWidget(holder);
}

void EditVersionsDialog::fill(const Editor &editor, const ApiVersion &version)
{
    editor.status->setCurrentIndex(int(version.status));
    editor.deprecatedAt->setTime(version.deprecatedAt);
    editor.sunsetAt->setTime(version.sunsetAt);
    editor.serve->setChecked(version.serveAfterSunset);
    editor.successor->setCurrentIndex(std::max(0, editor.successor->findData(version.successor)));
    editor.brownouts->setBrownouts(version.brownouts);
}

void EditVersionsDialog::follow(const Editor &editor)
{
    connect(editor.status, &QComboBox::currentIndexChanged, this, &EditVersionsDialog::updateFields);
    connect(editor.deprecatedAt, &OptionalTimeEdit::edited, this, &EditVersionsDialog::updateFields);
    connect(editor.sunsetAt, &OptionalTimeEdit::edited, this, &EditVersionsDialog::updateFields);
    connect(editor.serve, &QCheckBox::toggled, this, &EditVersionsDialog::updateFields);
    connect(editor.successor, &QComboBox::currentIndexChanged, this, &EditVersionsDialog::updateFields);
    connect(editor.brownouts, &BrownoutsEdit::edited, this, &EditVersionsDialog::updateFields);
    connect(editor.brownouts, &BrownoutsEdit::edited, this, &EditVersionsDialog::growToFit); // by a line
}

QList<ApiVersion> EditVersionsDialog::draft() const
{
    QList<ApiVersion> all;
    for (int i = 0; i < m_editors.size(); ++i) {
        const Editor &editor = m_editors.at(i);
        ApiVersion version{.version = m_saved.at(i).version,
                           .status = VersionStatus(editor.status->currentData().toInt()),
                           .successor = editor.successor->currentData().toString()};
        if (version.status != VersionStatus::Supported) { // a supported one has no plans
            version.deprecatedAt = editor.deprecatedAt->time();
            version.sunsetAt = editor.sunsetAt->time();
            version.serveAfterSunset = editor.serve->isChecked();
        }
        if (version.status == VersionStatus::Deprecated)
            version.brownouts = editor.brownouts->brownouts();
        all << version;
    }
    return all;
}

void EditVersionsDialog::updateFields()
{
    for (const Editor &editor : std::as_const(m_editors)) {
        const auto status = VersionStatus(editor.status->currentData().toInt());
        const bool planned = status != VersionStatus::Supported;
        for (QWidget *widget : std::initializer_list<QWidget *>{editor.deprecatedAt, editor.sunsetAt, editor.serve})
            widget->setEnabled(planned);
        editor.brownouts->setEnabled(status == VersionStatus::Deprecated);
    }
    if (m_editors.size() < m_saved.size())
        return; // they are still being made
    const QList<ApiVersion> now = draft();
    const bool changed = now != m_saved;
    const bool seen = changed && now == m_previewed;
    setSubmitText(seen ? tr("Save") : tr("Preview"),
                  seen          ? tr("Save what the preview shows")
                      : changed ? tr("Show what every caller would get; nothing is saved yet")
                                : tr("Nothing has been changed yet."));
    setSubmittable(changed && m_read);
    if (m_previewState)
        m_previewState->setText(
            seen          ? tr("Preview: this is what callers will get. Nothing is saved yet.")
                : changed ? tr("Press “Preview” to see what every caller would get. Nothing is saved by that.")
                          : tr("Nothing has been changed yet."));
    if (!seen && m_preview)
        m_preview->parentWidget()->setVisible(false);
}

void EditVersionsDialog::submit()
{
    if (draft() == m_previewed)
        askSave();
    else
        preview();
}

void EditVersionsDialog::preview()
{
    setReading(true);
    whenRead(m_registry.preview(draft()), [this](const Result<QList<VersionPreview>> &answer) {
        if (!answer)
            return fail(answer.error());
        setReading(false);
        m_previewed = draft();
        showPreview(*answer);
        updateFields();
    });
}

void EditVersionsDialog::addAnswer(int row, int column, const VersionAnswer &answer)
{
    auto *cell = new QWidget;
    auto *lines = new QVBoxLayout(cell);
    lines->setContentsMargins(0, 0, 0, Space::S3);
    lines->setSpacing(0);
    lines->addWidget(new ThemedLabel(context().theme, TextStyle::Strong,
                                     answer.status >= 400 ? &Colours::bad : &Colours::good,
                                     statusInWords(answer.status)));
    for (const auto &[name, value] : answer.headers) {
        auto *line = new ThemedLabel(context().theme, TextStyle::Small, &Colours::muted,
                                     tr("%1: %2", "header: value").arg(name, value));
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        lines->addWidget(line);
    }
    lines->addStretch();
    m_preview->addWidget(cell, row, column);
}

void EditVersionsDialog::showPreview(const QList<VersionPreview> &previews)
{
    m_previews = previews;
    while (QLayoutItem *item = m_preview->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const DisplayFormat &format = context().format;
    const auto head = [&](int column, const QString &text) {
        m_preview->addWidget(new ThemedLabel(context().theme, TextStyle::Caption, &Colours::muted, text), 0, column);
        m_preview->setColumnStretch(column, column == 0 ? 2 : 3);
    };
    head(0, tr("Version"));
    head(1, tr("Now"));
    head(2, tr("After its end"));
    head(3, tr("In a brown-out"));
    const auto addNone = [this](int row, int column) {
        m_preview->addWidget(new ThemedLabel(context().theme, TextStyle::Body, &Colours::muted, tr("none planned")),
                             row, column, Qt::AlignTop);
    };
    const QList<ApiVersion> lives = draft();
    for (int i = 0; i < previews.size(); ++i) {
        const VersionPreview &one = previews.at(i);
        auto *cell = new QWidget;
        auto *lines = new QVBoxLayout(cell);
        lines->setContentsMargins(0, 0, 0, Space::S3);
        lines->setSpacing(0);
        lines->addWidget(new ThemedLabel(context().theme, TextStyle::Strong, &Colours::text, one.version));
        for (const QString &text : {tr("%Ln caller(s)", nullptr, int(one.callers)),
                                    tr("%1 requests in 30 days").arg(format.integer(one.requestsLast30Days))}) {
            auto *line = new ThemedLabel(context().theme, TextStyle::Small, &Colours::muted, text);
            line->setWordWrap(true);
            lines->addWidget(line);
        }
        lines->addStretch();
        m_preview->addWidget(cell, i + 1, 0);
        addAnswer(i + 1, 1, one.today);
        const auto life = std::ranges::find(lives, one.version, &ApiVersion::version);
        if (life != lives.end() && life->sunsetAt.isValid())
            addAnswer(i + 1, 2, one.afterSunset);
        else
            addNone(i + 1, 2);
        if (one.duringBrownout)
            addAnswer(i + 1, 3, *one.duringBrownout);
        else
            addNone(i + 1, 3);
    }
    m_preview->parentWidget()->setVisible(true);
    showPage(u"preview"_s);
}

void EditVersionsDialog::askSave()
{
    QStringList ended;
    for (const VersionPreview &one : std::as_const(m_previews)) {
        const auto before = std::ranges::find(m_saved, one.version, &ApiVersion::version);
        const bool overBefore = before != m_saved.end() && before->sunsetAt.isValid() && before->sunsetAt <= m_now
            && !before->serveAfterSunset;
        if (endsService(one, m_now, m_previewed) && !overBefore)
            ended << tr("%1 is refused at once; %n caller(s) used it in the last 30 days.", nullptr, int(one.callers))
                         .arg(one.version);
    }
    if (ended.isEmpty() && context().access.nameToType().isEmpty())
        return save();
    auto *ask
        = new ConfirmDialog(context(), ended.isEmpty() ? tr("Save the lifecycle?") : tr("End the service?"),
                            ended.isEmpty() ? tr("Callers are told from the next answer on. It can be changed back.")
                                            : ended.join(u'\n') + u'\n' + tr("It can be changed back here."),
                            tr("Save"), this);
    connect(ask, &QDialog::accepted, this, &EditVersionsDialog::save);
    ask->open();
}

void EditVersionsDialog::save()
{
    setBusy(true);
    whenDone(m_registry.save(m_previewed, m_etag), this, [this](const Result<QList<ApiVersion>> &answer) {
        if (answer) {
            setBusy(false);
            emit saved(*answer);
            return accept();
        }
        if (answer.error() == ErrorCode::PreconditionFailed)
            return compareWith(m_registry.versions(), answer.error(),
                               [this](const Tagged<QList<ApiVersion>> &theirs) { return rebase(theirs); });
        fail(answer.error());
    });
}

QList<ConflictLine> EditVersionsDialog::rebase(const Tagged<QList<ApiVersion>> &theirs)
{
    const QList<ApiVersion> base = m_saved;
    const QList<ApiVersion> mine = draft();
    take(theirs);
    QList<ApiVersion> both;
    for (int i = 0; i < mine.size(); ++i)
        both << merged(base.at(i), mine.at(i), m_saved.at(i));
    showLives(both);
    return differences();
}

QList<ConflictLine> EditVersionsDialog::differences() const
{
    QList<ConflictLine> lines;
    const QList<ApiVersion> mine = draft();
    for (int i = 0; i < mine.size(); ++i) {
        const ApiVersion &here = mine.at(i);
        const ApiVersion &there = m_saved.at(i);
        const Editor &editor = m_editors.at(i);
        const auto add
            = [&](bool differs, const QString &field, const QString &a, const QString &b, const QWidget *widget) {
                  if (differs)
                      lines.append({tr("%1: %2", "version: field").arg(here.version, field), a, b, widget});
              };
        add(there.status != here.status, tr("State"), inWords(there.status), inWords(here.status), editor.status);
        add(there.deprecatedAt != here.deprecatedAt, tr("Deprecation"), momentInWords(there.deprecatedAt),
            momentInWords(here.deprecatedAt), editor.deprecatedAt);
        add(there.sunsetAt != here.sunsetAt, tr("End"), momentInWords(there.sunsetAt), momentInWords(here.sunsetAt),
            editor.sunsetAt);
        add(there.serveAfterSunset != here.serveAfterSunset, editor.serve->text(), yesOrNo(there.serveAfterSunset),
            yesOrNo(here.serveAfterSunset), editor.serve);
        const auto named = [](const QString &version) { return version.isEmpty() ? tr("None") : version; };
        add(there.successor != here.successor, tr("Successor"), named(there.successor), named(here.successor),
            editor.successor);
        add(there.brownouts != here.brownouts, tr("Brown-outs"), brownoutsInWords(there.brownouts),
            brownoutsInWords(here.brownouts), editor.brownouts);
    }
    return lines;
}
