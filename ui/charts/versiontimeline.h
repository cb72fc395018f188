// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/apiversion.h"
#include "ui/support/context.h"

#include <QWidget>

/// The lives of the API's versions as bars over time: supported, deprecated, ended; brown-outs as ticks, today as a
/// line. The phases differ in pattern and words as well as in colour. Time runs to the right in every language.
class VersionTimeline : public QWidget
{
    Q_OBJECT
public:
    explicit VersionTimeline(const Context &context, QWidget *parent = nullptr);

    void setVersions(const QList<ApiVersion> &versions, const QDateTime &now); ///< `now` UTC
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const QString &version); ///< by a click on its bar

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Phase { Supported, Deprecated, Served, Refused };
    struct Span {
        Phase phase;
        QDateTime from;
        QDateTime to;
    };

    static Tone toneOf(Phase phase);
    QList<Span> spansOf(const ApiVersion &version) const;
    void takeRange();
    double xOf(const QDateTime &time) const;
    QRectF barOf(int row) const;
    int rowAt(const QPointF &at) const; ///< -1: none
    int nameWidth() const;
    void paintRow(QPainter &painter, int row) const;
    void paintSpan(QPainter &painter, const QRectF &rect, Phase phase) const;
    void paintWords(QPainter &painter, const QRectF &rect, Phase phase, const QList<Brownout> &brownouts) const;
    QList<QPair<double, double>> freeOf(const QRectF &rect, const QList<Brownout> &brownouts) const;
    void paintAxis(QPainter &painter) const;
    void paintToday(QPainter &painter) const;
    QString inWords(Phase phase) const;
    QString inShort(Phase phase) const; ///< where there is little room
    QString storyOf(const ApiVersion &version) const;

    Context m_context;
    QList<ApiVersion> m_versions;
    QDateTime m_now;
    QDateTime m_from;
    QDateTime m_to;
};
