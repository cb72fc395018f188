// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/runbulkdialog.h"

#include "models/domain/async.h"
#include "ui/support/words.h"
#include "ui/widgets/themedlabel.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{
// A request a row, in the shape of many.
RunBulkDialog::Run oneByOne(const RunBulkDialog::RunOne &run)
{
    return [run](const QStringList &ids) {
        auto promise = std::make_shared<QPromise<Result<QMap<QString, Error>>>>();
        promise->start();
        whenDone(run(ids.first()), QCoreApplication::instance(),
                 [promise, id = ids.first()](const Result<Done> &answer) {
                     promise->addResult(answer ? QMap<QString, Error>() : QMap<QString, Error>{{id, answer.error()}});
                     promise->finish();
                 });
        return promise->future();
    };
}
}

RunBulkDialog::RunBulkDialog(const Context &context, const QString &title, QList<Row> rows, const RunOne &run,
                             QWidget *parent)
    : RunBulkDialog(context, title, std::move(rows), oneByOne(run), 1, parent)
{
}

RunBulkDialog::RunBulkDialog(const Context &context, const QString &title, QList<Row> rows, Run run, int atOnce,
                             QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_rows(std::move(rows))
    , m_run(std::move(run))
    , m_table(new QTableWidget(int(m_rows.size()), 2))
    , m_bar(new QProgressBar)
    , m_summary(new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted))
    , m_stop(new QPushButton(tr("Stop")))
    , m_atOnce(std::max(1, atOnce))
{
    setObjectName(u"runBulkDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setBackgroundRole(QPalette::Base);
    resize(Space::S4 * 40, Space::S4 * 26);
    m_table->setObjectName(u"bulkResultTable"_s);
    m_table->setAccessibleName(tr("Result of each row"));
    m_table->setHorizontalHeaderLabels({tr("Row"), tr("Result")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    for (int i = 0; i < m_rows.size(); ++i) {
        m_table->setItem(i, 0, new QTableWidgetItem(m_rows.at(i).name));
        m_table->setItem(i, 1, new QTableWidgetItem(tr("Waiting")));
    }
    m_bar->setObjectName(u"bulkProgressBar"_s);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, int(m_rows.size()));
    m_summary->setObjectName(u"bulkSummaryLabel"_s);
    m_stop->setObjectName(u"bulkStopButton"_s);
    m_stop->setToolTip(tr("Stop after the rows under way"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::S6, Space::S5, Space::S6, Space::S5);
    column->setSpacing(Space::S3);
    column->addWidget(new ThemedLabel(context.theme, TextStyle::Title, &Colours::text, title));
    column->addWidget(m_bar);
    column->addWidget(m_table, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_summary, 1);
    foot->addWidget(m_stop);
    column->addLayout(foot);
    connect(m_stop, &QPushButton::clicked, this, &RunBulkDialog::stopOrClose);
}

void RunBulkDialog::start()
{
    m_running = true;
    next();
}

// What is under way cannot be called back: the window stays until its result is known.
void RunBulkDialog::stopOrClose()
{
    if (!m_running)
        return accept();
    m_stopped = true;
}

void RunBulkDialog::reject() { stopOrClose(); }

void RunBulkDialog::mark(int row, const QString &text, bool good)
{
    QTableWidgetItem *item = m_table->item(row, 1);
    item->setText(text);
    item->setIcon(
        m_context.theme.icon(good ? u"circle-check"_s : u"circle-alert"_s, good ? &Colours::good : &Colours::bad));
}

void RunBulkDialog::next()
{
    m_bar->setValue(m_next);
    m_summary->setText(
        tr("%1 done, %2 failed").arg(m_context.format.integer(m_succeeded), m_context.format.integer(m_failed)));
    if (m_next >= m_rows.size() || m_stopped) {
        for (int i = m_next; i < m_rows.size(); ++i)
            mark(i, tr("Not done"), false);
        m_running = false;
        m_stop->setText(tr("Close"));
        m_stop->setToolTip(tr("Close this window"));
        emit ranAll(m_succeeded, m_failed);
        return;
    }
    const int first = m_next;
    QStringList ids;
    for (; m_next < m_rows.size() && m_next < first + m_atOnce; ++m_next) {
        ids << m_rows.at(m_next).id;
        m_table->item(m_next, 1)->setText(tr("Under way…"));
    }
    m_table->scrollToItem(m_table->item(m_next - 1, 0));
    whenDone(m_run(ids), this, [this, first](const Result<QMap<QString, Error>> &answer) { taken(first, answer); });
}

void RunBulkDialog::taken(int first, const Result<QMap<QString, Error>> &answer)
{
    for (int row = first; row < m_next; ++row) {
        const QString &id = m_rows.at(row).id;
        const bool good = answer && !answer->contains(id);
        good ? ++m_succeeded : ++m_failed;
        mark(row, good ? tr("Done") : inWords(answer ? answer->value(id) : answer.error()).happened, good);
    }
    next();
}
