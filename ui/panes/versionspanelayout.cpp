// SPDX-License-Identifier: GPL-3.0-or-later
// How the API versions pane is put together.
#include "ui/charts/latencybars.h"
#include "ui/charts/serieschart.h"
#include "ui/charts/versiontimeline.h"
#include "ui/panes/versionspane.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/pagescroll.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTabWidget>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace
{
constexpr int StandardDays = 30;
}

VersionsPane::VersionsPane(const Context &context, VersionRegistry &registry, PagedTableModel<VersionCaller> &callers,
                           std::function<QDateTime()> now, QWidget *parent)
    : Pane(Id, tr("API versions"), u"milestone"_s, parent)
    , m_context(context)
    , m_registry(registry)
    , m_callers(callers)
    , m_now(std::move(now))
    , m_error(new ErrorBanner(context.theme))
    , m_callersError(new ErrorBanner(context.theme))
    , m_period(new QComboBox)
    , m_editButton(new QPushButton)
    , m_notifyButton(new QPushButton)
    , m_timeline(new VersionTimeline(context))
    , m_latency(new LatencyBars(context))
    , m_drillTitle(new ThemedLabel(context.theme, TextStyle::Heading, &Colours::text))
    , m_tabs(new QTabWidget)
    , m_callerTable(new RowTable(context.theme, context.format, callers))
    , m_noCallers(new EmptyState(context.theme))
    , m_callerStack(new QStackedLayout)
    , m_openCaller(new QPushButton)
    , m_skeleton(new Skeleton(context.theme))
    , m_scroll(new QScrollArea)
    , m_stack(new QStackedLayout)
{
    addCommands();
    buildLayout();
    connect(m_error, &ErrorBanner::retryRequested, this, &VersionsPane::refresh);
    connect(m_callersError, &ErrorBanner::retryRequested, &m_callers, &PagedTableModelBase::retry);
    connect(&m_callers, &PagedTableModelBase::loadFailed, this,
            [this](const Error &error) { m_callersError->showRead(error, m_callers.rowCount() > 0); });
    connect(&m_callers, &PagedTableModelBase::loaded, this, [this] {
        m_callersError->clear();
        m_callerStack->setCurrentIndex(m_callers.rowCount() > 0 ? 0 : 1);
    });
    connect(m_callerTable, &RowTable::selectedIdsChanged, this, &VersionsPane::updateActions);
    connect(m_callerTable, &QAbstractItemView::activated, this, &VersionsPane::openCaller);
    connect(m_comparison, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (row >= 0 && row < m_lives.size())
            showVersion(m_lives.at(row).version);
    });
    connect(m_timeline, &VersionTimeline::chosen, this, &VersionsPane::showVersion);
    connect(m_period, &QComboBox::currentIndexChanged, this, [this] {
        m_chosen.clear(); // of the other period
        m_drill->setVisible(false);
        refresh();
    });
    connect(&context.access, &Access::changed, this, &VersionsPane::updateActions);
    connect(&context.format, &DisplayFormat::changed, this, &VersionsPane::showAll);
    updateActions();
}

void VersionsPane::addCommands()
{
    const auto add = [this](const QString &name, const QString &text, const QString &icon, const QKeySequence &shortcut,
                            auto slot) {
        QAction *action = addCommand(name, text, m_context.theme.icon(icon));
        action->setShortcut(shortcut);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_editAction
        = add(u"editVersionsAction"_s, tr("Edit the lifecycle…"), u"pencil"_s, Qt::Key_F2, &VersionsPane::edit);
    m_notifyAction = add(u"notifyCallersAction"_s, tr("Notify callers…"), u"mail"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_M,
                         &VersionsPane::notifyCallers);
    m_openAction = add(u"openCallerAction"_s, tr("Show this caller"), u"users"_s, Qt::CTRL | Qt::Key_Return,
                       &VersionsPane::openCaller);
}

StatTile *VersionsPane::addTile(QLayout &row, const QString &name, const QString &label)
{
    auto *tile = new StatTile(m_context.theme, label);
    tile->setObjectName(name + u"VersionTile"_s);
    row.addWidget(tile);
    return tile;
}

QLayout *VersionsPane::buildHead()
{
    m_period->setObjectName(u"versionPeriodCombo"_s);
    m_period->setAccessibleName(tr("Period"));
    m_period->setToolTip(tr("How far back the figures go; days are days in UTC"));
    m_period->addItem(tr("Today"), 1);
    for (const int days : {7, StandardDays, 90})
        m_period->addItem(tr("Last %n days", nullptr, days), days);
    m_period->setCurrentIndex(m_period->findData(StandardDays));
    const auto follow = [](QPushButton *button, QAction *action, const QString &name) {
        button->setObjectName(name);
        button->setText(action->text());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
    };
    follow(m_editButton, m_editAction, u"editVersionsButton"_s);
    follow(m_notifyButton, m_notifyAction, u"notifyCallersButton"_s);
    follow(m_openCaller, m_openAction, u"openCallerButton"_s);
    m_editButton->setProperty("rank", u"primary"_s);
    auto *head = makeHead(m_context.theme);
    head->setContentsMargins(Space::S6, Space::S5, Space::S6, 0);
    head->setSpacing(Space::S2);
    head->addStretch();
    head->addWidget(m_period);
    head->addWidget(m_notifyButton);
    head->addWidget(m_editButton);
    return head;
}

SeriesChart *VersionsPane::addChart(const QString &name, ChartStyle style,
                                    std::function<std::optional<double>(const VersionDay &)> value,
                                    std::function<QString(double)> inWords, bool whole)
{
    auto *chart = new SeriesChart(m_context.theme);
    chart->setObjectName(name + u"VersionChart"_s);
    chart->setMinimumHeight(Space::S4 * 12);
    m_charts.append({chart, style, std::move(value), std::move(inWords), whole});
    return chart;
}

QLayout *VersionsPane::buildCharts()
{
    const DisplayFormat &format = m_context.format;
    const auto whole = [&format](double value) { return format.integer(qint64(value)); };
    const auto percent
        = [&format](double value) { return tr("%1 %", "a percentage").arg(format.locale().toString(value, 'f', 2)); };
    auto *requests = addChart(
        u"requests"_s, ChartStyle::Bars, [](const VersionDay &day) { return std::optional(double(day.requests)); },
        whole, true);
    auto *callers = addChart(
        u"callers"_s, ChartStyle::Lines, [](const VersionDay &day) { return std::optional(double(day.callers)); },
        whole, true);
    auto *errors = addChart(
        u"errors"_s, ChartStyle::Lines,
        [](const VersionDay &day) {
            return day.requests > 0 ? std::optional(100.0 * double(day.errors) / double(day.requests)) : std::nullopt;
        },
        percent, false);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::S8);
    grid->setVerticalSpacing(Space::S5);
    int at = 0;
    const auto put = [&](const QString &heading, QWidget *chart, int stretch) {
        auto *column = new QVBoxLayout;
        column->setSpacing(Space::S2);
        column->addWidget(new ThemedLabel(m_context.theme, TextStyle::Heading, &Colours::text, heading));
        column->addWidget(chart, stretch);
        if (stretch == 0)
            column->addStretch();
        grid->addLayout(column, at / 2, at % 2);
        grid->setColumnStretch(at++ % 2, 1);
    };
    put(tr("Requests a day"), requests, 1);
    put(tr("Callers a day"), callers, 1);
    put(tr("Answers that failed, per cent"), errors, 1);
    put(tr("Time to answer, milliseconds"), m_latency, 0);
    return grid;
}

QWidget *VersionsPane::buildDrill()
{
    m_routes = makePlainTable(
        u"versionRouteTable"_s, tr("Routes of the version"),
        {tr("Route"), tr("Requests"), tr("Failed"), tr("Callers"), tr("Median"), tr("95 of 100"), tr("99 of 100")}, 1);
    m_callerTable->setObjectName(u"versionCallerTable"_s);
    m_callerTable->setAccessibleName(tr("Who calls the version"));
    m_callerTable->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *callers = new QWidget;
    auto *inner = new QVBoxLayout(callers);
    inner->setContentsMargins(0, Space::S2, 0, 0);
    inner->addWidget(m_callersError);
    inner->addLayout(m_callerStack, 1);
    m_callerStack->addWidget(m_callerTable);
    m_callerStack->addWidget(m_noCallers);
    m_tabs->setObjectName(u"versionTabs"_s);
    m_tabs->setAccessibleName(tr("What is known of the version"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(callers, tr("Callers"));
    m_tabs->addTab(m_routes, tr("Routes"));
    m_tabs->setMinimumHeight(Space::S4 * 22);
    auto *drill = new QWidget;
    auto *column = new QVBoxLayout(drill);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::S2);
    auto *head = new QHBoxLayout;
    head->addWidget(m_drillTitle, 1);
    head->addWidget(m_openCaller);
    column->addLayout(head);
    column->addWidget(m_tabs, 1);
    drill->setVisible(false);
    return drill;
}

void VersionsPane::buildLayout()
{
    auto *head = buildHead();
    m_timeline->setObjectName(u"versionTimeline"_s);
    m_comparison = makePlainTable(u"versionComparisonTable"_s, tr("The versions compared"),
                                  {tr("Version"), tr("State"), tr("Ends"), tr("Requests"), tr("Share"), tr("Callers"),
                                   tr("Failed"), tr("Failed, share"), tr("Median"), tr("95 of 100"), tr("99 of 100")},
                                  3);
    m_comparison->setFixedHeight(Space::S4 * 10);
    m_drill = buildDrill();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, Space::S3, 0, Space::S6);
    column->setSpacing(Space::S4);
    const auto heading = [this](const QString &text) {
        return new ThemedLabel(m_context.theme, TextStyle::Heading, &Colours::text, text);
    };
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(Space::S3);
    m_migration = addTile(*tiles, u"migration"_s, tr("Moved"));
    m_callerCount = addTile(*tiles, u"callers"_s, tr("Callers"));
    m_requests = addTile(*tiles, u"requests"_s, tr("Requests"));
    m_errors = addTile(*tiles, u"errors"_s, tr("Answers that failed"));
    column->addLayout(tiles);
    column->addWidget(heading(tr("Lives of the versions")));
    column->addWidget(m_timeline);
    column->addLayout(buildCharts());
    column->addWidget(heading(tr("Compared")));
    auto *hint = new ThemedLabel(m_context.theme, TextStyle::Small, &Colours::muted,
                                 tr("Select a version to see who calls it, and which routes."));
    column->addWidget(hint);
    column->addWidget(m_comparison);
    column->addWidget(m_drill);
    column->addStretch();
    fillPageScroll(*m_scroll, page, u"versionsScroll"_s, title());
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(m_scroll);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addLayout(head);
    auto *place = new QVBoxLayout;
    place->setContentsMargins(Space::S6, Space::S2, Space::S6, 0);
    place->addWidget(m_error);
    outer->addLayout(place);
    outer->addLayout(m_stack, 1);
}
