// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QImage>
#include <QWidget>

/// A text as a QR code: dark on white in both themes, with the quiet zone that cameras need (ISO/IEC 18004). What it
/// holds is never spoken: the same text belongs beside it for who cannot scan.
class QrCode : public QWidget
{
    Q_OBJECT
public:
    explicit QrCode(QWidget *parent = nullptr);

    bool setText(const QString &text); ///< false: too long for a code, or empty; nothing is shown then
    const QImage &modules() const { return m_modules; } ///< one pixel each, with the quiet zone
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_modules;
};
