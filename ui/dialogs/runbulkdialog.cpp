// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/runbulkdialog.h"

#include "models/domain/async.h"
#include "ui/support/words.h"
#include "ui/widgets/themedlabel.h"

#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

RunBulkDialog::RunBulkDialog(const Context &context, const QString &title, QList<Row> rows, Run run, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_rows(std::move(rows))
    , m_run(std::move(run))
    , m_table(new QTableWidget(int(m_rows.size()), 2))
    , m_bar(new QProgressBar)
    , m_summary(new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted))
    , m_stop(new QPushButton(tr("Stop")))
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
    m_stop->setToolTip(tr("Stop after the row under way"));

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
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_next >= m_rows.size() || m_stopped)
            return accept();
        m_stopped = true;
    });
}

void RunBulkDialog::start() { next(); }

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
        m_stopped = true;
        m_stop->setText(tr("Close"));
        m_stop->setToolTip(tr("Close this window"));
        emit done(m_succeeded, m_failed);
        return;
    }
    const int row = m_next++;
    m_table->item(row, 1)->setText(tr("Under way…"));
    m_table->scrollToItem(m_table->item(row, 0));
    whenDone(m_run(m_rows.at(row).id), this, [this, row](const Result<Done> &answer) {
        answer ? ++m_succeeded : ++m_failed;
        mark(row, answer ? tr("Done") : inWords(answer.error()).happened, bool(answer));
        next();
    });
}
