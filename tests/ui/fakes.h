// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in for server, settings and person in the tests of the window.
#pragma once

#include "models/domain/async.h"
#include "models/domain/health.h"
#include "models/domain/organization.h"
#include "models/domain/overview.h"
#include "models/domain/userdirectory.h"
#include "models/domain/valuesource.h"
#include "models/items/pagedtablemodel.h"
#include "ui/panes/userdeclaration.h"
#include "ui/support/context.h"
#include "ui/support/profilebook.h"
#include "ui/support/rowexport.h"

#include <QPromise>
#include <QTimer>
#include <QtWidgets>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What tests find widgets and actions by is their name; one that is not there ends the test.
template<typename T>
T *child(QWidget &in, const QString &name)
{
    T *found = in.findChild<T *>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

/// What its labels say, a line each.
inline QString textIn(const QWidget &widget)
{
    QStringList parts;
    for (const auto *label : widget.findChildren<QLabel *>())
        parts << label->text();
    return parts.join(u'\n');
}

inline constexpr auto identity = [](const auto &row) { return idOf(row); };

class MemoryState : public ViewState
{
public:
    QMap<QString, QJsonObject> panes;
    QMap<QString, QMap<QString, QJsonObject>> views;

    QJsonObject paneState(const QString &pane) const override { return panes.value(pane); }
    void setPaneState(const QString &pane, const QJsonObject &state) override { panes[pane] = state; }
    QMap<QString, QJsonObject> savedViews(const QString &pane) const override { return views.value(pane); }
    void saveView(const QString &pane, const QString &name, const QJsonObject &state) override
    {
        views[pane][name] = state;
    }
    void removeView(const QString &pane, const QString &name) override { views[pane].remove(name); }
};

class MemoryBook : public ProfileBook
{
public:
    QList<ServerProfile> rows;

    QList<ServerProfile> profiles() const override { return rows; }
    Result<Done> save(const ServerProfile &profile) override
    {
        if (const auto good = check(profile); !good)
            return good.error();
        const auto at = std::ranges::find(rows, profile.id, &ServerProfile::id);
        at == rows.end() ? rows.append(profile) : void(*at = profile);
        return Done{};
    }
    void remove(const QString &id) override
    {
        rows.removeIf([&](const ServerProfile &p) { return p.id == id; });
    }
    void move(const QString &id, int index) override
    {
        const auto at = std::ranges::find(rows, id, &ServerProfile::id);
        if (at != rows.end())
            rows.move(at - rows.begin(), index);
    }
};

/// Users u0, u1, … with the e-mail user<N>@example.com. Answers after a turn of the event loop.
class FakeUsers : public UserDirectory
{
public:
    QList<User> rows;
    QList<PageQuery> asked;
    QStringList changed; ///< what was asked to change, in words
    std::optional<Error> failList;
    std::optional<Error> failGet;
    std::optional<Error> failChange;
    QString failFor; ///< only this id fails
    QByteArray etag = "\"1\"";
    std::optional<User> conflicting; ///< what somebody else saved meanwhile

    explicit FakeUsers(int count = 3)
    {
        for (int i = 0; i < count; ++i) {
            User u;
            u.id = u'u' + QString::number(i);
            u.email = u"user%1@example.com"_s.arg(i);
            u.firstName = u"First%1"_s.arg(i);
            u.lastName = u"Last"_s;
            u.organizationName = u"Example"_s;
            u.limits = defaultLimits(u.tier);
            u.usedTokens = 1000 * (i % 13);
            u.createdAt = QDateTime({2026, 1, 1}, {8, 30}, Qt::UTC).addDays(-i);
            rows << u;
        }
    }

    QFuture<Result<Page<User>>> fetch(const PageQuery &query) override
    {
        asked << query;
        return later<Page<User>>([this, query]() -> Result<Page<User>> {
            if (failList)
                return *failList;
            QList<User> fitting;
            for (const User &u : std::as_const(rows)) {
                if (u.email.contains(query.filters.value(u"search"_s))
                    && (!query.filters.contains(u"role"_s) || toWire(u.role) == query.filters.value(u"role"_s)))
                    fitting << u;
            }
            Page<User> page;
            const qsizetype first = query.cursor.toLongLong();
            page.items = fitting.mid(first, query.limit);
            page.total = fitting.size();
            if (first + page.items.size() < fitting.size())
                page.next = QString::number(first + page.items.size());
            return page;
        });
    }
    QFuture<Result<Tagged<User>>> get(const QString &id) override
    {
        return later<Tagged<User>>([this, id]() -> Result<Tagged<User>> {
            if (failGet)
                return *failGet;
            return Tagged<User>{*find(id), etag};
        });
    }
    QFuture<Result<Tagged<User>>> update(const QString &id, const UserChange &change, const QByteArray &tag) override
    {
        return edit(id, tag, u"update "_s + id, [change](User &u) {
            u.role = change.role.value_or(u.role);
            u.tier = change.tier.value_or(u.tier);
            u.firstName = change.firstName.value_or(u.firstName);
        });
    }
    QFuture<Result<Tagged<User>>> updateLimits(const QString &id, const Limits &limits, const QString &notes,
                                               const QByteArray &tag) override
    {
        return edit(id, tag, u"limits "_s + id, [limits, notes](User &u) {
            u.limits = limits;
            u.limitNotes = notes;
        });
    }
    QFuture<Result<Tagged<User>>> setActive(const QString &id, bool active) override
    {
        return edit(id, etag, (active ? u"activate "_s : u"deactivate "_s) + id,
                    [active](User &u) { u.active = active; });
    }
    QFuture<Result<Done>> remove(const QString &id) override
    {
        changed << u"remove "_s + id;
        rows.removeIf([&](const User &u) { return u.id == id; });
        return readyFuture(Result<Done>(Done{}));
    }
    QFuture<Result<QList<UserSession>>> sessions(const QString &id) override
    {
        return later<QList<UserSession>>([id]() -> Result<QList<UserSession>> {
            return QList<UserSession>{{.id = id + u"-s"_s, .device = u"Laptop"_s, .address = u"192.0.2.1"_s}};
        });
    }
    QFuture<Result<Done>> signOutEverywhere(const QString &id) override
    {
        changed << u"sign out "_s + id;
        return readyFuture(Result<Done>(Done{}));
    }
    QFuture<Result<QMap<QString, Error>>> setManyActive(const QStringList &ids, bool active) override
    {
        changed << (active ? u"activate "_s : u"deactivate "_s) + ids.join(u' ');
        return later<QMap<QString, Error>>([this, ids, active]() -> Result<QMap<QString, Error>> {
            QMap<QString, Error> failures;
            for (const QString &id : ids) {
                if (failChange && (failFor.isEmpty() || failFor == id))
                    failures.insert(id, *failChange);
                else
                    find(id)->active = active;
            }
            return failures;
        });
    }
    User *find(const QString &id) { return &*std::ranges::find(rows, id, &User::id); }

private:
    template<typename T, typename Answer>
    QFuture<Result<T>> later(Answer answer)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QTimer::singleShot(0, &m_alive, [promise, answer] {
            promise->addResult(answer());
            promise->finish();
        });
        return promise->future();
    }
    template<typename Change>
    QFuture<Result<Tagged<User>>> edit(const QString &id, const QByteArray &tag, const QString &what, Change change)
    {
        changed << what;
        return later<Tagged<User>>([this, id, tag, change]() -> Result<Tagged<User>> {
            if (failChange && (failFor.isEmpty() || failFor == id))
                return *failChange;
            if (conflicting) {
                *find(id) = *std::exchange(conflicting, std::nullopt);
                etag = "\"2\"";
            }
            if (!tag.isEmpty() && tag != etag)
                return ErrorCode::PreconditionFailed;
            change(*find(id));
            return Tagged<User>{*find(id), etag};
        });
    }

    QObject m_alive; // a pending answer dies with the fake
};

class FakeOrganizations : public PageSource<Organization>
{
public:
    QFuture<Result<Page<Organization>>> fetch(const PageQuery &) override
    {
        Page<Organization> page;
        Organization northwind;
        northwind.id = u"o1"_s;
        northwind.name = u"Northwind"_s;
        northwind.ownerEmail = u"owner@example.com"_s;
        northwind.memberCount = 4;
        page.items = {northwind};
        page.total = 1;
        return readyFuture(Result<Page<Organization>>(page));
    }
};

template<typename T>
class FakeValue : public ValueSource<T>
{
public:
    Result<T> answer = T{};
    int asked = 0;
    QFuture<Result<T>> fetch() override
    {
        ++asked;
        return readyFuture(answer);
    }
};

/// An export that the test ends.
class FakeExport : public RowExport
{
public:
    PageQuery query;
    QStringList columns;
    std::optional<bool> marked;
    std::shared_ptr<QPromise<Result<qint64>>> promise;

    std::optional<bool> marksEncoding() const override { return marked; }
    void setMarksEncoding(bool marks) override { marked = marks; }
    QFuture<Result<qint64>> run(const PageQuery &q, const QStringList &c, const QString &) override
    {
        query = q;
        columns = c;
        promise = std::make_shared<QPromise<Result<qint64>>>();
        promise->setProgressRange(0, 0);
        promise->start();
        return promise->future();
    }
};

/// An administrator in front of everything the widgets need.
struct Desk {
    Desk()
        : theme(QFont())
        , format(QLocale::c(), QTimeZone::utc())
        , context{theme, format, state, access}
    {
        User me;
        me.id = u"me"_s;
        me.email = u"admin@example.com"_s;
        me.role = Role::Admin;
        access.setUser(me);
        ServerProfile profile;
        profile.id = u"p"_s;
        profile.name = u"Test"_s;
        access.setProfile(profile);
        access.setConnection(ConnectionState::Online);
    }
    void setRole(Role role)
    {
        User me = access.user();
        me.role = role;
        access.setUser(me);
    }
    void setProduction()
    {
        ServerProfile profile = access.profile();
        profile.production = true;
        access.setProfile(profile);
    }

    Theme theme;
    DisplayFormat format;
    MemoryState state;
    Access access;
    Context context;
};

inline PagedTableModel<User> *makeUserModel(FakeUsers &users, const DisplayFormat &format, QObject *parent)
{
    return new PagedTableModel<User>(
        users, userColumns(), [](const User &u) { return u.id; }, format, parent);
}
