// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/usagepane.h"

#include "models/domain/async.h"
#include "ui/charts/serieschart.h"
#include "ui/charts/usagetable.h"
#include "ui/panes/usagecontrols.h"
#include "ui/panes/userspane.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/exportbar.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

const QString UsagePane::Id = u"usage"_s;

namespace
{
QList<FilterSpec> filterSpecs()
{
    return {{u"organization_id"_s, UsagePane::tr("Organisation")},
            {u"user_id"_s, UsagePane::tr("User")},
            {u"provider"_s, UsagePane::tr("Provider")},
            {u"agent_id"_s, UsagePane::tr("Agent")}};
}
}

UsagePane::UsagePane(const Context &context, UsageSource &usage, UserDirectory &users, Today today, QWidget *parent)
    : Pane(Id, tr("Usage"), u"chart-column"_s, parent)
    , m_context(context)
    , m_usage(usage)
    , m_users(users)
    , m_today(std::move(today))
    , m_view(UsageView::fromJson(context.state.paneState(Id)))
    , m_rows(context.format)
    , m_period(new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted))
    , m_controls(new UsageControls)
    , m_exportButton(new QToolButton)
    , m_back(new QToolButton)
    , m_filters(new FilterBar(context.theme, filterSpecs()))
    , m_error(new ErrorBanner(context.theme))
    , m_exportBar(new ExportBar(context.theme, context.format))
    , m_tileRow(new QHBoxLayout)
    , m_chart(new SeriesChart(context.theme))
    , m_table(new UsageTable(context.theme, m_rows))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_empty(new EmptyState(context.theme))
    , m_stack(new QStackedLayout)
    , m_skeleton(new Skeleton(context.theme))
{
    addCommands();
    buildLayout();
    apply(m_view);
    connect(m_controls, &UsageControls::changed, this, [this] { setView(m_controls->applied(m_view)); });
    connect(m_filters, &FilterBar::edited, this, [this] {
        UsageView next = m_view;
        next.filters = m_filters->values();
        next.filterNames = m_filters->names();
        setView(next);
    });
    connect(m_error, &ErrorBanner::retryRequested, this, &UsagePane::refresh);
    connect(m_chart, &SeriesChart::activated, this, &UsagePane::drillChart);
    connect(m_table, &UsageTable::rowActivated, this, &UsagePane::drillRow);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &UsagePane::updateActions);
    connect(m_exportBar, &ExportBar::finished, this, [this](qint64, const QString &path) {
        emit noticed({tr("Usage written to %1").arg(QDir::toNativeSeparators(path)), Tone::Good});
    });
    connect(m_exportBar, &ExportBar::failed, this, [this](const Error &error) { m_error->show(error, false); });
    connect(m_exportBar, &ExportBar::canceled, this, [this] {
        emit noticed({tr("The export was cancelled; no file was written."), Tone::Neutral});
    });
}

// Puts a view in force without asking for its figures.
void UsagePane::apply(const UsageView &view)
{
    m_view = view;
    m_controls->set(m_view, m_today());
    m_filters->set(m_view.filters, m_view.filterNames);
    m_period->setText(periodInWords());
    QJsonObject state = m_view.toJson();
    state.insert(u"splitter"_s, QString::fromLatin1(m_splitter->saveState().toBase64()));
    m_context.state.setPaneState(Id, state);
    updateActions();
}

void UsagePane::setView(const UsageView &view)
{
    if (view == m_view)
        return;
    const UsageQuery before = m_view.query(m_today());
    const bool sameFigures = view.query(m_today()) == before && (!view.compare || m_before) && m_report;
    if (!sameFigures)
        m_history.append(m_view);
    apply(view);
    if (!sameFigures)
        return load();
    if (!m_view.compare)
        m_before.reset();
    showReport();
}

void UsagePane::goBack()
{
    if (m_history.isEmpty())
        return;
    apply(m_history.takeLast());
    load();
}

void UsagePane::showFiltered(const QMap<QString, QString> &filters, const QMap<QString, QString> &names)
{
    UsageView next = m_view;
    next.filters = filters;
    next.filterNames = names;
    if (next.isOneUser()) { // what a user is looked at for: how far the month's quota is used
        next.period = UsagePeriod::ThisMonth;
        next.measure = UsageMeasure::Tokens;
        next.style = UsageStyle::RunningTotal;
        next.group = UsageGroup::Provider;
    }
    setView(next);
}

QString UsagePane::periodInWords() const
{
    const DayRange days = m_view.days(m_today());
    const QLocale &locale = m_context.format.locale();
    return days.days() == 1
        ? tr("%1, UTC", "a day").arg(locale.toString(days.from, QLocale::LongFormat))
        : tr("%1 – %2, UTC", "first and last day")
              .arg(locale.toString(days.from, QLocale::ShortFormat), locale.toString(days.to, QLocale::ShortFormat));
}

QString UsagePane::drawnInWords() const
{
    return m_drawn.isByWeek() ? tr("%1, drawn by week", "period").arg(periodInWords()) : periodInWords();
}

void UsagePane::activate()
{
    if (!m_loadedAt.isValid() && m_pending == 0)
        load();
    m_table->fitColumns();
}

void UsagePane::refresh()
{
    if (m_pending == 0)
        load();
}

void UsagePane::load()
{
    const int generation = ++m_generation;
    m_failed = false;
    m_error->clearRead();
    m_controls->set(m_view, m_today()); // the day may have changed
    m_pending = m_view.compare ? 2 : 1;
    const auto ask = [this, generation](const UsageQuery &query, bool before) {
        whenDone(m_usage.fetch(query), this, [this, generation, before](const Result<UsageReport> &answer) {
            if (generation == m_generation) // else a newer question has made this answer worthless
                taken(answer, before);
        });
    };
    if (m_view.compare)
        ask(m_view.queryBefore(m_today()), true);
    else
        m_before.reset();
    ask(m_view.query(m_today()), false);
    loadQuota();
    updateState();
}

void UsagePane::loadQuota()
{
    const QString user = m_view.filters.value(u"user_id"_s);
    if (user == m_quotaOf && (user.isEmpty() || m_quota))
        return;
    m_quota.reset();
    m_quotaOf = user;
    if (user.isEmpty())
        return;
    whenDone(m_users.get(user), this, [this, user](const Result<Tagged<User>> &answer) {
        if (!answer || user != m_quotaOf)
            return; // without it there are no marks; the figures themselves say more than an error would
        m_quota = QuotaUse{answer->value.usedTokens, answer->value.limits.monthlyTokenQuota};
        if (m_report && m_pending == 0)
            showReport();
    });
}

void UsagePane::taken(const Result<UsageReport> &answer, bool before)
{
    --m_pending;
    if (answer) {
        (before ? m_before : m_report) = *answer;
        if (!before)
            m_reportOf = m_view.query(m_today());
    } else {
        if (before)
            m_before.reset();
        else if (!(m_reportOf == m_view.query(m_today())))
            m_report.reset(); // what is there answers another question
        m_failed = m_failed || !before;
        m_error->showRead(answer.error(), m_report.has_value());
        updateState();
    }
    if (m_pending > 0)
        return;
    if (m_failed) // whichever answer came last, nothing is fresh
        return updateState();
    m_loadedAt = QDateTime::currentDateTimeUtc();
    showReport();
    emit loaded();
}

void UsagePane::showReport()
{
    if (!m_report)
        return;
    redraw();
    m_rows.setReport(*m_report, m_view.measure, m_drawn.keys, m_view.compare ? m_before : std::nullopt);
    m_table->fitColumns();
    showTiles();
    updateState();
    updateActions();
}

void UsagePane::redraw()
{
    m_drawn = drawUsage(*m_report, m_view.compare ? m_before : std::nullopt,
                        {.measure = m_view.measure,
                         .style = m_view.style == UsageStyle::Bars ? ChartStyle::Bars : ChartStyle::Lines,
                         .running = m_view.style == UsageStyle::RunningTotal,
                         .quota = m_quota ? std::optional(m_quota->quota) : std::nullopt},
                        m_context.format);
    m_chart->setData(m_drawn.chart);
    m_chart->setAccessibleName(
        tr("%1, %2", "what is shown, period").arg(m_rows.measureName(m_view.measure), drawnInWords()));
    m_period->setText(drawnInWords());
}

void UsagePane::updateState()
{
    if (!m_report) {
        if (m_pending > 0)
            return m_stack->setCurrentWidget(m_skeleton);
        m_empty->set(u"circle-alert"_s, tr("Nothing could be loaded"), tr("The reason is shown above."));
        return m_stack->setCurrentWidget(m_empty);
    }
    if (m_report->rows.isEmpty()) {
        m_empty->set(u"inbox"_s, tr("Nothing was used in this period"),
                     m_view.filters.isEmpty() ? tr("Choose a longer period.")
                                              : tr("Choose a longer period or remove a filter."));
        return m_stack->setCurrentWidget(m_empty);
    }
    m_stack->setCurrentIndex(1);
}

void UsagePane::updateActions()
{
    const int row = m_table->currentIndex().row();
    const bool drillable
        = row > 0 && drillDown(m_view, m_rows.keyAt(row), m_rows.nameAt(row), {m_rows.dateAt(row), m_rows.dateAt(row)});
    m_drillAction->setEnabled(drillable);
    m_backAction->setEnabled(!m_history.isEmpty());
    const bool named = row > 0 && m_rows.keyAt(row) != OtherUsageKey
        && (m_view.group == UsageGroup::Organization || m_view.group == UsageGroup::User);
    m_openAction->setEnabled(named);
    for (QAction *action : std::as_const(m_exportActions))
        action->setEnabled(m_report && !m_report->rows.isEmpty());
    m_exportButton->setEnabled(m_report && !m_report->rows.isEmpty());
}

void UsagePane::drillRow(int row)
{
    if (row <= 0)
        return;
    const QDate day = m_rows.dateAt(row);
    if (const auto next = drillDown(m_view, m_rows.keyAt(row), m_rows.nameAt(row), {day, day}))
        setView(*next);
}

void UsagePane::drillChart(int series, int bucket)
{
    const QString key = m_view.style == UsageStyle::RunningTotal ? QString() : m_drawn.keys.value(series);
    const QString name = series >= 0 ? m_drawn.chart.series.value(series).name : QString();
    if (const auto next = drillDown(m_view, key, name, m_drawn.buckets.value(bucket)))
        setView(*next);
}

void UsagePane::openBehind(int row)
{
    const QString key = m_rows.keyAt(row);
    if (m_view.group == UsageGroup::Organization)
        emit openPaneRequested(UsersPane::Id, {{u"organization_id"_s, key}},
                               {{u"organization_id"_s, m_rows.nameAt(row)}});
    else if (m_view.group == UsageGroup::User)
        emit openPaneRequested(UsersPane::Id, {{u"search"_s, m_rows.nameAt(row)}}, {});
}

bool UsagePane::focusSearch()
{
    m_controls->focusPeriod();
    return true;
}

void UsagePane::clearSelection() { m_table->setCurrentIndex({}); }

void UsagePane::askPath(const QString &suffix)
{
    if (m_exportBar->isRunning())
        return;
    auto *dialog = new QFileDialog(this, tr("Export usage"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("%1 files (*.%2)", "file type, ending").arg(suffix.toUpper(), suffix));
    dialog->setDefaultSuffix(suffix);
    const DayRange days = m_view.days(m_today());
    dialog->selectFile(u"usage-%1-%2.%3"_s.arg(days.from.toString(Qt::ISODate), days.to.toString(Qt::ISODate), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, suffix](const QString &path) {
        if (suffix == "csv"_L1)
            exportCsv(path);
        else
            exportPicture(path);
    });
    dialog->open();
}

void UsagePane::exportCsv(const QString &path)
{
    if (m_exportBar->isRunning())
        return;
    m_error->clearAction();
    m_exportBar->watch(m_usage.exportTo(m_view.query(m_today()), path), path, ExportBar::Unit::Kibibytes);
}

void UsagePane::exportPicture(const QString &path)
{
    if (!m_report)
        return;
    m_error->clearAction();
    const Result<Done> written = path.endsWith(".pdf"_L1, Qt::CaseInsensitive)
        ? writeChartPdf(m_drawn.chart, caption(), path)
        : writeChartPng(m_drawn.chart, caption(), path);
    if (!written)
        return m_error->show(written.error(), false);
    emit noticed({tr("Chart written to %1").arg(QDir::toNativeSeparators(path)), Tone::Good});
}

ChartCaption UsagePane::caption() const
{
    QStringList subtitle{drawnInWords()};
    for (auto it = m_view.filterNames.cbegin(); it != m_view.filterNames.cend(); ++it)
        subtitle << it.value();
    QStringList sums;
    for (const UsageMeasure measure :
         {UsageMeasure::Cost, UsageMeasure::Tokens, UsageMeasure::Minutes, UsageMeasure::Calls})
        sums << usageInWords(measure, m_report->totals.of(measure), m_context.format);
    return {.title = tr("%1 of the platform", "what is shown: cost, tokens").arg(m_rows.measureName(m_view.measure)),
            .subtitle = subtitle.join(u" · "_s),
            .notes = {tr("Sum of the period: %1").arg(sums.join(u" · "_s))}};
}

void UsagePane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    m_tileRow->setSpacing(width() < Space::S4 * 60 ? Space::S2 : Space::S3);
}
