// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a year of 20 series as stacked bars and as lines without a display while the pointer runs over it, and prints
// one JSON line: the time of a frame and of a change of data. Usage: bench_chart [FRAMES]
#include "ui/charts/serieschart.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QGraphicsView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QTextStream>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace
{
constexpr int Days = 366;
constexpr int Series = 20;

ChartData year(ChartStyle style)
{
    ChartData chart{.style = style};
    const QDate first(2026, 1, 1);
    for (int day = 0; day < Days; ++day) {
        chart.buckets << first.addDays(day).toString(u"d MMM"_s);
        chart.bucketNames << first.addDays(day).toString(Qt::ISODate);
    }
    for (int i = 0; i < Series; ++i) {
        ChartSeries series{.name = u"Organisation %1"_s.arg(i), .ink = {i, i == Series - 1}};
        for (int day = 0; day < Days; ++day)
            series.values << 100 + 60 * std::sin(day / 9.0 + i) + day * 0.1;
        chart.series << series;
    }
    return chart;
}

struct Times {
    double change = 0; // ms
    QList<double> frames; // ms
};

Times measure(QApplication &application, SeriesChart &chart, ChartStyle style, int frames)
{
    Times times;
    QElapsedTimer clock;
    clock.start();
    chart.setData(year(style));
    application.processEvents();
    times.change = double(clock.nsecsElapsed()) / 1e6;
    auto *viewport = chart.findChild<QGraphicsView *>()->viewport();
    for (int i = 0; i < frames; ++i) {
        const QPointF at(viewport->width() * (0.1 + 0.8 * i / frames), viewport->height() * 0.5);
        clock.restart();
        QMouseEvent move(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, {}, {});
        QCoreApplication::sendEvent(viewport, &move);
        application.processEvents(); // the paint is among them, and now and then a tip
        times.frames << double(clock.nsecsElapsed()) / 1e6;
    }
    std::ranges::sort(times.frames);
    return times;
}
}

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int frames = std::clamp(argc > 1 ? QByteArray(argv[1]).toInt() : 300, 20, 10'000);
    Theme theme(application.font());
    theme.install(application);
    SeriesChart chart(theme);
    chart.resize(1600, 420);
    chart.show();
    application.processEvents();
    const Times bars = measure(application, chart, ChartStyle::Bars, frames);
    const Times lines = measure(application, chart, ChartStyle::Lines, frames);
    const QJsonObject line{{u"bench"_s, u"chart"_s},
                           {u"days"_s, Days},
                           {u"series"_s, Series},
                           {u"frames"_s, frames},
                           {u"bars_change_ms"_s, bars.change},
                           {u"bars_frame_ms_p50"_s, bars.frames.at(frames / 2)},
                           {u"bars_frame_ms_p99"_s, bars.frames.at(frames * 99 / 100)},
                           {u"lines_change_ms"_s, lines.change},
                           {u"lines_frame_ms_p50"_s, lines.frames.at(frames / 2)},
                           {u"lines_frame_ms_p99"_s, lines.frames.at(frames * 99 / 100)}};
    QTextStream(stdout) << QJsonDocument(line).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}
