// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

/// Where panes keep what they look like between runs. Implemented over the settings by app/, and in memory by the
/// tests.
class ViewState
{
public:
    virtual ~ViewState() = default;
    virtual QJsonObject paneState(const QString &pane) const = 0;
    virtual void setPaneState(const QString &pane, const QJsonObject &state) = 0;
    virtual QMap<QString, QJsonObject> savedViews(const QString &pane) const = 0; ///< name → state
    virtual void saveView(const QString &pane, const QString &name, const QJsonObject &state) = 0;
    virtual void removeView(const QString &pane, const QString &name) = 0;
};
