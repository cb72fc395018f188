// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accesstoken.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
constexpr auto Base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr auto StrictBase64 = Base64 | QByteArray::AbortOnBase64DecodingErrors;
constexpr qsizetype LongestToken = 4096;
constexpr qint64 ClockSlack = 60;
constexpr auto Issuer = "voxdesk"_L1;

QByteArray headerFor(const QByteArray &keyId)
{
    return QByteArray("{\"alg\":\"HS256\",\"kid\":\"" + keyId + "\",\"typ\":\"JWT\"}").toBase64(Base64);
}

QByteArray encode(const AccessClaims &claims)
{
    const QJsonObject object{
        {u"id"_s, claims.userId},
        {u"email"_s, claims.email},
        {u"role"_s, QString(toWire(claims.role))},
        {u"subscription_tier"_s, QString(toWire(claims.tier))},
        {u"max_agents"_s, claims.maxAgents},
        {u"monthly_token_quota"_s, claims.monthlyTokenQuota},
        {u"iat"_s, claims.issuedAt},
        {u"exp"_s, claims.expiresAt},
        {u"sub"_s, claims.userId},
        {u"sid"_s, claims.sessionId},
        {u"org"_s, claims.organizationId},
        {u"jti"_s, claims.tokenId},
        {u"iss"_s, QString(Issuer)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A NumericDate that is a whole number; -1 for anything else.
qint64 dateIn(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object[name];
    return value.isDouble() ? value.toInteger(-1) : -1;
}

Result<AccessClaims> decode(const QByteArray &json, qint64 now)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    AccessClaims claims;
    claims.userId = object["sub"_L1].toString();
    claims.sessionId = object["sid"_L1].toString();
    claims.issuedAt = dateIn(object, "iat"_L1);
    claims.expiresAt = dateIn(object, "exp"_L1);
    const qint64 notBefore = object.contains("nbf"_L1) ? dateIn(object, "nbf"_L1) : 0;
    if (claims.userId.isEmpty() || claims.sessionId.isEmpty() || object["iss"_L1] != Issuer || claims.issuedAt < 0
        || claims.expiresAt < 0 || notBefore < 0 || claims.issuedAt > now + ClockSlack || notBefore > now + ClockSlack)
        return ErrorCode::AuthInvalid;
    if (claims.expiresAt <= now)
        return ErrorCode::AuthExpired;
    claims.organizationId = object["org"_L1].toString();
    claims.tokenId = object["jti"_L1].toString();
    claims.email = object["email"_L1].toString();
    claims.role = roleFromWire(object["role"_L1].toString()).value_or(Role::User);
    claims.tier = tierFromWire(object["subscription_tier"_L1].toString()).value_or(Tier::Free);
    claims.maxAgents = object["max_agents"_L1].toInt();
    claims.monthlyTokenQuota = object["monthly_token_quota"_L1].toInteger();
    return claims;
}
}

AccessTokens::AccessTokens(std::shared_ptr<const SigningKeys> keys)
{
    for (const SigningKey &key : keys->all())
        m_signers.push_back({headerFor(key.id), std::make_unique<Hmac>(key.secret)});
}

QByteArray AccessTokens::write(const AccessClaims &claims)
{
    Signer &signer = m_signers.front();
    QByteArray token = signer.header + '.' + encode(claims).toBase64(Base64);
    const QByteArray signature = signer.hmac->sign(token);
    return token + '.' + signature.toBase64(Base64);
}

Result<AccessClaims> AccessTokens::read(QByteArrayView token, qint64 nowSeconds)
{
    if (token.size() > LongestToken)
        return ErrorCode::AuthInvalid;
    const QByteArray key = QByteArray::fromRawData(token.data(), token.size());
    if (const AccessClaims *known = m_known.object(key); known && known->issuedAt <= nowSeconds + ClockSlack) {
        if (known->expiresAt > nowSeconds)
            return *known;
        m_known.remove(key);
        return ErrorCode::AuthExpired;
    }
    auto claims = verify(token, nowSeconds);
    if (claims)
        m_known.insert(token.toByteArray(), new AccessClaims(*claims));
    return claims;
}

Result<AccessClaims> AccessTokens::verify(QByteArrayView token, qint64 nowSeconds)
{
    const qsizetype headerEnd = token.indexOf('.');
    const qsizetype payloadEnd = token.lastIndexOf('.');
    if (headerEnd <= 0 || payloadEnd <= headerEnd)
        return ErrorCode::AuthInvalid;
    const QByteArrayView header = token.first(headerEnd);
    const auto signer = std::ranges::find_if(m_signers, [&](const Signer &s) { return header == s.header; });
    if (signer == m_signers.end())
        return ErrorCode::AuthInvalid;
    // Compared in its written form, so that there is one spelling of a signature only.
    const QByteArray expected = signer->hmac->sign(token.first(payloadEnd)).toBase64(Base64);
    if (expected.isEmpty() || !sameSecret(expected, token.sliced(payloadEnd + 1)))
        return ErrorCode::AuthInvalid;
    const QByteArrayView payload = token.sliced(headerEnd + 1, payloadEnd - headerEnd - 1);
    const auto json = QByteArray::fromBase64Encoding(payload.toByteArray(), StrictBase64);
    if (!json)
        return ErrorCode::AuthInvalid;
    return decode(*json, nowSeconds);
}
}
