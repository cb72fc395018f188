// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demodata.h"
#include "ui/support/access.h"
#include "ui/support/profilebook.h"
#include "ui/support/viewstate.h"
#include "ui/theme/theme.h"

#include <QSize>

#include <functional>
#include <memory>

class MainWindow;
class PaneSet;
class QApplication;
class SignInPage;
class SetupPage;
class FirstRunPage;
struct Context;

/// Draws every pane, page and dialog in both themes and sizes to PNG files named pane-theme-size.png, from demo data.
class Screenshots : public QObject
{
    Q_OBJECT
public:
    Screenshots(Theme &theme, const QString &folder);
    ~Screenshots() override;

    int run(QApplication &application); ///< the exit code; runs the event loop

private:
    struct Stage; // one window in one theme and size

    void plan(Theme::Mode mode, const QSize &size);
    void planPanes();
    void planUsage();
    void planPages();
    void planDialogs();
    void planAgents();
    void planKeys();
    // screenshotplatform.cpp
    void planSignIn();
    void planVersions();
    void planAudit();
    void planSecurity();
    // screenshots.cpp
    void step(std::function<void()> run);
    void shot(const QString &name);
    void next();
    void save(const QString &name);

    Theme &m_theme;
    QString m_folder;
    std::unique_ptr<Stage> m_stage;
    QList<std::function<void()>> m_steps;
    int m_written = 0;
    bool m_failed = false;
};
