// SPDX-License-Identifier: GPL-3.0-or-later
// A pane on its own in front of an administrator.
#pragma once

#include "tests/ui/fakes.h"
#include "ui/widgets/pane.h"

#include <QTest>

/// Shows the pane and does with it what tests do with any.
struct PaneDesk : Desk {
    void put(Pane *made, const std::function<bool()> &ready)
    {
        pane.reset(made);
        pane->resize(1200, 800);
        pane->show();
        pane->activate();
        if (!QTest::qWaitFor(ready))
            qFatal("nothing came");
    }
    QAction *action(const QString &name) { return child<QAction>(*pane, name); }
    void trigger(const QString &name)
    {
        if (!action(name)->isEnabled())
            qFatal("%s is disabled: %s", qPrintable(name), qPrintable(action(name)->toolTip()));
        action(name)->trigger();
    }
    QDialog *dialog(const QString &name)
    {
        for (auto *found : pane->findChildren<QDialog *>(name)) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    template<typename T>
    T *in(const QString &dialogName, const QString &name)
    {
        QDialog *found = dialog(dialogName);
        if (!found)
            qFatal("no %s", qPrintable(dialogName));
        return child<T>(*found, name);
    }
    void submit(const QString &dialogName) { in<QPushButton>(dialogName, u"submitButton"_s)->click(); }

    std::unique_ptr<Pane> pane;
};
