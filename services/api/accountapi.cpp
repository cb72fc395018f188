// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/accountapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"

using namespace Qt::StringLiterals;

namespace
{
const QString Auth = u"/api/v2/auth"_s;

struct Choice {
    QLatin1StringView name;
    bool Preferences::*value;
};
constexpr std::array Choices{Choice{"marketing"_L1, &Preferences::marketing},
                             Choice{"notifications"_L1, &Preferences::notifications},
                             Choice{"twoFactorAuth"_L1, &Preferences::twoFactorAuth}};

Result<Preferences> decodePreferences(const ApiAnswer &answer)
{
    const QJsonObject object = decode::data(answer);
    Preferences preferences;
    for (const Choice &choice : Choices) {
        const QJsonValue value = object.value(choice.name);
        if (!value.isBool())
            return Error{.code = ErrorCode::InvalidAnswer, .log = u"not preferences"_s};
        preferences.*choice.value = value.toBool();
    }
    return preferences;
}

Result<EmailAddress> decodeAddress(const ApiAnswer &answer)
{
    const auto user = decode::user(decode::data(answer));
    return user ? Result<EmailAddress>(EmailAddress{user->email, user->emailVerified}) : user.error();
}

/// Its body holds a code or an address: nothing to keep. It needs no session, and so sends none.
ApiRequest post(const QString &path, const QJsonObject &body)
{
    return {
        .method = ApiRequest::Method::Post, .path = Auth + path, .body = body, .credentials = false, .sensitive = true};
}

Result<Done> done(const ApiAnswer &) { return Done{}; }
}

QFuture<Result<EmailAddress>> AccountApi::emailAddress()
{
    return m_client.fetch({.path = Auth + u"/profile"_s, .fresh = true}, decodeAddress);
}

QFuture<Result<Done>> AccountApi::mailCode(const QString &address)
{
    return m_client.fetch(post(u"/email/resend"_s, {{u"email"_s, address.trimmed()}}), done);
}

QFuture<Result<Done>> AccountApi::confirmEmail(const QString &code)
{
    return m_client.fetch(post(u"/email/verify"_s, {{u"token"_s, code.trimmed()}}), done);
}

QFuture<Result<Preferences>> AccountApi::preferences()
{
    return m_client.fetch({.path = Auth + u"/preferences"_s, .fresh = true}, decodePreferences);
}

QFuture<Result<Preferences>> AccountApi::savePreferences(const Preferences &before, const Preferences &after)
{
    QJsonObject changed;
    for (const Choice &choice : Choices) {
        if (before.*choice.value != after.*choice.value)
            changed.insert(choice.name, after.*choice.value);
    }
    if (changed.isEmpty())
        return preferences();
    return m_client.fetch({.method = ApiRequest::Method::Patch, .path = Auth + u"/preferences"_s, .body = changed},
                          decodePreferences);
}
