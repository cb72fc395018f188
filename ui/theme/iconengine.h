// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIconEngine>

#include <memory>

struct Colours;

/// Draws a bundled SVG in a colour of the palette as it is at that moment, so an icon follows a switch of the theme.
class IconEngine : public QIconEngine
{
public:
    IconEngine(QString name, std::shared_ptr<const Colours> colours, QColor Colours::*ink);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override { return new IconEngine(*this); }
    bool isNull() override;
    QString iconName() override { return m_name; }

    static QString path(const QString &name); ///< in the resources

private:
    QColor colour(QIcon::Mode mode) const;

    QString m_name;
    std::shared_ptr<const Colours> m_colours;
    QColor Colours::*m_ink;
};
