// SPDX-License-Identifier: GPL-3.0-or-later
// The users pane on its own in front of an administrator.
#pragma once

#include "tests/ui/fakes.h"
#include "ui/panes/userspane.h"
#include "ui/widgets/rowtable.h"

#include <QTest>

/// The users pane over `count` users, shown and loaded.
struct UsersDesk : Desk {
    explicit UsersDesk(int count = 3, bool open = true)
        : users(count)
        , model(
              users, userColumns(), [](const User &u) { return u.id; }, format)
        , pane(std::make_unique<UsersPane>(context, users, model, &rowExport,
                                           [](const QString &id) -> QString { return u"curl "_s + id; }))
    {
        pane->resize(1000, 600);
        pane->show();
        if (!open)
            return;
        pane->activate();
        if (!QTest::qWaitFor([this] { return model.hasLoaded(); }))
            qFatal("no rows");
    }
    RowTable &table() { return *child<RowTable>(*pane, u"usersTable"_s); }
    void select(int row) { table().selectRow(row); }
    template<typename T>
    T *dialog(const QString &name)
    {
        auto *found = pane->findChild<T *>(name);
        return found && found->isVisible() ? found : nullptr;
    }

    FakeUsers users;
    FakeExport rowExport;
    PagedTableModel<User> model;
    std::unique_ptr<UsersPane> pane;
};
