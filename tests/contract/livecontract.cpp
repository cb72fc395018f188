// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/livecontract.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{
QJsonObject tokenPart(const QByteArray &token, int part)
{
    const QByteArrayList parts = token.split('.');
    return QJsonDocument::fromJson(QByteArray::fromBase64(parts.value(part), QByteArray::Base64UrlEncoding)).object();
}
}

QJsonObject claims(const QByteArray &token) { return tokenPart(token, 1); }

QJsonObject tokenHeader(const QByteArray &token) { return tokenPart(token, 0); }

WireAnswer ContractClient::send(const Ask &ask)
{
    const WireAnswer answer = HttpClient::send(ask);
    if (m_isJudging)
        m_complaints << m_document->complaints(ask.method, ask.target, answer);
    return answer;
}

void ContractClient::readDocument()
{
    const WireAnswer answer = HttpClient::send({"GET", "/api/openapi.json"});
    m_document = std::make_unique<OpenApiDocument>(answer.json());
    m_isJudging = answer.status == 200 && answer.json().contains(u"paths"_s);
    if (!m_isJudging)
        m_complaints << u"the server has no OpenAPI document"_s;
}

bool LiveContract::start(const QStringList &options)
{
    m_admin = {u"admin@contract.example"_s, u"an admin's password"_s, {}, {}, {}};
    m_support = {u"support@contract.example"_s, u"a supporter's password"_s, {}, {}, {}};
    if (!m_server.makeAdmin(m_admin.email, m_admin.password.toUtf8()))
        return false;
    if (m_server.run(
            {u"user"_s, u"create"_s, u"--email"_s, m_support.email, u"--role"_s, u"support"_s, u"--password-stdin"_s},
            m_support.password.toUtf8() + '\n')
        != 0)
        return false;
    return startUnclaimed(options) && signIn(m_admin) && signIn(m_support);
}

bool LiveContract::startUnclaimed(const QStringList &options)
{
    m_arguments = options;
    if (!options.contains(u"--rate-anonymous-per-hour"_s))
        m_arguments += {u"--rate-anonymous-per-hour"_s, u"1000000"_s};
    return connectClient();
}

QString LiveContract::setupToken() const
{
    static const QRegularExpression line(u"setup token: (\\S+)"_s);
    return line.match(QString::fromUtf8(m_server.log())).captured(1);
}

bool LiveContract::connectClient()
{
    if (!m_server.start(m_arguments))
        return false;
    m_client = std::make_unique<ContractClient>(m_server.url());
    m_client->readDocument();
    return true;
}

bool LiveContract::restart()
{
    m_server.kill();
    return connectClient();
}

QString LiveContract::freshEmail() { return u"user%1@contract.example"_s.arg(++m_users); }

Account LiveContract::newUser(const QJsonObject &more)
{
    Account account{freshEmail(), u"correct horse battery"_s, {}, {}, {}};
    QJsonObject body = more;
    body.insert(u"email"_s, account.email);
    body.insert(u"password"_s, account.password);
    if (m_client->post("/api/v1/auth/register", body).status != 201 || !signIn(account))
        account.id.clear();
    return account;
}

bool LiveContract::signIn(Account &account)
{
    const QJsonObject answer
        = m_client->post("/api/v1/auth/login", {{u"email"_s, account.email}, {u"password"_s, account.password}}).json();
    account.id = answer.value(u"user"_s).toObject().value(u"id"_s).toString();
    account.token = answer.value(u"accessToken"_s).toString().toUtf8();
    account.refresh = answer.value(u"refreshToken"_s).toString().toUtf8();
    return !account.token.isEmpty();
}
