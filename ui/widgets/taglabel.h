// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

/// A tag on its own, outside of a table.
class TagLabel : public QWidget
{
    Q_OBJECT
public:
    explicit TagLabel(const Theme &theme, const TagValue &tag = {}, QWidget *parent = nullptr);

    void setTag(const TagValue &tag);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    TagValue m_tag;
};
