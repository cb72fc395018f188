// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/qrcode.h"

#include <QPainter>

#include <memory>
#include <qrencode.h>

namespace
{
constexpr int QuietZone = 4; // modules
constexpr int ModuleSide = 5; // pixels: what a telephone reads from a hand's breadth

struct FreeCode {
    void operator()(QRcode *code) const { QRcode_free(code); }
};
}

QrCode::QrCode(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("QR code for an authenticator"));
    setFixedSize(sizeHint());
}

bool QrCode::setText(const QString &text)
{
    m_modules = {};
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeData(
        int(bytes.size()), reinterpret_cast<const unsigned char *>(bytes.constData()), 0, QR_ECLEVEL_M));
    if (code && !bytes.isEmpty()) {
        const int side = code->width;
        m_modules = QImage(side + 2 * QuietZone, side + 2 * QuietZone, QImage::Format_RGB32);
        m_modules.fill(Qt::white);
        for (int i = 0; i < side * side; ++i) {
            if (code->data[i] & 1)
                m_modules.setPixelColor(QuietZone + i % side, QuietZone + i / side, Qt::black);
        }
    }
    setFixedSize(sizeHint());
    update();
    return !m_modules.isNull();
}

QSize QrCode::sizeHint() const
{
    const int side = m_modules.isNull() ? Space::S4 * 13 : m_modules.width() * ModuleSide;
    return {side, side};
}

void QrCode::paintEvent(QPaintEvent *)
{
    if (m_modules.isNull())
        return;
    // Whole device pixels for each module, or scanners see blurred edges.
    const double scale = devicePixelRatioF();
    const int side = std::max(1, int(std::min(width(), height()) * scale) / m_modules.width()) * m_modules.width();
    const QSizeF drawn(side / scale, side / scale);
    const QRectF target(QPointF((width() - drawn.width()) / 2, (height() - drawn.height()) / 2), drawn);
    QPainter(this).drawImage(target, m_modules);
}
