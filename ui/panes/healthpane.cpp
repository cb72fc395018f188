// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/healthpane.h"

#include "models/domain/async.h"
#include "ui/charts/axisscale.h"
#include "ui/charts/gauge.h"
#include "ui/charts/serieschart.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/pagescroll.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/taglabel.h"
#include "ui/widgets/themedlabel.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableWidget>

using namespace Qt::StringLiterals;

const QString HealthPane::Id = u"health"_s;

namespace
{
constexpr int FigureColumns = 4;

// What is high is good.
Tone toneOfHits(std::optional<double> percent)
{
    return !percent ? Tone::Neutral : *percent < 80 ? Tone::Bad : *percent < 95 ? Tone::Warning : Tone::Good;
}

// What is high is bad.
Tone toneOfLoad(std::optional<double> percent)
{
    return !percent ? Tone::Neutral : *percent >= 95 ? Tone::Bad : *percent >= 80 ? Tone::Warning : Tone::Good;
}

Tone toneOfScore(std::optional<int> score)
{
    return !score ? Tone::Neutral : *score < 70 ? Tone::Bad : *score < 90 ? Tone::Warning : Tone::Good;
}
}

HealthPane::HealthPane(const Context &context, ValueSource<PerformanceReport> &performance, QWidget *parent)
    : Pane(Id, tr("Health"), u"activity"_s, parent)
    , m_context(context)
    , m_performance(performance)
    , m_error(new ErrorBanner(context.theme))
    , m_score(new Gauge(context.theme, tr("Health score")))
    , m_status(new TagLabel(context.theme))
    , m_issues(new QVBoxLayout)
    , m_pageCache(new Gauge(context.theme, tr("Page cache hits")))
    , m_indexCache(new Gauge(context.theme, tr("Index hits")))
    , m_memory(new Gauge(context.theme, tr("Memory")))
    , m_cpu(new Gauge(context.theme, tr("Processor")))
    , m_figures(new QGridLayout)
    , m_tables(makePlainTable(u"tableStatsTable"_s, tr("Tables of the database"),
                              {tr("Table"), tr("Size"), tr("Rows"), tr("Dead rows")}, 1))
    , m_skeleton(new Skeleton(context.theme))
    , m_stack(new QStackedLayout)
{
    m_score->setObjectName(u"scoreGauge"_s);
    m_pageCache->setObjectName(u"pageCacheGauge"_s);
    m_indexCache->setObjectName(u"indexCacheGauge"_s);
    m_memory->setObjectName(u"memoryGauge"_s);
    m_cpu->setObjectName(u"processorGauge"_s);
    buildLayout();
    connect(m_error, &ErrorBanner::retryRequested, this, &HealthPane::refresh);
    connect(&context.format, &DisplayFormat::changed, this, &HealthPane::showCharts);
}

QLayout *HealthPane::buildTop()
{
    auto *issues = new QVBoxLayout;
    issues->setSpacing(Space::S2);
    issues->addWidget(
        new ThemedLabel(m_context.theme, TextStyle::Heading, &Colours::text, tr("What the score is made of")));
    issues->addWidget(m_status, 0, Qt::AlignLeft);
    m_issues->setSpacing(Space::S1);
    issues->addLayout(m_issues);
    issues->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::S4);
    row->addWidget(m_score, 0, Qt::AlignTop);
    row->addLayout(issues, 2);
    for (Gauge *gauge : {m_pageCache, m_indexCache, m_memory, m_cpu})
        row->addWidget(gauge, 1, Qt::AlignTop);
    return row;
}

void HealthPane::addChart(QGridLayout &grid, const QString &name, const QString &title, QList<Line> lines,
                          const QString &unit, std::function<QString(double)> inWords, std::optional<double> least)
{
    auto *chart = new SeriesChart(m_context.theme);
    chart->setObjectName(name + u"Chart"_s);
    chart->setMinimumHeight(Space::S4 * 12);
    auto *unknown = new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::muted,
                                    tr("Not known: the server does not tell."));
    auto *column = new QVBoxLayout;
    column->setSpacing(Space::S1);
    column->addWidget(new ThemedLabel(m_context.theme, TextStyle::Heading, &Colours::text, title));
    column->addWidget(unknown, 0, Qt::AlignTop);
    column->addWidget(chart, 1);
    const auto at = int(m_charts.size());
    grid.addLayout(column, at / 2, at % 2);
    m_charts.append({chart, unknown, std::move(lines), unit, std::move(inWords), least});
}

QLayout *HealthPane::buildCharts()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::S8);
    grid->setVerticalSpacing(Space::S6);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    using R = PerformanceReport;
    const auto count = [](std::optional<qint64> R::*member) -> Figure {
        return [member](const R &r) { return r.*member ? std::optional(double(*(r.*member))) : std::nullopt; };
    };
    const auto real
        = [](std::optional<double> R::*member) -> Figure { return [member](const R &r) { return r.*member; }; };
    const DisplayFormat &format = m_context.format;
    const auto whole = [&format](double value) { return format.integer(qint64(value)); };
    const QString perCent = tr("%1 %", "a percentage");
    const auto percent
        = [&format](double value) { return tr("%1 %", "a percentage").arg(format.locale().toString(value, 'f', 1)); };
    const auto milliseconds
        = [&format](double value) { return tr("%1 ms").arg(format.locale().toString(value, 'f', 1)); };
    addChart(*grid, u"connections"_s, tr("Database connections"),
             {{tr("Active"), count(&R::activeConnections)}, {tr("Idle"), count(&R::idleConnections)}}, {}, whole, 4);
    addChart(*grid, u"cache"_s, tr("Cache hits"),
             {{tr("Pages"), real(&R::cacheHitPercent)},
              {tr("Indexes"), real(&R::indexHitPercent)},
              {tr("Answers"), real(&R::answerCacheHitPercent)}},
             perCent, percent, 100);
    addChart(*grid, u"latency"_s, tr("Time to answer"),
             {{tr("Median"), real(&R::latencyP50Ms)},
              {tr("95 of 100"), real(&R::latencyP95Ms)},
              {tr("99 of 100"), real(&R::latencyP99Ms)}},
             tr("%1 ms"), milliseconds, {});
    addChart(*grid, u"errors"_s, tr("Error rate, memory and processor"),
             {{tr("Errors"), real(&R::errorPercent)},
              {tr("Memory"), real(&R::memoryPercent)},
              {tr("Processor"), real(&R::cpuPercent)}},
             perCent, percent, 10);
    return grid;
}

void HealthPane::buildLayout()
{
    m_tables->setMinimumHeight(Space::S4 * 14);
    m_figures->setHorizontalSpacing(Space::S8);
    m_figures->setVerticalSpacing(Space::S2);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, Space::S3, 0, Space::S6);
    column->setSpacing(Space::S6);
    const auto heading = [this](const QString &text) {
        return new ThemedLabel(m_context.theme, TextStyle::Heading, &Colours::text, text);
    };
    column->addLayout(buildTop());
    column->addWidget(heading(tr("Database")));
    column->addLayout(m_figures);
    column->addLayout(buildCharts());
    column->addWidget(heading(tr("Tables")));
    column->addWidget(m_tables, 1);
    auto *scroll = new QScrollArea;
    fillPageScroll(*scroll, page, u"healthScroll"_s, title());
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(scroll);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *head = makeHead(m_context.theme);
    head->setContentsMargins(Space::S6, Space::S5, Space::S6, 0);
    outer->addLayout(head);
    auto *place = new QVBoxLayout;
    place->setContentsMargins(Space::S6, Space::S2, Space::S6, 0);
    place->addWidget(m_error);
    outer->addLayout(place);
    outer->addLayout(m_stack, 1);
}

void HealthPane::activate()
{
    if (!m_loadedAt.isValid() && !m_loading)
        refresh();
}

void HealthPane::refresh()
{
    if (std::exchange(m_loading, true))
        return;
    whenDone(m_performance.fetch(), this, [this](const Result<PerformanceReport> &answer) {
        m_loading = false;
        m_stack->setCurrentIndex(1);
        if (!answer)
            return m_error->showRead(answer.error(), m_loadedAt.isValid()); // what was read before stays readable
        m_error->clear();
        m_loadedAt = QDateTime::currentDateTimeUtc();
        taken(*answer);
        emit loaded();
    });
}

void HealthPane::taken(const PerformanceReport &report)
{
    m_samples.append(report);
    if (m_samples.size() > MostSamples)
        m_samples.removeFirst();
    showScore(report);
    showGauges(report);
    showFigures(report);
    showTables(report);
    showCharts();
}

QString HealthPane::statusInWords(const QString &status) const
{
    if (status == "excellent"_L1)
        return tr("Excellent");
    if (status == "good"_L1)
        return tr("Good");
    if (status == "fair"_L1 || status == "warning"_L1 || status == "degraded"_L1)
        return tr("Needs a look");
    if (status == "poor"_L1 || status == "critical"_L1 || status == "unhealthy"_L1)
        return tr("Bad");
    return status.isEmpty() ? tr("not known") : status;
}

void HealthPane::showScore(const PerformanceReport &report)
{
    const Tone tone = toneOfScore(report.score);
    m_score->setValue(report.score ? std::optional(double(*report.score)) : std::nullopt,
                      report.score ? m_context.format.integer(*report.score) : QString(), tr("out of 100"), tone);
    m_status->setTag({statusInWords(report.status), tone});
    while (QLayoutItem *item = m_issues->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](const QString &text) {
        auto *line = new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::text, text);
        line->setWordWrap(true);
        m_issues->addWidget(line);
    };
    if (report.issues.isEmpty())
        add(report.score ? tr("Nothing takes points off.") : tr("The server gives no score."));
    for (const HealthIssue &issue : report.issues)
        add(issue.points
                ? tr("−%1: %2", "points taken off, why").arg(m_context.format.integer(*issue.points), issue.text)
                : issue.text);
}

void HealthPane::showGauges(const PerformanceReport &report)
{
    const auto show = [this](Gauge *gauge, std::optional<double> percent, const QString &note, Tone tone) {
        gauge->setValue(percent, percent ? m_context.format.percent(*percent / 100) : QString(), note, tone);
    };
    show(m_pageCache, report.cacheHitPercent, tr("read without the disk"), toneOfHits(report.cacheHitPercent));
    show(m_indexCache, report.indexHitPercent, tr("read without the disk"), toneOfHits(report.indexHitPercent));
    show(m_memory, report.memoryPercent, tr("of the machine"), toneOfLoad(report.memoryPercent));
    show(m_cpu, report.cpuPercent, tr("used by the server"), toneOfLoad(report.cpuPercent));
}

void HealthPane::addFigure(const QString &name, const QString &figure)
{
    const int at = m_figures->count();
    auto *cell = new QWidget;
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new ThemedLabel(m_context.theme, TextStyle::Small, &Colours::muted, name));
    const bool known = !figure.isEmpty();
    auto *value = new ThemedLabel(m_context.theme, known ? TextStyle::Heading : TextStyle::Body,
                                  known ? &Colours::text : &Colours::muted, known ? figure : tr("not known"));
    column->addWidget(value);
    m_figures->addWidget(cell, at / FigureColumns, at % FigureColumns);
}

void HealthPane::showFigures(const PerformanceReport &report)
{
    while (QLayoutItem *item = m_figures->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const DisplayFormat &format = m_context.format;
    const auto whole = [&](std::optional<qint64> value) { return value ? format.integer(*value) : QString(); };
    addFigure(tr("Size"), report.databaseBytes ? format.dataSize(*report.databaseBytes) : report.databaseSize);
    addFigure(tr("Connections at work"), whole(report.activeConnections));
    addFigure(tr("Idle connections"), whole(report.idleConnections));
    addFigure(tr("Waiting for locks"), whole(report.lockWaits));
    addFigure(tr("Longest query"),
              report.longestQuerySeconds ? tr("%1 s").arg(format.locale().toString(*report.longestQuerySeconds, 'f', 2))
                                         : QString());
    addFigure(tr("Requests a second"),
              report.requestsPerSecond ? format.locale().toString(*report.requestsPerSecond, 'f', 1) : QString());
    addFigure(tr("Answers that failed"),
              report.errorPercent
                  ? tr("%1 %", "a percentage").arg(format.locale().toString(*report.errorPercent, 'f', 2))
                  : QString());
    const auto hours = qint64(report.uptimeSeconds.value_or(0)) / 3600;
    addFigure(tr("Running for"),
              !report.uptimeSeconds ? QString()
                  : hours >= 48     ? tr("%n day(s)", nullptr, int(hours / 24))
                  : hours >= 1      ? tr("%n hour(s)", nullptr, int(hours))
                                    : tr("%n minute(s)", nullptr, int(*report.uptimeSeconds / 60)));
}

void HealthPane::showTables(const PerformanceReport &report)
{
    const DisplayFormat &format = m_context.format;
    m_tables->setRowCount(int(report.tables.size()));
    for (int row = 0; row < report.tables.size(); ++row) {
        const TableFigures &table = report.tables.at(row);
        const auto whole
            = [&](std::optional<qint64> value) { return value ? format.integer(*value) : tr("not known"); };
        const QString size = table.bytes ? format.dataSize(*table.bytes)
            : table.size.isEmpty()       ? tr("not known")
                                         : table.size;
        setPlainRow(*m_tables, row, {table.name, size, whole(table.rows), whole(table.deadRows)});
    }
    fitPlainColumns(*m_tables);
}

void HealthPane::showCharts()
{
    for (const Chart &chart : std::as_const(m_charts)) {
        ChartData drawn{.style = ChartStyle::Lines, .least = chart.least, .summed = false, .inWords = chart.inWords};
        if (!chart.unit.isEmpty())
            drawn.onAxis = [unit = chart.unit, locale = m_context.format.locale()](double value) {
                return unit.arg(briefNumber(locale, value));
            };
        for (const PerformanceReport &sample : std::as_const(m_samples)) {
            drawn.buckets << m_context.format.clock(sample.at);
            drawn.times << m_context.format.inZone(sample.at);
            drawn.bucketNames << m_context.format.time(sample.at);
        }
        for (const Line &line : chart.lines) {
            ChartSeries series{.name = line.name, .ink = {int(drawn.series.size())}};
            bool known = false;
            for (const PerformanceReport &sample : std::as_const(m_samples)) {
                series.values << line.value(sample);
                known = known || series.values.constLast();
            }
            if (known)
                drawn.series << series;
        }
        const bool any = !drawn.series.isEmpty();
        chart.widget->setVisible(any);
        chart.unknown->setVisible(!any);
        if (any)
            chart.widget->setData(drawn);
    }
}
