// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/overviewpane.h"

#include "models/domain/async.h"
#include "ui/charts/daychart.h"
#include "ui/panes/healthpane.h"
#include "ui/panes/organizationspane.h"
#include "ui/panes/usagepane.h"
#include "ui/panes/userspane.h"
#include "ui/panes/versionspane.h"
#include "ui/support/words.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/pagescroll.h"
#include "ui/widgets/sharebar.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/taglabel.h"
#include "ui/widgets/themedlabel.h"

#include <QGridLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

const QString OverviewPane::Id = u"overview"_s;

namespace
{
constexpr double ManyErrors = 0.05; // callers make mistakes every day
}

OverviewPane::OverviewPane(const Context &context, ValueSource<Overview> &overview, ValueSource<Health> &health,
                           QWidget *parent)
    : Pane(Id, tr("Overview"), u"layout-dashboard"_s, parent)
    , m_context(context)
    , m_overview(overview)
    , m_health(health)
    , m_grid(new QGridLayout)
    , m_error(new ErrorBanner(context.theme))
    , m_chart(new DayChart(context, tr("Sign-ups per day")))
    , m_noChart(new EmptyState(context.theme))
    , m_chartStack(new QStackedLayout)
    , m_tiers(new QVBoxLayout)
    , m_healthRows(new QVBoxLayout)
    , m_stack(new QStackedLayout)
    , m_page(new QWidget)
    , m_skeleton(new Skeleton(context.theme))
{
    const QMap<QString, QString> active{{u"is_active"_s, u"true"_s}};
    addTile(u"users"_s, tr("Users"), UsersPane::Id, {}, tr("Open all users"));
    addTile(u"activeUsers"_s, tr("Active users"), UsersPane::Id, active, tr("Open the active users"));
    addTile(u"organizations"_s, tr("Organisations"), OrganizationsPane::Id, {}, tr("Open all organisations"));
    addTile(u"sessions"_s, tr("Open sessions"), UsersPane::Id, {{u"signed_in"_s, u"true"_s}},
            tr("Open the users who are signed in"));
    addTile(u"calls"_s, tr("Calls today"), u"calls"_s, {}, tr("Open the calls"));
    addTile(u"tokens"_s, tr("Tokens today"), UsagePane::Id, {}, tr("Open the usage"));
    addTile(u"cost"_s, tr("Cost today"), UsagePane::Id, {}, tr("Open the usage"));
    addTile(u"errors"_s, tr("Errors today"), VersionsPane::Id, {{u"days"_s, u"1"_s}},
            tr("Open today's answers, by version and route"));
    addTile(u"agents"_s, tr("Agents"), u"agents"_s, {}, tr("Open all agents"));
    addTile(u"quota"_s, tr("Quota at risk"), UsersPane::Id, {{u"quota_at_risk"_s, u"true"_s}},
            tr("Open the users at 80 % of their quota or more"));
    addTile(u"alerts"_s, tr("Firing alerts"));
    addTile(u"score"_s, tr("Health score"), HealthPane::Id, {}, tr("Open what the score is made of"));
    buildLayout();
    connect(m_error, &ErrorBanner::retryRequested, this, &OverviewPane::refresh);
}

StatTile *OverviewPane::addTile(const QString &name, const QString &label, const QString &pane,
                                const QMap<QString, QString> &filters, const QString &explanation)
{
    auto *tile = new StatTile(m_context.theme, label, m_page); // hidden until there is a figure
    tile->setObjectName(name + u"Tile"_s);
    tile->setOpens(!pane.isEmpty(), explanation);
    m_tiles.insert(name, {tile, pane, filters});
    m_order << name;
    if (!pane.isEmpty())
        connect(tile, &StatTile::clicked, this, [this, pane, filters] { emit openPaneRequested(pane, filters, {}); });
    return tile;
}

void OverviewPane::buildLayout()
{
    const auto heading = [this](const QString &text) {
        return new ThemedLabel(m_context.theme, TextStyle::Heading, &Colours::text, text);
    };
    m_grid->setSpacing(Space::S3);
    arrangeTiles();
    m_noChart->set(u"activity"_s, tr("No figures yet"), tr("The server does not tell sign-ups per day."));
    m_chartStack->addWidget(m_chart);
    m_chartStack->addWidget(m_noChart);
    auto *left = new QVBoxLayout;
    left->setSpacing(Space::S3);
    left->addWidget(heading(tr("Sign-ups per day")));
    left->addLayout(m_chartStack, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(Space::S3);
    right->addWidget(heading(tr("Users per tier")));
    right->addLayout(m_tiers);
    right->addSpacing(Space::S4);
    right->addWidget(heading(tr("Server")));
    right->addLayout(m_healthRows);
    right->addStretch();
    m_tiers->setSpacing(Space::S3);
    m_healthRows->setSpacing(Space::S2);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(Space::S12);
    lower->addLayout(left, 2);
    lower->addLayout(right, 1);

    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, Space::S3, 0, Space::S6);
    column->setSpacing(Space::S6);
    column->addLayout(m_grid);
    column->addLayout(lower, 1);
    auto *scroll = new QScrollArea;
    fillPageScroll(*scroll, m_page, u"overviewScroll"_s, title());
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

void OverviewPane::arrangeTiles()
{
    const int columns = width() >= Space::S4 * 58 ? 6 : width() >= Space::S4 * 40 ? 4 : 2;
    if (std::exchange(m_columns, columns) == columns)
        return;
    int place = 0;
    for (const QString &name : std::as_const(m_order)) {
        StatTile *tile = m_tiles.value(name).widget;
        m_grid->removeWidget(tile);
        if (tile->isHidden())
            continue;
        m_grid->addWidget(tile, place / columns, place % columns);
        ++place;
    }
    for (int i = 0; i < 6; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
}

void OverviewPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    arrangeTiles();
}

void OverviewPane::activate()
{
    if (!m_loadedAt.isValid() && !m_loading)
        refresh();
}

void OverviewPane::refresh()
{
    if (std::exchange(m_loading, true))
        return;
    m_error->clear();
    whenDone(m_overview.fetch(), this, [this](const Result<Overview> &answer) {
        m_loading = false;
        if (!answer)
            return failed(answer.error());
        m_loadedAt = QDateTime::currentDateTimeUtc();
        showOverview(*answer);
        m_stack->setCurrentIndex(1);
        emit loaded();
    });
    whenDone(m_health.fetch(), this, [this](const Result<Health> &answer) {
        if (answer)
            showHealth(*answer);
        else
            failed(answer.error());
    });
}

void OverviewPane::failed(const Error &error)
{
    m_error->showRead(error, m_loadedAt.isValid());
    m_stack->setCurrentIndex(1); // what was read before stays readable
}

void OverviewPane::setCount(const QString &name, const std::optional<qint64> &count, const QString &note, Tone tone)
{
    StatTile *tile = m_tiles.value(name).widget;
    tile->setVisible(count.has_value());
    if (count)
        tile->setFigure(m_context.format.integer(*count), note, tone);
}

void OverviewPane::showOverview(const Overview &o)
{
    const auto worry
        = [](const std::optional<qint64> &count, Tone tone) { return count.value_or(0) > 0 ? tone : Tone::Neutral; };
    const auto ofUsers = [&](const std::optional<qint64> &count) {
        return count && o.users.value_or(0) > 0
            ? tr("%1 of all").arg(m_context.format.percent(double(*count) / double(*o.users)))
            : QString();
    };
    setCount(u"users"_s, o.users);
    setCount(u"activeUsers"_s, o.activeUsers, ofUsers(o.activeUsers));
    setCount(u"organizations"_s, o.organizations);
    setCount(u"agents"_s, o.agents);
    setCount(u"sessions"_s, o.sessions);
    setCount(u"calls"_s, o.callsToday, tr("since 00:00 UTC"));
    setCount(u"tokens"_s, o.tokensToday, tr("since 00:00 UTC"));
    const double failing
        = o.requestsToday.value_or(0) > 0 ? double(o.errorsToday.value_or(0)) / double(*o.requestsToday) : 0.0;
    setCount(u"errors"_s, o.errorsToday,
             o.requestsToday ? tr("of %1 answers").arg(m_context.format.integer(*o.requestsToday)) : QString(),
             failing >= ManyErrors ? Tone::Warning : Tone::Neutral);
    setCount(u"quota"_s, o.usersAtQuotaRisk, tr("at 80 % or more"), worry(o.usersAtQuotaRisk, Tone::Warning));
    setCount(u"alerts"_s, o.firingAlerts, o.firingAlerts.value_or(0) > 0 ? tr("needs a look") : tr("all quiet"),
             worry(o.firingAlerts, Tone::Bad));
    setCount(u"score"_s, o.healthScore ? std::optional<qint64>(*o.healthScore) : std::nullopt, tr("out of 100"),
             o.healthScore.value_or(100) < 70       ? Tone::Bad
                 : o.healthScore.value_or(100) < 90 ? Tone::Warning
                                                    : Tone::Good);
    StatTile *cost = m_tiles.value(u"cost"_s).widget;
    cost->setVisible(o.costToday.has_value());
    if (o.costToday)
        cost->setFigure(m_context.format.money(*o.costToday), tr("since 00:00 UTC"));
    m_columns = 0; // those without a source are gone
    arrangeTiles();
    m_chart->setDays(o.signUpsByDay);
    m_chartStack->setCurrentIndex(o.signUpsByDay.isEmpty() ? 1 : 0);
    showTiers(o);
}

void OverviewPane::showTiers(const Overview &overview)
{
    while (QLayoutItem *item = m_tiers->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    qint64 all = 0;
    for (const qint64 count : overview.usersByTier)
        all += count;
    if (all == 0)
        m_tiers->addWidget(new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::muted, tr("not reported")));
    int series = 0;
    for (auto it = overview.usersByTier.cbegin(); all > 0 && it != overview.usersByTier.cend(); ++it) {
        auto *bar = new ShareBar(m_context.theme, m_context.format, inWords(it.key()), it.value(), all, series++);
        bar->setObjectName(u"tierBar_"_s + QString(toWire(it.key())));
        bar->setToolTip(tr("Open the users of this tier"));
        const QMap<QString, QString> filters{{u"subscription_tier"_s, QString(toWire(it.key()))}};
        connect(bar, &QAbstractButton::clicked, this,
                [this, filters] { emit openPaneRequested(UsersPane::Id, filters, {}); });
        m_tiers->addWidget(bar);
    }
}

QString OverviewPane::serviceInWords(const QString &state) const
{
    if (state == "healthy"_L1)
        return tr("Healthy");
    if (state == "degraded"_L1)
        return tr("Degraded");
    if (state == "unhealthy"_L1)
        return tr("Unhealthy");
    if (state == "not_configured"_L1)
        return tr("Not configured");
    return state;
}

void OverviewPane::showHealth(const Health &health)
{
    while (QLayoutItem *item = m_healthRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](const QString &name, const QString &state) {
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::muted, name), 1);
        const Tone tone = state == "healthy"_L1 ? Tone::Good
            : state == "degraded"_L1            ? Tone::Warning
            : state == "unhealthy"_L1           ? Tone::Bad
                                                : Tone::Neutral;
        line->addWidget(new TagLabel(m_context.theme, {serviceInWords(state), tone}));
        row->setFixedHeight(row->sizeHint().height());
        m_healthRows->addWidget(row);
    };
    add(tr("Status"), health.status);
    for (auto it = health.services.cbegin(); it != health.services.cend(); ++it)
        add(it.key() == "database"_L1 ? tr("Database") : it.key().at(0).toUpper() + it.key().mid(1), it.value());
    const auto addFigure = [this](const QString &name, const QString &figure) {
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::muted, name), 1);
        line->addWidget(new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::text, figure));
        m_healthRows->addWidget(row);
    };
    if (health.memoryPercent)
        addFigure(tr("Memory"), m_context.format.percent(*health.memoryPercent / 100));
    if (health.cpuPercent)
        addFigure(tr("Processor"), m_context.format.percent(*health.cpuPercent / 100));
    if (health.uptimeSeconds) {
        const auto hours = qint64(*health.uptimeSeconds) / 3600;
        addFigure(tr("Running for"),
                  hours >= 48      ? tr("%n day(s)", nullptr, int(hours / 24))
                      : hours >= 1 ? tr("%n hour(s)", nullptr, int(hours))
                                   : tr("%n minute(s)", nullptr, int(*health.uptimeSeconds / 60)));
    }
}
