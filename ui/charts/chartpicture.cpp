// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartpicture.h"

#include "ui/charts/serieschart.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>
#include <QScreen>

namespace
{
constexpr QSize Page(1120, 720); // device-independent pixels; about A4 landscape within its margins
constexpr int PngScale = 2;
constexpr int UsualDpi = 96;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ChartPicture)
};

void draw(QPainter &painter, const ChartData &data, const ChartCaption &caption)
{
    Theme theme(QApplication::font());
    theme.setMode(Theme::Mode::Light);
    const Colours &c = theme.colours();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect({}, Page), c.surface);
    int y = Space::S6;
    const auto write = [&](TextStyle style, const QColor &ink, const QString &text) {
        painter.setFont(theme.font(style));
        painter.setPen(ink);
        const QRect room(Space::S6, y, Page.width() - 2 * Space::S6, Page.height());
        QRect taken;
        painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text, &taken);
        y = taken.bottom() + Space::S2;
    };
    write(TextStyle::Title, c.text, caption.title);
    write(TextStyle::Body, c.muted, caption.subtitle);
    y += Space::S3;
    const QFontMetrics small(theme.font(TextStyle::Small));
    const int notes = int(caption.notes.size()) * (small.height() + Space::S2) + Space::S6;
    SeriesChart chart(theme);
    chart.setAttribute(Qt::WA_DontShowOnScreen);
    chart.resize(Page.width() - 2 * Space::S6, Page.height() - y - notes);
    chart.setData(data);
    chart.show(); // laid out, though on no screen
    for (int turn = 0; turn < 3; ++turn) // the plot, then its labels, then the room they leave
        QCoreApplication::sendPostedEvents();
    chart.render(painter, QRectF(Space::S6, y, chart.width(), chart.height()));
    y = Page.height() - notes + Space::S2;
    for (const QString &note : caption.notes)
        write(TextStyle::Small, c.muted, note);
}

Result<Done> commit(QSaveFile &file, bool written)
{
    if (written && file.commit())
        return Done{};
    return Error{.code = ErrorCode::InternalError,
                 .message = Text::tr("The file cannot be written: %1").arg(file.errorString())};
}
}

Result<Done> writeChartPng(const ChartData &data, const ChartCaption &caption, const QString &path)
{
    QImage image(Page * PngScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(PngScale);
    QPainter painter(&image);
    draw(painter, data, caption);
    painter.end();
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && image.save(&file, "PNG");
    return commit(file, written);
}

Result<Done> writeChartPdf(const ChartData &data, const ChartCaption &caption, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return commit(file, false);
    {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageOrientation(QPageLayout::Landscape);
        writer.setPageMargins(QMarginsF(10, 10, 10, 10), QPageLayout::Millimeter);
        // The fonts are in points: the same points an inch as on the screen, or they would be scaled twice.
        const QScreen *screen = QGuiApplication::primaryScreen();
        writer.setResolution(screen ? qRound(screen->logicalDotsPerInchX()) : UsualDpi);
        writer.setTitle(caption.title);
        QPainter painter(&writer);
        const double scale = std::min(double(writer.width()) / Page.width(), double(writer.height()) / Page.height());
        painter.scale(scale, scale);
        draw(painter, data, caption);
    }
    return commit(file, true);
}
