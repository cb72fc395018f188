// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demoagents.h"
#include "app/demodata.h"
#include "app/demokeys.h"
#include "app/demoplatform.h"
#include "app/demousage.h"
#include "app/paneset.h"
#include "app/screenshots.h"
#include "ui/mainwindow.h"
#include "ui/pages/codepage.h"
#include "ui/pages/confirmemailpage.h"
#include "ui/pages/firstrunpage.h"
#include "ui/pages/forgotpasswordpage.h"
#include "ui/pages/resetpasswordpage.h"
#include "ui/pages/setuppage.h"
#include "ui/pages/signinpage.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

/// Remembers nothing, so that every picture starts alike.
class NoState : public ViewState
{
public:
    QJsonObject paneState(const QString &) const override { return {}; }
    void setPaneState(const QString &, const QJsonObject &) override { }
    QMap<QString, QJsonObject> savedViews(const QString &) const override { return {}; }
    void saveView(const QString &, const QString &, const QJsonObject &) override { }
    void removeView(const QString &, const QString &) override { }
};

inline ServerProfile demoProfile(bool production)
{
    ServerProfile p;
    p.id = production ? u"p2"_s : u"p1"_s;
    p.name = production ? u"Voxdesk EU"_s : u"Staging"_s;
    p.url = QUrl(production ? u"https://voice.example.com"_s : u"https://staging.example.com"_s);
    p.colour = u"#0d9488"_s;
    p.production = production;
    return p;
}

class DemoBook : public ProfileBook
{
public:
    QList<ServerProfile> profiles() const override { return {demoProfile(false), demoProfile(true)}; }
    Result<Done> save(const ServerProfile &) override { return Done{}; }
    void remove(const QString &) override { }
    void move(const QString &, int) override { }
};

class NoExport : public RowExport
{
public:
    QFuture<Result<qint64>> run(const PageQuery &, const QStringList &, const QString &) override { return {}; }
};

/// One window in one theme and size, over invented data.
struct Screenshots::Stage {
    Stage(Theme &theme, const QSize &size)
        : context{theme, format, state, access}
        , window(context)
        , firstRun(new FirstRunPage(context))
        , signIn(new SignInPage(context))
        , code(new CodePage(context))
        , confirmEmail(new ConfirmEmailPage(context))
        , forgot(new ForgotPasswordPage(context))
        , reset(new ResetPasswordPage(context))
        , setUp(new SetupPage(context))
    {
        access.setUser(users.first());
        access.setConnection(ConnectionState::Online);
        setProduction(false);
        for (QWidget *page :
             std::initializer_list<QWidget *>{firstRun, signIn, code, confirmEmail, forgot, reset, setUp})
            window.addPage(page);
        window.setUser(users.first());
        window.setConnection(ConnectionState::Online, {});
        window.resize(size);
        window.show();
        const auto curl = [](const QString &) { return u"curl"_s; };
        panes = std::make_unique<PaneSet>(context,
                                          PaneSources{
                                              .users = users,
                                              .organizations = organizations,
                                              .overview = overview,
                                              .health = health,
                                              .usage = {.usage = usage,
                                                        .performance = performance,
                                                        .legacy = legacy,
                                                        .today = [] { return demoNow().date(); }},
                                              .agents = {.agents = agents,
                                                         .providerKeys = providerKeys,
                                                         .accessKeys = accessKeys,
                                                         .calls = calls,
                                                         .now = demoNow,
                                                         .agentExport = &noExport,
                                                         .providerKeyExport = &noExport,
                                                         .accessKeyExport = &noExport,
                                                         .callExport = &noExport,
                                                         .agentCurl = curl,
                                                         .providerKeyCurl = curl,
                                                         .accessKeyCurl = curl,
                                                         .callCurl = curl},
                                              .platform = {.versions = versions,
                                                           .audit = audit,
                                                           .security = security,
                                                           .account = account,
                                                           .now = demoNow,
                                                           .auditExport = &noExport,
                                                           .auditCurl = curl},
                                              .userExport = &noExport,
                                              .organizationExport = &noExport,
                                              .userCurl = curl,
                                              .organizationCurl = curl,
                                          },
                                          window);
    }
    void setProduction(bool production)
    {
        access.setProfile(demoProfile(production));
        window.setProfiles({demoProfile(false), demoProfile(true)}, demoProfile(production));
        window.setConnection(ConnectionState::Online, {}); // names the server
    }

    DisplayFormat format{QLocale(), QTimeZone("Asia/Tokyo")};
    NoState state;
    Access access;
    Context context;
    DemoUsers users;
    DemoOrganizations organizations;
    DemoOverview overview;
    DemoHealth health;
    DemoUsage usage;
    DemoPerformance performance;
    DemoLegacy legacy;
    DemoAgents agents;
    DemoProviderKeys providerKeys;
    DemoAccessKeys accessKeys;
    DemoCalls calls;
    DemoVersions versions;
    DemoAudit audit;
    DemoSecurity security;
    DemoAccount account;
    DemoBook book;
    NoExport noExport;
    MainWindow window;
    FirstRunPage *firstRun;
    SignInPage *signIn;
    CodePage *code;
    ConfirmEmailPage *confirmEmail;
    ForgotPasswordPage *forgot;
    ResetPasswordPage *reset;
    SetupPage *setUp;
    std::unique_ptr<PaneSet> panes;
};
