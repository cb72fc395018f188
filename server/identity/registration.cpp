// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/registration.h"

#include "server/identity/accountmail.h"
#include "server/identity/hmac.h"
#include "server/identity/invitationstore.h"
#include "server/identity/later.h"
#include "server/identity/randombytes.h"
#include "server/identity/sessionstore.h"
#include "server/identity/userrecord.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
constexpr qsizetype ShortestPassword = 8;
constexpr qsizetype LongestPassword = 1024;
constexpr qsizetype MostMetadataBytes = 8 * 1024;

Error alreadySetUp()
{
    return {.code = ErrorCode::ResourceConflict, .message = u"This server has an administrator already"_s};
}

Error wrongToken()
{
    return {.code = ErrorCode::Forbidden,
            .message = u"The setup token is not valid"_s,
            .details = {{u"token"_s, u"Not the token this server printed last"_s}}};
}

Result<Done> checkToken(store::Connection &connection, const QString &token)
{
    auto rows = connection.query(u"SELECT value FROM settings WHERE name = 'setup_token'"_s);
    if (!rows)
        return rows.error();
    const QByteArray expected = rows->next() ? rows->text(0).toLatin1() : QByteArray();
    if (expected.isEmpty() || !sameSecret(expected, sha256Hex(token.trimmed().toUtf8())))
        return wrongToken();
    return Done{};
}

/// That there is a new user, and by which way it came.
Result<Done> recordArrival(store::Connection &connection, const audit::Actor &actor, const UserRow &row,
                           const QString &way, qint64 nowMs)
{
    audit::Change change = changeOf(u"user.created"_s, row.user);
    change.after = auditedFields(row);
    change.after.insert(u"organization_name"_s, row.user.organizationName);
    change.after.insert(u"by"_s, way);
    return audit::record(connection, actor, change, nowMs);
}

/// The address is confirmed by whoever reads its mail.
Result<Done> askForEmail(store::Connection &connection, const UserRow &row, qint64 nowMs)
{
    const User &user = row.user;
    return user.emailVerified ? Result<Done>(Done{})
                              : mailToken(connection, TokenKind::VerifyEmail, {user.id, user.email}, nowMs);
}

QMap<QString, QString> complaints(const NewUser &user, const QString &password)
{
    QMap<QString, QString> wrong;
    if (!isEmail(user.email))
        wrong.insert(u"email"_s, u"Invalid email format"_s);
    else if (!isReachable(user.email))
        wrong.insert(u"email"_s, Unreachable);
    if (password.size() < ShortestPassword || password.size() > LongestPassword)
        wrong.insert(u"password"_s, u"Password must have 8 to 1024 characters"_s);
    if (QJsonDocument(user.metadata).toJson(QJsonDocument::Compact).size() > MostMetadataBytes)
        wrong.insert(u"metadata"_s, u"Metadata is more than 8 KiB"_s); // it is read with the user, wherever that is
    return wrong;
}
}

QFuture<Result<UserRow>> Registration::signUp(NewUser user, const QString &password, const QString &invitation,
                                              const audit::Actor &actor)
{
    auto wrong = complaints(user, password);
    if (!invitation.isEmpty()) {
        // Before the costly hash; the insert decides.
        const auto found = InvitationStore(m_context.reads, m_context.now()).forToken(invitation, user.email);
        if (!found)
            return readyFuture<Result<UserRow>>(found.error());
    } else if (!m_context.settings->registrationTiers.contains(user.tier))
        wrong.insert(u"subscription_tier"_s, u"This tier is not offered for registration here"_s);
    if (!wrong.isEmpty())
        return readyFuture<Result<UserRow>>(Error{.code = ErrorCode::ValidationError, .details = wrong});
    user.role = Role::User;
    // Before the costly hash; the insert decides.
    const auto taken = UserStore(m_context.reads, *m_context.settings, m_context.now()).byEmail(user.email);
    if (taken) {
        return readyFuture<Result<UserRow>>(Error{.code = ErrorCode::ResourceConflict,
                                                  .message = u"This e-mail address is already registered"_s,
                                                  .details = {{u"email"_s, u"Already registered"_s}}});
    }
    return insert(user, password, {.invitation = invitation}, actor);
}

QFuture<Result<UserRow>> Registration::setUp(const QString &token, NewUser user, const QString &password,
                                             const audit::Actor &actor)
{
    const auto wrong = complaints(user, password);
    if (!wrong.isEmpty())
        return readyFuture<Result<UserRow>>(Error{.code = ErrorCode::ValidationError, .details = wrong});
    const auto needed = needsSetup();
    if (!needed || !*needed)
        return readyFuture<Result<UserRow>>(needed ? alreadySetUp() : needed.error());
    if (auto good = checkToken(m_context.reads, token); !good)
        return readyFuture<Result<UserRow>>(good.error());
    user.role = Role::Admin;
    user.tier = tierOf(user.role);
    user.emailVerified = true; // whoever reads the server's output vouches for it
    return insert(user, password, {.setup = token}, actor);
}

Result<bool> Registration::needsSetup()
{
    const auto admins = UserStore(m_context.reads, *m_context.settings, m_context.now()).activeAdmins();
    return admins ? Result<bool>(*admins == 0) : Result<bool>(admins.error());
}

QFuture<Result<UserRow>> Registration::insert(const NewUser &user, const QString &password, const Tokens &tokens,
                                              const audit::Actor &actor)
{
    const auto write = [this, user, tokens, actor](const Result<QString> &hash) -> QFuture<Result<UserRow>> {
        if (!hash)
            return readyFuture<Result<UserRow>>(hash.error());
        const auto work = [made = user, tokens, actor, hash = *hash, now = m_context.now(),
                           settings = m_context.settings](store::Connection &c) mutable -> Result<UserRow> {
            UserStore users(c, *settings, now);
            if (made.role == Role::Admin) {
                const auto admins = users.activeAdmins();
                if (!admins || *admins > 0)
                    return admins ? alreadySetUp() : admins.error();
                if (auto good = checkToken(c, tokens.setup); !good)
                    return good.error();
                const auto used = c.execute(u"DELETE FROM settings WHERE name = 'setup_token'"_s);
                if (!used || *used == 0) // another server was quicker
                    return used ? alreadySetUp() : used.error();
            }
            made.passwordHash = hash;
            const bool invited = !tokens.invitation.isEmpty();
            auto row = invited ? InvitationStore(c, now).accept(tokens.invitation, made, users) : users.insert(made);
            if (!row)
                return row;
            if (auto asked = askForEmail(c, *row, now); !asked)
                return asked.error();
            const QString way = invited ? u"invitation"_s : made.role == Role::Admin ? u"setup"_s : u"registration"_s;
            const User &who = row->user;
            const auto told = recordArrival(c, actor.as(who.id, who.email, who.organizationId), *row, way, now);
            return told ? row : Result<UserRow>(told.error());
        };
        return m_context.writer.submit<UserRow>(work);
    };
    return later<Result<UserRow>>(m_context.hasher.hash(password), &m_scope, write);
}

Result<QString> issueSetupToken(store::Connection &connection, const IdentitySettings &settings, qint64 nowMs)
{
    const auto admins = UserStore(connection, settings, nowMs).activeAdmins();
    if (!admins)
        return admins.error();
    auto cleared = connection.execute(u"DELETE FROM settings WHERE name = 'setup_token'"_s);
    if (!cleared)
        return cleared.error();
    if (*admins > 0)
        return QString();
    const QString token = QString::fromLatin1(randomBytes(5).toHex());
    auto kept = connection.execute(u"INSERT INTO settings (name, value, updated_at) VALUES ('setup_token', ?, ?)"_s,
                                   {QString::fromLatin1(sha256Hex(token.toLatin1())), nowMs});
    if (!kept)
        return kept.error();
    return token;
}

Result<Done> checkNewUser(const NewUser &user, const QString &password)
{
    const auto wrong = complaints(user, password);
    if (wrong.isEmpty())
        return Done{};
    return Error{.code = ErrorCode::ValidationError, .message = wrong.first(), .details = wrong};
}

Result<User> createUser(store::Connection &connection, PasswordHasher &hasher, const IdentitySettings &settings,
                        NewUser user, const QString &password, qint64 nowMs)
{
    user.email = normalizedEmail(user.email);
    if (const auto good = checkNewUser(user, password); !good)
        return good.error();
    const auto hash = hasher.hashNow(password);
    if (!hash)
        return hash.error();
    user.passwordHash = *hash;
    user.emailVerified = true; // the operator vouches for it
    store::Transaction transaction(connection);
    if (!transaction.isOpen())
        return transaction.error();
    auto row = UserStore(connection, settings, nowMs).insert(user);
    if (!row)
        return row.error();
    const auto told
        = recordArrival(connection, audit::Actor::system(u"voxdeskd user create"_s), *row, u"command line"_s, nowMs);
    if (!told)
        return told.error();
    if (auto done = transaction.commit(); !done)
        return done.error();
    return row->user;
}

Result<Done> resetPassword(store::Connection &connection, PasswordHasher &hasher, const IdentitySettings &settings,
                           const QString &email, const QString &password, qint64 nowMs)
{
    NewUser user;
    user.email = normalizedEmail(email);
    auto wrong = complaints(user, password);
    wrong.remove(u"email"_s); // somebody has it, or nobody has: that is looked up
    if (!wrong.isEmpty())
        return Error{.code = ErrorCode::ValidationError, .message = wrong.first(), .details = wrong};
    const auto hash = hasher.hashNow(password);
    if (!hash)
        return hash.error();
    store::Transaction transaction(connection);
    if (!transaction.isOpen())
        return transaction.error();
    UserStore users(connection, settings, nowMs);
    const auto row = users.byEmail(user.email);
    if (!row)
        return row.error();
    if (auto done = users.setPassword(row->user.id, *hash); !done)
        return done;
    if (const auto ended = SessionStore(connection, settings, nowMs).revokeAllOf(row->user.id, u"password reset"_s);
        !ended)
        return ended.error();
    if (auto told = audit::record(connection, audit::Actor::system(u"voxdeskd user password"_s),
                                  changeOf(u"password.reset"_s, row->user), nowMs);
        !told)
        return told;
    return transaction.commit();
}
}
