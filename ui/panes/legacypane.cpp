// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/legacypane.h"

#include "models/domain/async.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QJsonArray>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedLayout>
#include <QTableWidget>

using namespace Qt::StringLiterals;

const QString LegacyPane::Id = u"legacy"_s;

LegacyPane::LegacyPane(const Context &context, LegacyImporter &importer, QWidget *parent)
    : Pane(Id, tr("Legacy migration"), u"upload"_s, parent)
    , m_context(context)
    , m_importer(importer)
    , m_fileProblem(new Banner(context.theme, Tone::Bad, u"circle-alert"_s))
    , m_error(new ErrorBanner(context.theme))
    , m_file(new ThemedLabel(context.theme, TextStyle::Strong, &Colours::text))
    , m_summary(new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted))
    , m_progress(new QProgressBar)
    , m_issues(new QTableWidget(0, 3))
    , m_empty(new EmptyState(context.theme))
    , m_stack(new QStackedLayout)
    , m_run(new QPushButton(tr("Import…")))
    , m_cancel(new QPushButton(tr("Start over")))
    , m_choose(new QPushButton(tr("Choose a file…")))
{
    m_chooseAction = addCommand(u"chooseLegacyFileAction"_s, tr("Choose a file…"), context.theme.icon(u"folder"_s));
    m_chooseAction->setShortcut(QKeySequence::Open);
    m_chooseAction->setToolTip(tr("Choose the legacy system's export (Ctrl+O)"));
    m_runAction = addCommand(u"runLegacyImportAction"_s, tr("Import…"), context.theme.icon(u"upload"_s));
    m_runAction->setShortcut(Qt::CTRL | Qt::Key_Return);
    m_runAction->setToolTip(tr("Import what the check has read (Ctrl+Return)"));
    buildLayout();
    connect(m_chooseAction, &QAction::triggered, this, &LegacyPane::askPath);
    connect(m_runAction, &QAction::triggered, this, &LegacyPane::askRun);
    connect(m_choose, &QPushButton::clicked, m_chooseAction, &QAction::trigger);
    connect(m_run, &QPushButton::clicked, m_runAction, &QAction::trigger);
    connect(m_cancel, &QPushButton::clicked, this, &LegacyPane::startOver);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { m_state == State::Unchecked ? check() : askPath(); });
    connect(m_error, &ErrorBanner::retryRequested, this, [this] { m_state == State::Checked ? run() : check(); });
    connect(&context.access, &Access::changed, this, [this] { setState(m_state); });
    setState(State::Empty);
}

void LegacyPane::buildLayout()
{
    m_fileProblem->setObjectName(u"legacyFileProblem"_s);
    m_fileProblem->setVisible(false);
    m_file->setObjectName(u"legacyFileLabel"_s);
    m_summary->setObjectName(u"legacySummaryLabel"_s);
    m_summary->setWordWrap(true);
    m_progress->setObjectName(u"legacyProgressBar"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 0); // one transaction: there is no half of it
    m_progress->setTextVisible(false);
    m_issues->setObjectName(u"legacyIssueTable"_s);
    m_issues->setAccessibleName(tr("What the server says about the rows"));
    m_issues->setHorizontalHeaderLabels({tr("Severity"), tr("Row"), tr("Message")});
    m_issues->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_issues->verticalHeader()->hide();
    m_issues->setShowGrid(false);
    m_issues->setFrameShape(QFrame::NoFrame);
    m_issues->setWordWrap(false);
    m_issues->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_issues->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_issues->setTabKeyNavigation(false);
    m_run->setObjectName(u"runLegacyButton"_s);
    m_run->setProperty("rank", u"primary"_s);
    m_cancel->setObjectName(u"startOverButton"_s);
    m_cancel->setToolTip(tr("Forget the file; nothing has been imported from it yet"));
    m_choose->setObjectName(u"chooseLegacyFileButton"_s);
    m_choose->setToolTip(m_chooseAction->toolTip());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_issues);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S2);
    buttons->addWidget(m_file, 1);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_run);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::S6, Space::S5, Space::S6, 0);
    column->setSpacing(Space::S3);
    column->addLayout(makeHead(m_context.theme));
    column->addWidget(m_fileProblem);
    column->addWidget(m_error);
    column->addLayout(buttons);
    column->addWidget(m_summary);
    column->addWidget(m_progress);
    column->addLayout(m_stack, 1);
}

void LegacyPane::activate() { }

void LegacyPane::refresh() { } // nothing here grows old, and the file is not sent again and again

void LegacyPane::askPath()
{
    auto *dialog = new QFileDialog(this, tr("Legacy export"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("JSON files (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &LegacyPane::openFile);
    dialog->open();
}

void LegacyPane::openFile(const QString &path)
{
    startOver();
    m_path = path;
    setState(State::Reading);
    const int generation = m_generation;
    whenDone(m_importer.read(path), this, [this, generation](const Result<QJsonObject> &content) {
        if (generation != m_generation)
            return;
        if (!content) {
            setState(State::Empty);
            return m_fileProblem->say(content.error().message);
        }
        m_exported = *content;
        check();
    });
}

void LegacyPane::check()
{
    m_error->clear();
    setState(State::Checking);
    const int generation = ++m_generation;
    whenDone(m_importer.check(m_exported), this, [this, generation](const Result<LegacyReport> &answer) {
        if (generation != m_generation)
            return;
        if (!answer)
            return failed(State::Unchecked, answer.error());
        m_loadedAt = QDateTime::currentDateTimeUtc();
        showReport(*answer);
        emit loaded();
    });
}

void LegacyPane::askRun()
{
    auto *ask = new ConfirmDialog(m_context, tr("Import %1?").arg(QFileInfo(m_path).fileName()),
                                  tr("%1. It is imported as a whole or not at all; what was imported before is left "
                                     "alone. Once it runs it cannot be "
                                     "stopped, and it cannot be undone.")
                                      .arg(countsInWords(m_report.rows)),
                                  tr("Import"), this);
    connect(ask, &QDialog::accepted, this, &LegacyPane::run);
    ask->open();
}

void LegacyPane::run()
{
    if (m_state != State::Checked)
        return;
    m_error->clear();
    setState(State::Running);
    const int generation = ++m_generation;
    whenDone(m_importer.run(m_exported), this, [this, generation](const Result<LegacyResult> &answer) {
        if (generation != m_generation)
            return;
        if (!answer)
            return failed(State::Checked, answer.error());
        showResult(*answer);
    });
}

void LegacyPane::failed(State back, const Error &error)
{
    setState(back);
    m_summary->setText(back == State::Checked ? reportInWords() : QString());
    m_error->show(error);
}

void LegacyPane::startOver()
{
    ++m_generation;
    m_path.clear();
    m_exported = {};
    m_report = {};
    m_error->clear();
    m_fileProblem->say({});
    m_issues->setRowCount(0);
    m_summary->clear();
    setState(State::Empty);
}

void LegacyPane::setState(State state)
{
    m_state = state;
    const bool busy = state == State::Reading || state == State::Checking || state == State::Running;
    const QString reason = m_context.access.whyNoChanges();
    m_file->setText(m_path.isEmpty() ? QString() : QFileInfo(m_path).fileName());
    m_file->setToolTip(QDir::toNativeSeparators(m_path));
    m_progress->setVisible(busy);
    m_choose->setVisible(state != State::Empty && state != State::Running);
    m_chooseAction->setEnabled(state != State::Running);
    m_cancel->setVisible(state == State::Reading || state == State::Checking || state == State::Unchecked
                         || state == State::Checked);
    m_run->setVisible(state == State::Checked);
    const bool runnable = state == State::Checked && m_report.importable && reason.isEmpty();
    m_runAction->setEnabled(runnable);
    m_run->setEnabled(runnable);
    m_run->setToolTip(!reason.isEmpty()          ? reason
                          : !m_report.importable ? tr("An error stands in the way; see the rows.")
                                                 : tr("Import what the check has read (Ctrl+Return)"));
    if (state == State::Running)
        m_summary->setText(tr("Importing… The console may be used meanwhile."));
    else if (state == State::Checking)
        m_summary->setText(tr("The server checks the file; nothing is changed yet."));
    if (state == State::Empty)
        m_empty->set(u"upload"_s, tr("Take over what a legacy system exported"),
                     tr("Choose its JSON file with users, agents, campaigns and calls. The server checks it first and "
                        "says what it finds, row by row; nothing is changed before you say so."),
                     tr("Choose a file…"));
    else if (busy)
        m_empty->set(u"clock"_s, tr("Under way…"), {});
    else if (state == State::Unchecked)
        m_empty->set(u"circle-alert"_s, tr("The file could not be checked"), tr("Nothing was changed."),
                     tr("Try again"));
    else
        m_empty->set(u"circle-check"_s, tr("No row needs attention"), {});
    m_stack->setCurrentIndex(m_issues->rowCount() > 0 && state != State::Empty ? 1 : 0);
}

QString LegacyPane::kindInWords(const QString &kind, qint64 count) const
{
    const auto n = int(count);
    if (kind == "users"_L1)
        return tr("%Ln user(s)", nullptr, n);
    if (kind == "agents"_L1)
        return tr("%Ln agent(s)", nullptr, n);
    if (kind == "campaigns"_L1)
        return tr("%Ln campaign(s)", nullptr, n);
    if (kind == "calls"_L1)
        return tr("%Ln call(s)", nullptr, n);
    return tr("%1: %2", "a kind of row: how many").arg(kind, m_context.format.integer(count));
}

/// "agents[3]" is the fourth agent of the file.
QString LegacyPane::rowInWords(const QString &row) const
{
    static const QRegularExpression indexed(u"^([a-z]+)\\[(\\d+)\\]$"_s);
    const QRegularExpressionMatch match = indexed.match(row);
    const QString kind = match.captured(1);
    const QString number = m_context.format.integer(match.captured(2).toLongLong() + 1);
    if (kind == "users"_L1)
        return tr("User %1").arg(number);
    if (kind == "agents"_L1)
        return tr("Agent %1").arg(number);
    if (kind == "campaigns"_L1)
        return tr("Campaign %1").arg(number);
    if (kind == "calls"_L1)
        return tr("Call %1").arg(number);
    return row;
}

QString LegacyPane::countsInWords(const QMap<QString, qint64> &counts) const
{
    QStringList parts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        parts << kindInWords(it.key(), it.value());
    return parts.isEmpty() ? tr("nothing") : parts.join(u", "_s);
}

void LegacyPane::showReport(const LegacyReport &report)
{
    m_report = report;
    if (m_report.rows.isEmpty()) { // a server that does not count
        for (const QString &kind : {u"users"_s, u"agents"_s, u"campaigns"_s, u"calls"_s})
            m_report.rows.insert(kind, m_exported.value(kind).toArray().size());
    }
    showIssues(report.issues);
    setState(State::Checked);
    m_summary->setText(reportInWords());
}

QString LegacyPane::reportInWords() const
{
    return tr("The file has %1. %2")
        .arg(countsInWords(m_report.rows),
             m_report.issues.isEmpty() ? tr("Nothing stands in the way.")
                                       : tr("%Ln remark(s) about its rows:", nullptr, int(m_report.issues.size())));
}

void LegacyPane::showResult(const LegacyResult &result)
{
    showIssues(result.issues);
    setState(State::Finished);
    const QString imported = tr("Imported: %1.").arg(countsInWords(result.imported));
    m_summary->setText(result.skipped.isEmpty()
                           ? imported
                           : imported + u' ' + tr("Was there already: %1.").arg(countsInWords(result.skipped)));
    m_empty->set(u"circle-check"_s, tr("The import is done"), {});
    if (!isVisible()) // another pane was opened meanwhile
        emit noticed({tr("The import is done"), Tone::Good});
}

void LegacyPane::showIssues(const QList<LegacyIssue> &issues)
{
    m_issues->setRowCount(int(issues.size()));
    for (int row = 0; row < issues.size(); ++row) {
        const LegacyIssue &issue = issues.at(row);
        const bool error = issue.severity == "error"_L1 || issue.severity == "critical"_L1;
        const bool note = issue.severity == "info"_L1 || issue.severity == "note"_L1;
        auto *how = new QTableWidgetItem(error      ? m_context.theme.icon(u"circle-alert"_s, &Colours::bad)
                                             : note ? m_context.theme.icon(u"info"_s)
                                                    : m_context.theme.icon(u"triangle-alert"_s, &Colours::warning),
                                         error      ? tr("Error")
                                             : note ? tr("Note")
                                                    : tr("Warning"));
        m_issues->setItem(row, 0, how);
        auto *where = new QTableWidgetItem(rowInWords(issue.row));
        where->setToolTip(issue.row);
        m_issues->setItem(row, 1, where);
        auto *what = new QTableWidgetItem(issue.message);
        what->setToolTip(issue.code.isEmpty() ? issue.message : issue.message + u'\n' + issue.code);
        m_issues->setItem(row, 2, what);
    }
    for (const int column : {0, 1}) {
        m_issues->resizeColumnToContents(column);
        m_issues->setColumnWidth(column, m_issues->columnWidth(column) + Space::S6);
    }
}
