// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/keysetlist.h"
#include "server/identity/userstore.h"

namespace identity
{
/// Revoked is also one whose inviter is no active owner of the organisation any more.
enum class InvitationStatus { Pending, Accepted, Revoked, Expired };
QLatin1StringView toText(InvitationStatus status); ///< "pending"

/// A row of `invitations`, without its token.
struct Invitation {
    QString id;
    QString organizationId;
    QString email; ///< normalized
    OrganizationRole role = OrganizationRole::Member;
    QString invitedBy; ///< users.id
    QString inviterEmail; ///< empty: that user is gone
    InvitationStatus status = InvitationStatus::Pending;
    QDateTime expiresAt; ///< UTC, as all of these
    QDateTime acceptedAt; ///< invalid: not accepted
    QDateTime revokedAt; ///< invalid: nobody revoked it
    QDateTime createdAt;
};

struct NewInvitation {
    QString email; ///< normalized
    OrganizationRole role = OrganizationRole::Member;
    QString invitedBy; ///< users.id
    qint64 expiresAt = 0; ///< ms UTC
};

/// With the token: it is told this once.
struct FreshInvitation {
    Invitation invitation;
    QString token;
};

struct InvitationPage {
    QList<Invitation> rows;
    api::Pagination pagination;
};

const ListTable &invitationTable();

/// The rows of `invitations`. On the connection's thread; changes belong on the writer's connection.
class InvitationStore
{
public:
    InvitationStore(store::Connection &connection, qint64 nowMs)
        : m_connection(connection)
        , m_now(nowMs)
    {
    }

    Result<InvitationPage> list(const QString &organizationId, const QString &search, const QString &sort,
                                const api::PageRequest &page);
    Result<Invitation> byId(const QString &organizationId, const QString &id); ///< ResourceNotFound

    /// Takes the place of an earlier one that waits for the same address. ResourceConflict: the address has an account.
    Result<FreshInvitation> insert(const QString &organizationId, const NewInvitation &invitation);
    /// ResourceNotFound, ResourceConflict: it was accepted. Again changes nothing.
    Result<Invitation> revoke(const QString &organizationId, const QString &id);

    /// The invitation a token is of, if `email` may accept it now. ValidationError ("invitation_token"): no such token,
    /// over, for another address, or of somebody who may not invite any more.
    Result<Invitation> forToken(const QString &token, const QString &email);
    /// Makes the user a member. As forToken() and UserStore::insert().
    Result<UserRow> accept(const QString &token, NewUser user, UserStore &users);

private:
    store::Connection &m_connection;
    qint64 m_now;
};
}
