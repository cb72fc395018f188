// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/invitationstore.h"

#include "server/identity/hmac.h"
#include "server/identity/ids.h"
#include "server/identity/randombytes.h"

#include <array>

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
Invitation readInvitation(const store::Rows &row, qint64 now)
{
    Invitation invitation{.id = row.text(0),
                          .organizationId = row.text(1),
                          .email = row.text(2),
                          .role = organizationRoleFromWire(row.text(3)).value_or(OrganizationRole::Member),
                          .invitedBy = row.text(4),
                          .inviterEmail = row.text(5),
                          .expiresAt = row.time(6),
                          .acceptedAt = row.time(7),
                          .revokedAt = row.time(8),
                          .createdAt = row.time(9)};
    const bool inviterIsOwner = row.integer(10) == 1;
    if (invitation.acceptedAt.isValid())
        invitation.status = InvitationStatus::Accepted;
    else if (invitation.revokedAt.isValid() || !inviterIsOwner)
        invitation.status = InvitationStatus::Revoked;
    else if (row.integer(6) <= now)
        invitation.status = InvitationStatus::Expired;
    return invitation;
}

QString newToken() { return u"vxi_"_s + QString::fromLatin1(randomBytes(8).toHex()); }

Error notGood(const QString &why)
{
    return {.code = ErrorCode::ValidationError, .details = {{u"invitation_token"_s, why}}};
}

Error isOver() { return notGood(u"This invitation is over"_s); }
}

QLatin1StringView toText(InvitationStatus status)
{
    constexpr std::array Names{"pending"_L1, "accepted"_L1, "revoked"_L1, "expired"_L1};
    return Names.at(std::size_t(status));
}

const ListTable &invitationTable()
{
    static const ListTable table{
        .name = "invitations"_L1,
        .columns = u"u.id, u.organization_id, u.email, u.organization_role, u.invited_by, COALESCE(o.email, ''), "
                   "u.expires_at, u.accepted_at, u.revoked_at, u.created_at, "
                   "CASE WHEN o.organization_id = u.organization_id AND o.organization_role = 'owner' "
                   "AND o.is_active = 1 THEN 1 ELSE 0 END"_s,
        .columnCount = 11,
        .sorts = {{"created_at"_L1, "created_at"_L1}, {"email"_L1, "email"_L1, true}},
        .prefixes = {},
        .joins = "LEFT JOIN users o ON o.id = u.invited_by"_L1,
        .searchIndex = false};
    return table;
}

Result<InvitationPage> InvitationStore::list(const QString &organizationId, const QString &search, const QString &sort,
                                             const api::PageRequest &page)
{
    const ListFilter filter{.conditions = {u"u.organization_id = ?"_s}, .bindings = {organizationId}, .search = search};
    InvitationPage shown;
    auto pagination = KeysetList(m_connection, invitationTable()).read(filter, sort, page, [&](const store::Rows &row) {
        shown.rows << readInvitation(row, m_now);
    });
    if (!pagination)
        return pagination.error();
    shown.pagination = *pagination;
    return shown;
}

Result<Invitation> InvitationStore::byId(const QString &organizationId, const QString &id)
{
    auto rows = m_connection.query(u"SELECT "_s % invitationTable().columns % u" FROM invitations u "
                                       % invitationTable().joins % u" WHERE u.organization_id = ? AND u.id = ?",
                                   {organizationId, id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
    return readInvitation(*rows, m_now);
}

Result<FreshInvitation> InvitationStore::insert(const QString &organizationId, const NewInvitation &invitation)
{
    {
        auto rows = m_connection.query(u"SELECT id FROM users WHERE email = ?"_s, {invitation.email});
        if (!rows)
            return rows.error();
        if (rows->next())
            return Error{.code = ErrorCode::ResourceConflict,
                         .message = u"This e-mail address is already registered"_s,
                         .details = {{u"email"_s, u"Already registered"_s}}};
    }
    auto replaced
        = m_connection.execute(u"UPDATE invitations SET revoked_at = ? WHERE organization_id = ? AND email = ? "
                               "AND accepted_at IS NULL AND revoked_at IS NULL"_s,
                               {m_now, organizationId, invitation.email});
    if (!replaced)
        return replaced.error();
    const QString id = newId("inv"_L1, m_now);
    const QString token = newToken();
    auto made = m_connection.execute(
        u"INSERT INTO invitations (id, organization_id, email, organization_role, token_hash, invited_by, expires_at, "
        "search_text, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id, organizationId, invitation.email, QString(toWire(invitation.role)), typedTokenHash(token),
         invitation.invitedBy, invitation.expiresAt, invitation.email, m_now});
    if (!made)
        return made.error();
    auto row = byId(organizationId, id);
    if (!row)
        return row.error();
    return FreshInvitation{*row, token};
}

Result<Invitation> InvitationStore::revoke(const QString &organizationId, const QString &id)
{
    auto row = byId(organizationId, id);
    if (!row || row->revokedAt.isValid())
        return row;
    if (row->status == InvitationStatus::Accepted)
        return Error{.code = ErrorCode::ResourceConflict, .message = u"This invitation was accepted"_s};
    auto written = m_connection.execute(u"UPDATE invitations SET revoked_at = ? WHERE organization_id = ? AND id = ? "
                                        "AND accepted_at IS NULL AND revoked_at IS NULL"_s,
                                        {m_now, organizationId, id});
    if (!written)
        return written.error();
    // Otherwise another server was quicker: by now it was accepted, or is revoked.
    return *written == 1 ? byId(organizationId, id) : revoke(organizationId, id);
}

Result<Invitation> InvitationStore::forToken(const QString &token, const QString &email)
{
    auto rows = m_connection.query(u"SELECT "_s % invitationTable().columns
                                       % u" FROM invitations u JOIN organizations t ON t.id = u.organization_id "
                                       % invitationTable().joins % u" WHERE u.token_hash = ? AND t.is_active = 1",
                                   {typedTokenHash(token)});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? Error{ErrorCode::ServiceUnavailable} : notGood(u"No such invitation"_s);
    const Invitation invitation = readInvitation(*rows, m_now);
    if (invitation.status != InvitationStatus::Pending)
        return isOver();
    if (invitation.email != email)
        return notGood(u"This invitation is for another e-mail address"_s);
    return invitation;
}

Result<UserRow> InvitationStore::accept(const QString &token, NewUser user, UserStore &users)
{
    const auto invitation = forToken(token, user.email);
    if (!invitation)
        return invitation.error();
    user.organizationId = invitation->organizationId;
    user.organizationRole = invitation->role;
    {
        auto rows = m_connection.query(u"SELECT tier FROM organizations WHERE id = ?"_s, {user.organizationId});
        if (!rows)
            return rows.error();
        user.tier = rows->next() ? tierFromWire(rows->text(0)).value_or(Tier::Free) : Tier::Free;
    }
    auto row = users.insert(user);
    if (!row)
        return row;
    auto accepted = m_connection.execute(
        u"UPDATE invitations SET accepted_at = ?, accepted_by = ? WHERE organization_id = ? AND id = ? "
        "AND accepted_at IS NULL AND revoked_at IS NULL"_s,
        {m_now, row->user.id, invitation->organizationId, invitation->id});
    if (!accepted)
        return accepted.error();
    return *accepted == 1 ? row : Result<UserRow>(isOver()); // another server was quicker
}
}
