// SPDX-License-Identifier: GPL-3.0-or-later
// Scrolls the users table over 1 000 000 invented rows without a display and prints one JSON line: frames a second, the
// slowest frames, the rows held and the growth of memory. Usage: bench_scroll [ROWS]
#include "models/domain/async.h"
#include "models/items/displayformat.h"
#include "models/items/pagedtablemodel.h"
#include "ui/panes/userdeclaration.h"
#include "ui/theme/theme.h"
#include "ui/widgets/rowtable.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
constexpr int Frames = 3000;

class InventedUsers : public PageSource<User>
{
public:
    explicit InventedUsers(qint64 rows)
        : m_rows(rows)
    {
    }
    QFuture<Result<Page<User>>> fetch(const PageQuery &query) override
    {
        Page<User> page;
        qint64 next = query.cursor.toLongLong();
        for (; next < m_rows && page.items.size() < query.limit; ++next) {
            User user;
            user.id = u"user_"_s + QString::number(next);
            user.email = u"person%1@example.com"_s.arg(next);
            user.firstName = u"Person"_s;
            user.lastName = QString::number(next);
            user.organizationName = u"Organisation %1"_s.arg(next % 1000);
            user.tier = Tier(next % 3);
            user.limits = defaultLimits(user.tier);
            user.usedTokens = next % user.limits.monthlyTokenQuota;
            user.lastLoginAt = QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC).addSecs(next);
            page.items.append(user);
        }
        if (next < m_rows)
            page.next = QString::number(next);
        return readyFuture(Result<Page<User>>(page));
    }

private:
    qint64 m_rows;
};

double residentMib()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0; // not this system
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}
}

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const qint64 rows = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    Theme theme(application.font());
    theme.install(application);
    DisplayFormat format;
    InventedUsers source(rows);
    PagedTableModel<User> model(
        source, userColumns(), [](const User &user) { return user.id; }, format);
    RowTable table(theme, format, model);
    table.resize(1040, 640);
    table.show();
    model.reload();

    const auto scroll = [&](int to) {
        table.verticalScrollBar()->setValue(to);
        application.processEvents();
        table.viewport()->repaint();
    };
    while (model.rowCount() < 10'000 && !model.isAtEnd())
        scroll(table.verticalScrollBar()->maximum());
    const double before = residentMib();
    QElapsedTimer load;
    load.start();
    while (!model.isAtEnd()) { // to the end, a page at a time
        model.fetchMore({});
        application.processEvents();
    }
    const double loadSeconds = double(load.elapsed()) / 1000;
    QList<double> frames;
    QElapsedTimer all;
    all.start();
    for (int i = 0; i < Frames; ++i) { // back to the top in even steps, then over the top rows by pixels
        const int most = table.verticalScrollBar()->maximum();
        const int half = Frames / 2;
        QElapsedTimer one;
        one.start();
        scroll(i < half ? int(qint64(most) * (half - i) / half) : (i - half) * 7);
        frames << double(one.nsecsElapsed()) / 1e6;
    }
    const double seconds = double(all.elapsed()) / 1000;
    std::ranges::sort(frames);
    const QJsonObject line{{u"bench"_s, u"scroll"_s},
                           {u"rows"_s, model.rowCount()},
                           {u"frames_per_second"_s, Frames / seconds},
                           {u"frame_ms_p50"_s, frames.at(Frames / 2)},
                           {u"frame_ms_p99"_s, frames.at(Frames * 99 / 100)},
                           {u"rows_held"_s, model.residentRows()},
                           {u"load_to_end_s"_s, loadSeconds},
                           {u"memory_growth_mib"_s, residentMib() - before}};
    QTextStream(stdout) << QJsonDocument(line).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}
