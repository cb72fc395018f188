// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/contract/openapidocument.h"
#include "tests/e2e/httpclient.h"
#include "tests/e2e/serverprocess.h"

/// An HttpClient that holds every answer against the server's OpenAPI document.
class ContractClient : public HttpClient
{
public:
    explicit ContractClient(const QUrl &server)
        : HttpClient(server)
    {
    }

    WireAnswer send(const Ask &ask) override;
    void readDocument(); ///< from then on answers are judged
    const OpenApiDocument &document() const { return *m_document; }
    QStringList takeComplaints() { return std::exchange(m_complaints, {}); }

private:
    std::unique_ptr<OpenApiDocument> m_document;
    bool m_isJudging = false;
    QStringList m_complaints;
};

struct Account {
    QString email;
    QString password;
    QString id;
    QByteArray token; ///< v1 access token
    QByteArray refresh;

    WireHeaders auth() const { return bearer(token); }
};

/// A running server with an administrator and a supporter, for tests that share it.
class LiveContract
{
public:
    /// Anonymous requests are not limited unless `options` says so.
    bool start(const QStringList &options = {});

    /// The same without anybody; the first administrator needs the setup token.
    bool startUnclaimed(const QStringList &options = {});
    QString setupToken() const;

    /// Kills the server and starts it over its data; sessions and clients' tokens stay good.
    bool restart();

    ServerProcess &server() { return m_server; }
    ContractClient &client() { return *m_client; }
    const Account &admin() const { return m_admin; }
    const Account &support() const { return m_support; }

    /// Registers a user with a fresh address and signs in. An empty id: it failed.
    Account newUser(const QJsonObject &more = {});
    QString freshEmail();
    bool signIn(Account &account); ///< v1

private:
    bool connectClient();

    ServerProcess m_server;
    QStringList m_arguments;
    std::unique_ptr<ContractClient> m_client;
    Account m_admin;
    Account m_support;
    int m_users = 0;
};

/// The claims of a JWT, unchecked.
QJsonObject claims(const QByteArray &token);
QJsonObject tokenHeader(const QByteArray &token);
