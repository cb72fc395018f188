// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/versiontimeline.h"

#include "ui/support/words.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace
{
constexpr int BarHeight = 28;
constexpr int RowHeight = BarHeight + Space::S3;
constexpr int MonthsAround = 6; // at least, before and after today
constexpr std::array MonthsBetweenLabels{1, 2, 3, 6, 12};
constexpr int LeastTick = 3; // pixels of a brown-out, however short
constexpr double Clear = 3; // pixels between words and lines across

QDateTime monthStart(const QDateTime &time)
{
    return {QDate(time.date().year(), time.date().month(), 1), QTime(0, 0), Qt::UTC};
}
}

VersionTimeline::VersionTimeline(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Lives of the API's versions"));
    connect(&context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void VersionTimeline::setVersions(const QList<ApiVersion> &versions, const QDateTime &now)
{
    m_versions = versions;
    m_now = now;
    takeRange();
    QStringList stories;
    for (const ApiVersion &version : versions)
        stories << storyOf(version);
    setAccessibleDescription(stories.join(u' '));
    setCursor(versions.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    updateGeometry();
    update();
}

void VersionTimeline::takeRange()
{
    m_from = m_now.addMonths(-MonthsAround);
    m_to = m_now.addMonths(MonthsAround);
    for (const ApiVersion &version : std::as_const(m_versions)) {
        for (const QDateTime &time : {version.deprecatedAt, version.sunsetAt}) {
            if (!time.isValid())
                continue;
            m_from = std::min(m_from, time.addMonths(-2)); // room for what was before
            m_to = std::max(m_to, time.addMonths(2));
        }
    }
    m_from = monthStart(m_from.toUTC());
    m_to = monthStart(m_to.toUTC().addMonths(1));
}

QList<VersionTimeline::Span> VersionTimeline::spansOf(const ApiVersion &version) const
{
    QList<Span> spans;
    const auto add = [&spans](Phase phase, const QDateTime &from, const QDateTime &to) {
        if (from < to)
            spans.append({phase, from, to});
    };
    const QDateTime ends = version.sunsetAt.isValid() ? version.sunsetAt : m_to;
    const QDateTime ages = version.deprecatedAt.isValid() ? std::min(version.deprecatedAt, ends) : ends;
    add(Phase::Supported, m_from, ages);
    add(Phase::Deprecated, std::max(ages, m_from), ends);
    add(version.serveAfterSunset ? Phase::Served : Phase::Refused, std::max(ends, m_from), m_to);
    return spans;
}

int VersionTimeline::nameWidth() const
{
    const QFontMetrics strong(m_context.theme.font(TextStyle::Strong));
    const QFontMetrics small(m_context.theme.font(TextStyle::Small));
    int widest = 0;
    for (const ApiVersion &version : m_versions)
        widest = std::max(
            {widest, strong.horizontalAdvance(version.version), small.horizontalAdvance(::inWords(version.status))});
    return widest + Space::S4;
}

double VersionTimeline::xOf(const QDateTime &time) const
{
    const double share = double(m_from.msecsTo(time)) / double(std::max<qint64>(1, m_from.msecsTo(m_to)));
    return nameWidth() + std::clamp(share, 0.0, 1.0) * (width() - nameWidth() - 1);
}

QRectF VersionTimeline::barOf(int row) const
{
    const int top = QFontMetrics(m_context.theme.font(TextStyle::Small)).height() + Space::S1;
    return QRectF(nameWidth(), top + row * RowHeight, width() - nameWidth(), BarHeight);
}

int VersionTimeline::rowAt(const QPointF &at) const
{
    for (int row = 0; row < m_versions.size(); ++row) {
        const QRectF bar = barOf(row);
        if (at.y() >= bar.top() && at.y() <= bar.bottom())
            return row;
    }
    return -1;
}

QSize VersionTimeline::sizeHint() const
{
    const int line = QFontMetrics(m_context.theme.font(TextStyle::Small)).height() + Space::S1;
    return {Space::S4 * 40, 2 * line + std::max(1, int(m_versions.size())) * RowHeight};
}

QSize VersionTimeline::minimumSizeHint() const { return {Space::S4 * 20, sizeHint().height()}; }

QString VersionTimeline::inWords(Phase phase) const
{
    switch (phase) {
    case Phase::Supported:
        return tr("Supported");
    case Phase::Deprecated:
        return tr("Deprecated");
    case Phase::Served:
        return tr("Ended, still answers");
    case Phase::Refused:
        return tr("Ended, refused");
    }
    return {};
}

QString VersionTimeline::inShort(Phase phase) const
{
    switch (phase) {
    case Phase::Supported:
        return {}; // its colour says it
    case Phase::Deprecated:
        return tr("Ageing", "deprecated, where there is little room");
    case Phase::Served:
    case Phase::Refused:
        return tr("Ended");
    }
    return {};
}

QString VersionTimeline::storyOf(const ApiVersion &version) const
{
    const DisplayFormat &format = m_context.format;
    QStringList parts{tr("%1: %2.", "version: status").arg(version.version, ::inWords(version.status))};
    if (version.deprecatedAt.isValid())
        parts << tr("Deprecated from %1.").arg(format.timestamp(version.deprecatedAt));
    if (version.sunsetAt.isValid())
        parts << (version.serveAfterSunset ? tr("Ends %1, and is answered all the same.")
                                           : tr("Ends %1, and is refused from then on."))
                     .arg(format.timestamp(version.sunsetAt));
    if (!version.successor.isEmpty())
        parts << tr("Its successor is %1.").arg(version.successor);
    for (const Brownout &one : version.brownouts)
        parts << tr("Brown-out from %1 to %2.").arg(format.timestamp(one.from), format.timestamp(one.to));
    return parts.join(u' ');
}

Tone VersionTimeline::toneOf(Phase phase)
{
    return phase == Phase::Supported ? Tone::Good : phase == Phase::Refused ? Tone::Bad : Tone::Warning;
}

void VersionTimeline::paintSpan(QPainter &painter, const QRectF &rect, Phase phase) const
{
    const Colours &c = m_context.theme.colours();
    const Tone tone = toneOf(phase);
    painter.fillRect(rect, c.softOf(tone));
    QColor hatch = c.of(tone);
    hatch.setAlphaF(0.35F);
    if (phase == Phase::Deprecated)
        painter.fillRect(rect, QBrush(hatch, Qt::BDiagPattern));
    else if (phase == Phase::Served)
        painter.fillRect(rect, QBrush(hatch, Qt::Dense6Pattern));
    else if (phase == Phase::Refused)
        painter.fillRect(rect, QBrush(hatch, Qt::DiagCrossPattern));
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 3, rect.width(), 3), c.of(tone));
}

// The stretches of a bar that neither today's line nor a brown-out crosses, from left to right.
QList<QPair<double, double>> VersionTimeline::freeOf(const QRectF &rect, const QList<Brownout> &brownouts) const
{
    QList<QPair<double, double>> taken{{xOf(m_now) - 1, xOf(m_now) + 1}};
    for (const Brownout &one : brownouts)
        taken.append({xOf(one.from), std::max(xOf(one.from) + LeastTick, xOf(one.to))});
    std::ranges::sort(taken);
    QList<QPair<double, double>> open;
    double from = rect.left();
    for (const auto &[left, right] : std::as_const(taken)) {
        if (right < rect.left() || left > rect.right())
            continue;
        open.append({from, left - Clear});
        from = std::max(from, right + Clear);
    }
    open.append({from, rect.right()});
    return open;
}

void VersionTimeline::paintWords(QPainter &painter, const QRectF &rect, Phase phase,
                                 const QList<Brownout> &brownouts) const
{
    const Colours &c = m_context.theme.colours();
    painter.setFont(m_context.theme.font(TextStyle::Small));
    const QFontMetrics metrics(painter.font());
    const auto open = freeOf(rect, brownouts);
    for (const QString &words : {inWords(phase), inShort(phase)}) {
        if (words.isEmpty())
            continue;
        const int length = metrics.horizontalAdvance(words) + Space::S1;
        const auto place
            = std::ranges::find_if(open, [length](const auto &one) { return one.second - one.first >= length; });
        if (place == open.end())
            continue;
        const double spare = place->second - place->first - length;
        const QRectF ground(place->first + std::min<double>(spare / 2, Space::S1), rect.top() + 4, length,
                            rect.height() - 11);
        painter.fillRect(ground, c.softOf(toneOf(phase))); // the words stand on plain ground
        painter.setPen(c.text);
        return painter.drawText(ground, Qt::AlignCenter, words);
    }
}

void VersionTimeline::paintRow(QPainter &painter, int row) const
{
    const Colours &c = m_context.theme.colours();
    const ApiVersion &version = m_versions.at(row);
    const QRectF bar = barOf(row);
    const QRectF name(0, bar.top(), nameWidth() - Space::S3, bar.height() / 2);
    painter.setFont(m_context.theme.font(TextStyle::Strong));
    painter.setPen(c.text);
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter, version.version);
    painter.setFont(m_context.theme.font(TextStyle::Small));
    painter.setPen(c.muted);
    painter.drawText(name.translated(0, name.height()), Qt::AlignLeft | Qt::AlignVCenter, ::inWords(version.status));
    painter.save();
    QPainterPath rounded;
    rounded.addRoundedRect(bar, Radius::Small, Radius::Small);
    painter.setClipPath(rounded);
    for (const Span &span : spansOf(version)) {
        const double left = xOf(span.from);
        const QRectF rect(left, bar.top(), xOf(span.to) - left, bar.height());
        paintSpan(painter, rect, span.phase);
        paintWords(painter, rect, span.phase, version.brownouts);
    }
    for (const Brownout &one : version.brownouts) {
        if (one.to < m_from || one.from > m_to)
            continue;
        const double left = xOf(one.from);
        painter.fillRect(QRectF(left, bar.top(), std::max<double>(LeastTick, xOf(one.to) - left), bar.height()), c.bad);
    }
    painter.restore();
}

void VersionTimeline::paintAxis(QPainter &painter) const
{
    const Colours &c = m_context.theme.colours();
    painter.setFont(m_context.theme.font(TextStyle::Small));
    const QFontMetrics metrics(painter.font());
    const double top = barOf(int(m_versions.size())).top() - Space::S3 + Space::S1;
    const QLocale &locale = m_context.format.locale();
    const QString widest = u"MMM yyyy"_s;
    const double room = metrics.horizontalAdvance(locale.toString(m_from.date(), widest)) + Space::S4;
    const auto months = std::ranges::find_if(MonthsBetweenLabels,
                                             [&](int n) { return xOf(m_from.addMonths(n)) - xOf(m_from) >= room; });
    const int step = months == std::end(MonthsBetweenLabels) ? MonthsBetweenLabels.back() : *months;
    int year = 0; // of the label before
    for (QDateTime month = m_from; month < m_to; month = month.addMonths(1)) {
        if ((month.date().month() - 1) % step != 0)
            continue;
        const double x = xOf(month);
        const QString label = locale.toString(month.date(), month.date().year() != year ? widest : u"MMM"_s);
        if (x + metrics.horizontalAdvance(label) > width())
            continue;
        painter.setPen(c.border);
        painter.drawLine(QPointF(x, top), QPointF(x, top + Space::S1));
        painter.setPen(c.muted);
        painter.drawText(QPointF(x, top + Space::S1 + metrics.ascent()), label);
        year = month.date().year();
    }
}

void VersionTimeline::paintToday(QPainter &painter) const
{
    const Colours &c = m_context.theme.colours();
    painter.setFont(m_context.theme.font(TextStyle::Small));
    const QFontMetrics metrics(painter.font());
    const double x = xOf(m_now);
    const QString label = tr("Today");
    const int length = metrics.horizontalAdvance(label);
    painter.setPen(QPen(c.accent, 2));
    painter.drawLine(QPointF(x, metrics.height()), QPointF(x, barOf(int(m_versions.size()) - 1).bottom() + Space::S1));
    painter.setPen(c.accentText);
    painter.drawText(QPointF(std::clamp(x - length / 2.0, 0.0, double(width() - length)), metrics.ascent()), label);
}

void VersionTimeline::paintEvent(QPaintEvent *)
{
    if (m_versions.isEmpty())
        return;
    QPainter painter(this);
    for (int row = 0; row < m_versions.size(); ++row)
        paintRow(painter, row);
    paintAxis(painter);
    paintToday(painter);
}

void VersionTimeline::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position());
    if (event->button() == Qt::LeftButton && row >= 0)
        emit chosen(m_versions.at(row).version);
}

bool VersionTimeline::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->pos());
    if (row >= 0)
        QToolTip::showText(help->globalPos(), storyOf(m_versions.at(row)), this);
    else
        QToolTip::hideText();
    return true;
}
