// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/versionspane.h"

#include "models/domain/async.h"
#include "ui/charts/axisdays.h"
#include "ui/charts/latencybars.h"
#include "ui/charts/serieschart.h"
#include "ui/charts/versiontimeline.h"
#include "ui/dialogs/editversionsdialog.h"
#include "ui/dialogs/notifycallersdialog.h"
#include "ui/panes/accesskeyspane.h"
#include "ui/panes/userspane.h"
#include "ui/support/words.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTabWidget>
#include <QTableWidget>

#include <cmath>

using namespace Qt::StringLiterals;

const QString VersionsPane::Id = u"versions"_s;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(VersionsPane)
};

QString callerKind(const VersionCaller &caller)
{
    return caller.type == "access_key"_L1 ? Text::tr("Access key")
        : caller.type == "user"_L1        ? Text::tr("User")
                                          : Text::tr("Many");
}

QString callerName(const VersionCaller &caller)
{
    if (caller.type == "other"_L1)
        return Text::tr("Others, not told apart");
    return caller.label.isEmpty() ? caller.id : caller.label;
}

bool canBeShown(const VersionCaller *caller)
{
    return caller && (caller->type == "access_key"_L1 || caller->type == "user"_L1);
}

QString share(const DisplayFormat &format, std::optional<double> part)
{
    return part ? format.percent(*part, 1) : QString();
}
}

QString idOf(const VersionCaller &caller) { return caller.type + u'/' + caller.id; }

QList<Column<VersionCaller>> versionCallerColumns()
{
    using F = CellFormat;
    using C = VersionCaller;
    return {
        {{u"caller"_s, Text::tr("Who"), {}, F::Text, 28}, [](const C &c) { return callerName(c); }},
        {{u"kind"_s, Text::tr("Signs in as"), {}, F::Text, 11}, [](const C &c) { return callerKind(c); }},
        {{u"organization"_s, Text::tr("Organisation"), {}, F::Text, 20}, [](const C &c) { return c.organizationName; }},
        {{u"requests"_s, Text::tr("Requests"), {}, F::Integer, 10}, [](const C &c) { return c.requests; }},
        {{u"errors"_s, Text::tr("Failed"), {}, F::Integer, 8}, [](const C &c) { return c.errors; }},
        {{u"lastSeen"_s, Text::tr("Last seen"), {}, F::Timestamp, 15}, [](const C &c) { return c.lastSeenAt; }},
        {{u"userAgent"_s, Text::tr("Program"), {}, F::Text, 24}, [](const C &c) { return c.userAgent; }},
    };
}

void VersionsPane::activate()
{
    if (!m_loadedAt.isValid() && m_pending == 0)
        refresh();
}

void VersionsPane::refresh()
{
    if (m_pending > 0)
        return;
    load();
    if (!m_drill->isHidden() && traffic(m_chosen))
        m_callers.refresh();
}

void VersionsPane::load()
{
    m_pending = 2;
    m_failure.reset();
    m_days = m_period->currentData().toInt();
    const QDate today = m_now().date();
    whenDone(m_registry.versions(), this,
             [this](const Result<Tagged<QList<ApiVersion>>> &answer) { takeLives(answer); });
    whenDone(m_registry.report(today.addDays(1 - m_days), today), this,
             [this](const Result<VersionReport> &answer) { takeReport(answer); });
}

void VersionsPane::takeLives(const Result<Tagged<QList<ApiVersion>>> &answer)
{
    if (answer)
        m_lives = answer->value;
    else
        m_failure = answer.error();
    settle();
}

void VersionsPane::takeReport(const Result<VersionReport> &answer)
{
    if (answer)
        m_report = *answer;
    else
        m_failure = answer.error();
    settle();
}

void VersionsPane::settle()
{
    if (--m_pending > 0)
        return;
    if (m_days != m_period->currentData().toInt())
        return load(); // another period was chosen meanwhile
    m_stack->setCurrentIndex(1);
    if (m_failure)
        m_error->showRead(*m_failure, m_loadedAt.isValid()); // what was read before stays readable
    else
        m_error->clear();
    if (!m_failure) {
        m_loadedAt = QDateTime::currentDateTimeUtc();
        emit loaded();
    }
    showAll();
}

void VersionsPane::showAll()
{
    m_timeline->setVersions(m_lives, m_now());
    if (m_report) {
        showTiles();
        showCharts();
        showComparison();
        showRoutes();
    }
    updateActions();
}

const VersionTraffic *VersionsPane::traffic(const QString &version) const
{
    if (!m_report)
        return nullptr;
    const auto at = std::ranges::find(m_report->versions, version, &VersionTraffic::version);
    return at == m_report->versions.end() ? nullptr : &*at;
}

QString VersionsPane::latencyInWords(std::optional<double> ms) const
{
    return ms ? tr("%1 ms").arg(m_context.format.locale().toString(*ms, 'f', *ms < 10 ? 1 : 0)) : tr("not known");
}

void VersionsPane::showTiles()
{
    const DisplayFormat &format = m_context.format;
    qint64 requests = 0;
    qint64 errors = 0;
    qint64 old = 0; // callers of versions that ended or will
    for (const VersionTraffic &one : m_report->versions) {
        requests += one.requests;
        errors += one.errors;
        const auto life = std::ranges::find(m_lives, one.version, &ApiVersion::version);
        if (life != m_lives.end() && life->status != VersionStatus::Supported)
            old += one.callers;
    }
    m_migration->setFigure(m_report->migrationShare ? format.percent(*m_report->migrationShare) : tr("not known"),
                           tr("of the callers use the newest"));
    m_requests->setFigure(format.integer(requests), tr("on all versions"));
    m_callerCount->setFigure(format.integer(old), tr("of deprecated and ended versions"),
                             old > 0 ? Tone::Warning : Tone::Neutral);
    m_errors->setFigure(format.integer(errors),
                        requests > 0 ? tr("%1 of all answers").arg(share(format, double(errors) / double(requests)))
                                     : tr("no requests yet"));
}

void VersionsPane::showCharts()
{
    const QList<QDate> days = [this] {
        QList<QDate> all;
        for (QDate day = m_report->from; day.isValid() && day <= m_report->to; day = day.addDays(1))
            all << day;
        return all;
    }();
    for (const Chart &chart : std::as_const(m_charts)) {
        ChartData drawn{.style = chart.style, .whole = chart.whole, .inWords = chart.inWords};
        drawn.summed = chart.style == ChartStyle::Bars;
        drawn.buckets = axisDays(days, m_context.format);
        for (const QDate &day : days)
            drawn.bucketNames << m_context.format.locale().toString(day, QLocale::LongFormat);
        int index = 0;
        for (const VersionTraffic &one : m_report->versions) {
            ChartSeries series{.name = one.version, .ink = {index++}};
            QMap<QDate, VersionDay> byDay;
            for (const VersionDay &day : one.days)
                byDay.insert(day.date, day);
            for (const QDate &day : days)
                series.values << chart.value(byDay.value(day));
            drawn.series << series;
        }
        chart.widget->setData(drawn);
    }
    QList<LatencyBars::Bar> bars;
    for (const VersionTraffic &one : m_report->versions)
        bars.append({one.version, int(bars.size()), one.latency.p50, one.latency.p95, one.latency.p99});
    m_latency->setBars(bars);
}

void VersionsPane::showComparison()
{
    const DisplayFormat &format = m_context.format;
    qint64 all = 0;
    for (const VersionTraffic &one : m_report->versions)
        all += one.requests;
    const QSignalBlocker quiet(m_comparison);
    m_comparison->setRowCount(int(m_lives.size()));
    for (int row = 0; row < m_lives.size(); ++row) {
        const ApiVersion &life = m_lives.at(row);
        const VersionTraffic *used = traffic(life.version);
        const VersionTraffic none;
        const VersionTraffic &figures = used ? *used : none;
        const QString part = all > 0 ? share(format, double(figures.requests) / double(all)) : QString();
        QStringList cells{life.version,
                          inWords(life.status),
                          format.timestamp(life.sunsetAt),
                          format.integer(figures.requests),
                          part,
                          format.integer(figures.callers),
                          format.integer(figures.errors),
                          share(format, figures.errorShare()),
                          latencyInWords(figures.latency.p50),
                          latencyInWords(figures.latency.p95),
                          latencyInWords(figures.latency.p99)};
        for (QString &cell : cells)
            cell = cell.isEmpty() ? u"–"_s : cell;
        setPlainRow(*m_comparison, row, cells);
    }
    fitPlainColumns(*m_comparison);
    if (const auto at = std::ranges::find(m_lives, m_chosen, &ApiVersion::version); at != m_lives.end())
        m_comparison->selectRow(int(at - m_lives.begin()));
}

void VersionsPane::showVersion(const QString &version)
{
    if (version.isEmpty() || (m_chosen == version && !m_drill->isHidden()))
        return;
    m_chosen = version;
    m_drillTitle->setText(tr("Who calls %1", "a version").arg(version));
    m_drill->setVisible(true);
    m_callersError->clear();
    askCallers();
    showRoutes();
    const auto at = std::ranges::find(m_lives, version, &ApiVersion::version);
    if (at != m_lives.end() && m_comparison->currentRow() != int(at - m_lives.begin())) {
        const QSignalBlocker quiet(m_comparison);
        m_comparison->selectRow(int(at - m_lives.begin()));
    }
    updateActions();
    // Once it has its place in the page.
    QMetaObject::invokeMethod(
        m_scroll, [this] { m_scroll->ensureWidgetVisible(m_drill, 0, 0); }, Qt::QueuedConnection);
}

void VersionsPane::askCallers()
{
    const bool counted = traffic(m_chosen) != nullptr;
    m_noCallers->set(counted ? u"circle-check"_s : u"info"_s, counted ? tr("Nobody calls it") : tr("Not counted"),
                     counted ? tr("In this period no request named this version.")
                             : tr("The server does not count the calls of this version."));
    m_callerStack->setCurrentIndex(counted ? 0 : 1);
    if (!counted)
        return;
    const QDate today = m_now().date();
    m_callers.setQuery({{u"version"_s, m_chosen},
                        {u"start_date"_s, today.addDays(1 - m_period->currentData().toInt()).toString(Qt::ISODate)},
                        {u"end_date"_s, today.toString(Qt::ISODate)}},
                       {});
}

void VersionsPane::clearSelection()
{
    m_chosen.clear();
    m_drill->setVisible(false);
    m_comparison->clearSelection();
    m_comparison->setCurrentCell(-1, -1);
    updateActions();
}

void VersionsPane::showFiltered(const QMap<QString, QString> &filters, const QMap<QString, QString> &)
{
    if (const int at = m_period->findData(filters.value(u"days"_s).toInt()); at >= 0)
        m_period->setCurrentIndex(at);
}

void VersionsPane::showRoutes()
{
    const VersionTraffic *used = traffic(m_chosen);
    const QList<VersionRoute> routes = used ? used->routes : QList<VersionRoute>();
    const DisplayFormat &format = m_context.format;
    m_routes->setRowCount(int(routes.size()));
    for (int row = 0; row < routes.size(); ++row) {
        const VersionRoute &route = routes.at(row);
        const QString path
            = route.route.isEmpty() ? tr("No route answered") : QString(route.method + u' ' + route.route);
        const QStringList cells{path,
                                format.integer(route.requests),
                                format.integer(route.errors),
                                format.integer(route.callers),
                                latencyInWords(route.latency.p50),
                                latencyInWords(route.latency.p95),
                                latencyInWords(route.latency.p99)};
        setPlainRow(*m_routes, row, cells);
    }
    fitPlainColumns(*m_routes);
}

void VersionsPane::updateActions()
{
    const QString reason = m_context.access.whyNoChanges();
    const bool known = !m_lives.isEmpty();
    const auto put = [](QAction *action, QPushButton *button, const QString &why, const QString &explanation) {
        action->setEnabled(why.isEmpty());
        action->setToolTip(why.isEmpty() ? explanation : why);
        if (!button)
            return;
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    const QString unread = known ? QString() : tr("The versions have not been read yet.");
    put(m_editAction, m_editButton, reason.isEmpty() ? unread : reason,
        tr("Deprecate, end or support a version; with a preview (F2)"));
    put(m_notifyAction, m_notifyButton, reason.isEmpty() ? unread : reason,
        tr("Write to everybody who calls a version (Ctrl+Shift+M)"));
    const bool selected = !m_drill->isHidden() && canBeShown(m_callers.rowById(m_callerTable->selectedIds().value(0)));
    put(m_openAction, m_openCaller, selected ? QString() : tr("Select a caller first."),
        tr("Opens this user or the access keys of its organisation (Ctrl+Return)"));
}

void VersionsPane::edit()
{
    auto *dialog = new EditVersionsDialog(m_context, m_registry, m_lives, m_now(), this);
    connect(dialog, &EditVersionsDialog::saved, this, [this](const QList<ApiVersion> &saved) {
        m_lives = saved;
        showAll();
        emit noticed({tr("The lifecycle is saved and holds from the next request on."), Tone::Good});
    });
    dialog->open();
}

void VersionsPane::notifyCallers()
{
    auto *dialog = new NotifyCallersDialog(m_context, m_registry, m_lives, m_chosen, this);
    connect(dialog, &NotifyCallersDialog::notified, this, [this](const QString &version, qint64 recipients) {
        emit noticed({recipients > 0
                          ? tr("A mail about %1 goes to %n recipient(s).", nullptr, int(recipients)).arg(version)
                          : tr("No mail was sent: nobody calls %1, or whoever does wants no notices.").arg(version),
                      recipients > 0 ? Tone::Good : Tone::Neutral});
    });
    dialog->open();
}

void VersionsPane::openCaller()
{
    const VersionCaller *caller = m_callers.rowById(m_callerTable->selectedIds().value(0));
    if (!canBeShown(caller))
        return;
    if (caller->type == "access_key"_L1)
        emit openPaneRequested(AccessKeysPane::Id, {{u"organization_id"_s, caller->organizationId}},
                               {{u"organization_id"_s, caller->organizationName}});
    else
        emit openPaneRequested(UsersPane::Id, {{u"search"_s, caller->label}}, {});
}
