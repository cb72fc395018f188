// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/profilemark.h"

#include "ui/theme/paint.h"

QColor profileColour(const ServerProfile &profile, const Theme &theme)
{
    const QColor own(profile.colour);
    return profile.production ? theme.colours().bad : own.isValid() ? own : theme.colours().faint;
}

QIcon profileMark(const QColor &colour, bool hollow)
{
    QIcon icon;
    for (const int scale : {1, 2, 3}) {
        QPixmap pixmap(16 * scale, 16 * scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const QRectF disc(4 * scale, 4 * scale, 8 * scale, 8 * scale);
        if (hollow)
            strokeRound(painter, disc, 4 * scale, colour, 1.5 * scale);
        else
            fillRound(painter, disc, 4 * scale, colour, {});
        icon.addPixmap(pixmap);
    }
    return icon;
}
