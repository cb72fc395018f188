// SPDX-License-Identifier: GPL-3.0-or-later
// How the Usage pane is put together, and its tiles.
#include "ui/charts/serieschart.h"
#include "ui/charts/usagetable.h"
#include "ui/panes/usagecontrols.h"
#include "ui/panes/usagepane.h"
#include "ui/theme/style.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/exportbar.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/pagescroll.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QMenu>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

void UsagePane::addCommands()
{
    const auto add = [this](const QString &name, const QString &text, const QString &icon, const QKeySequence &shortcut,
                            const QString &explanation, auto slot) {
        QAction *action = addCommand(name, text, m_context.theme.icon(icon));
        action->setShortcut(shortcut);
        action->setToolTip(explanation);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_drillAction = add(u"usageDrillAction"_s, tr("What this consists of"), u"search"_s, Qt::CTRL | Qt::Key_Down,
                        tr("Shows what the selected row consists of (Return)"),
                        [this] { drillRow(m_table->currentIndex().row()); });
    m_backAction = add(u"usageBackAction"_s, tr("Back"), u"undo-2"_s, Qt::ALT | Qt::Key_Left,
                       tr("Back to what was shown before (Alt+Left)"), [this] { goBack(); });
    m_openAction = add(u"usageOpenUsersAction"_s, tr("Show in Users"), u"users"_s, Qt::CTRL | Qt::Key_Return,
                       tr("Opens the users behind the selected row (Ctrl+Return)"),
                       [this] { openBehind(m_table->currentIndex().row()); });
    m_exportActions << add(u"exportAction"_s, tr("Export as CSV…"), u"download"_s, Qt::CTRL | Qt::Key_E,
                           tr("Writes the figures of all keys and days as CSV (Ctrl+E)"), [this] { askPath(u"csv"_s); })
                    << add(u"exportPdfAction"_s, tr("Export the chart as PDF…"), u"download"_s,
                           Qt::CTRL | Qt::SHIFT | Qt::Key_P, tr("Writes the chart for printing (Ctrl+Shift+P)"),
                           [this] { askPath(u"pdf"_s); })
                    << add(u"exportPngAction"_s, tr("Export the chart as PNG…"), u"download"_s,
                           Qt::CTRL | Qt::SHIFT | Qt::Key_G, tr("Writes the chart as a picture (Ctrl+Shift+G)"),
                           [this] { askPath(u"png"_s); });
}

StatTile *UsagePane::addTile(const QString &name, const QString &label)
{
    auto *tile = new StatTile(m_context.theme, label);
    tile->setObjectName(name + u"UsageTile"_s);
    m_tiles.insert(name, tile);
    m_tileOrder << tile;
    m_tileRow->addWidget(tile);
    return tile;
}

QLayout *UsagePane::buildHead()
{
    m_period->setObjectName(u"usagePeriodLabel"_s);
    m_back->setObjectName(u"usageBackButton"_s);
    m_back->setDefaultAction(m_backAction);
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setAccessibleName(m_backAction->text());
    m_exportButton->setObjectName(u"usageExportButton"_s);
    m_exportButton->setText(tr("Export"));
    m_exportButton->setIcon(m_context.theme.icon(u"download"_s));
    m_exportButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_exportButton->setToolTip(tr("Writes the figures or the chart to a file"));
    m_exportButton->setAccessibleName(m_exportButton->text());
    m_exportButton->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_exportButton);
    menu->addActions(m_exportActions);
    m_exportButton->setMenu(menu);
    m_controls->addTrailing(m_back);
    m_controls->addTrailing(m_exportButton);
    auto *head = makeHead(m_context.theme);
    head->addWidget(m_period, 1, Qt::AlignBaseline);
    head->addWidget(m_controls->dates());
    return head;
}

void UsagePane::buildLayout()
{
    for (const UsageMeasure measure :
         {UsageMeasure::Cost, UsageMeasure::Tokens, UsageMeasure::Minutes, UsageMeasure::Calls})
        addTile(QString(toWord(measure)), m_rows.measureName(measure));
    addTile(u"forecast"_s, tr("Forecast"))->setVisible(false);
    addTile(u"quota"_s, tr("Quota used this month"))->setVisible(false);
    m_tileRow->setSpacing(Space::S3);
    m_chart->setObjectName(u"usageChart"_s);
    m_chart->setClickable(true);
    m_table->setObjectName(u"usageTable"_s);
    m_table->setAccessibleName(tr("Figures of the chart"));
    m_splitter->setObjectName(u"usageSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1); // Qt widens what can be grabbed
    const int bar = Style::ScrollBarWidth; // of the table below
    m_splitter->setProperty("overMargin", bar);
    m_chart->setContentsMargins(isRightToLeft() ? bar : 0, 0, isRightToLeft() ? 0 : bar, 0);
    m_splitter->addWidget(m_chart);
    m_splitter->addWidget(m_table);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto *figures = new QWidget;
    auto *inner = new QVBoxLayout(figures);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(Space::S3);
    inner->addLayout(besideScrollBar(m_tileRow));
    inner->addWidget(m_splitter, 1);
    for (QWidget *page : std::initializer_list<QWidget *>{m_skeleton, figures, m_empty})
        m_stack->addWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Space::S5, 0, 0);
    column->setSpacing(Space::S3);
    auto *upper = new QVBoxLayout;
    upper->setContentsMargins(Space::S6, 0, Space::S6, 0);
    upper->setSpacing(Space::S3);
    upper->addLayout(buildHead());
    for (QWidget *part : std::initializer_list<QWidget *>{m_controls, m_filters, m_error, m_exportBar})
        upper->addWidget(part);
    column->addLayout(upper);
    keepScrollBar(*m_table);
    column->addLayout(overMargin(m_stack), 1);
    const QJsonObject state = m_context.state.paneState(Id);
    m_splitter->restoreState(QByteArray::fromBase64(state[u"splitter"_s].toString().toLatin1()));
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { apply(m_view); });
}

void UsagePane::showTiles()
{
    for (const UsageMeasure measure :
         {UsageMeasure::Cost, UsageMeasure::Tokens, UsageMeasure::Minutes, UsageMeasure::Calls})
        showFigure(measure);
    showForecast();
    showQuota();
}

void UsagePane::showFigure(UsageMeasure measure)
{
    const double now = m_report->totals.of(measure);
    // The tile is named after the unit.
    const auto figureOf = [&](const UsageFigures &figures) {
        return measure == UsageMeasure::Cost   ? m_context.format.money(figures.cost)
            : measure == UsageMeasure::Minutes ? m_context.format.minutes(figures.minutes(), figures.minutes())
                                               : m_context.format.integer(qint64(std::llround(figures.of(measure))));
    };
    QString note;
    if (m_view.compare && m_before) {
        const double earlier = m_before->totals.of(measure);
        const auto change = changeOf(now, earlier);
        note = change ? tr("%1 on %2", "+12 % on (the earlier figure)")
                            .arg(m_context.format.change(*change), figureOf(m_before->totals))
                      : tr("nothing before");
    } else if (measure == UsageMeasure::Calls && m_report->flagged.value_or(0) > 0) {
        note = tr("%n event(s) over quota", nullptr, int(*m_report->flagged));
    }
    m_tiles.value(QString(toWord(measure)))->setFigure(figureOf(m_report->totals), note);
}

void UsagePane::showForecast()
{
    StatTile *tile = m_tiles.value(u"forecast"_s);
    const auto forecast = forecastMonth(*m_report, m_view.measure, m_today());
    tile->setVisible(forecast.has_value());
    if (!forecast)
        return;
    tile->setText(
        tr("Forecast for %1", "a month").arg(m_context.format.locale().standaloneMonthName(m_today().month())));
    tile->setFigure(m_view.measure == UsageMeasure::Cost
                        ? m_context.format.money(Money::fromNanos(qint64(std::llround(*forecast * 100)) * 10'000'000))
                        : m_context.format.integer(qint64(std::llround(*forecast))),
                    tr("at the pace of the last 7 days"));
    tile->setToolTip(
        tr("What the month comes to at its end: what was used so far, plus for each day left the average of the "
           "last seven whole days. Today counts with what it has, or with that average if it is more."));
}

void UsagePane::showQuota()
{
    StatTile *tile = m_tiles.value(u"quota"_s);
    tile->setVisible(m_quota.has_value());
    if (!m_quota)
        return;
    const UsageValue value{m_quota->used, m_quota->quota};
    tile->setFigure(m_context.format.percent(value.share()),
                    tr("%1 of %2 tokens", "used of allowed")
                        .arg(m_context.format.integer(value.used), m_context.format.integer(value.limit)),
                    value.tone() == Tone::Accent ? Tone::Neutral : value.tone());
}
