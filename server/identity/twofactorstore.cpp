// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/twofactorstore.h"

#include "server/identity/hmac.h"
#include "server/identity/loginfailures.h"
#include "server/identity/randombytes.h"
#include "server/identity/totp.h"

using namespace Qt::StringLiterals;

namespace identity
{
const QString WrongCode = u"The code is wrong, was used before, or is too old"_s;

namespace
{
constexpr int RecoveryDigits = 16;

/// What people put between digits does not count.
QString bare(const QString &code)
{
    QString out;
    for (const QChar c : code) {
        if (!c.isSpace() && c != u'-')
            out += c.toLower();
    }
    return out;
}

/// 80 bits in Crockford's base 32, which has nothing that is read as something else.
QString newRecoveryCode()
{
    constexpr char Alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
    const QByteArray random = randomBytes(RecoveryDigits / 4);
    QString code;
    for (int i = 0; i < RecoveryDigits; ++i) {
        if (i > 0 && i % 4 == 0)
            code += u'-';
        code += QLatin1Char(Alphabet[uchar(random[i]) & 31]);
    }
    return code;
}

/// Random enough that no key is needed: nobody tries 2^80.
QString codeHash(const QString &userId, const QString &bareCode)
{
    return QString::fromLatin1(sha256Hex(QString(userId % u':' % bareCode).toUtf8()));
}

/// How failures of second factors are counted: not by an e-mail address, and from all addresses together.
QString accountKey(const QString &userId) { return u"second factor of "_s % userId; }

Error conflict(const QString &message) { return {.code = ErrorCode::ResourceConflict, .message = message}; }

Error alreadyOn() { return conflict(u"This account has a second factor. Disable it first."_s); }
}

struct TwoFactorStore::Row {
    QString organizationId;
    std::optional<qint64> confirmedAt;
    qint64 lastStep = -1;
};

Result<std::optional<TwoFactorStore::Row>> TwoFactorStore::load(const QString &userId)
{
    auto rows = m_connection.query(
        u"SELECT organization_id, confirmed_at, last_step FROM two_factor WHERE user_id = ?"_s, {userId});
    if (!rows)
        return rows.error();
    if (!rows->next()) {
        if (rows->failed())
            return ErrorCode::ServiceUnavailable;
        return std::optional<Row>();
    }
    return std::optional(Row{.organizationId = rows->text(0),
                             .confirmedAt = rows->isNull(1) ? std::nullopt : std::optional(rows->integer(1)),
                             .lastStep = rows->integer(2)});
}

Result<bool> TwoFactorStore::isEnabled(const QString &userId)
{
    const auto row = load(userId);
    if (!row)
        return row.error();
    return *row && (*row)->confirmedAt;
}

Result<TwoFactorState> TwoFactorStore::state(const QString &userId)
{
    const auto row = load(userId);
    if (!row)
        return row.error();
    if (!*row || !(*row)->confirmedAt)
        return TwoFactorState{};
    auto left
        = m_connection.query(u"SELECT COUNT(*) FROM recovery_codes WHERE user_id = ? AND used_at IS NULL"_s, {userId});
    if (!left)
        return left.error();
    return TwoFactorState{.enabled = true,
                          .enabledAt = QDateTime::fromMSecsSinceEpoch(*(*row)->confirmedAt, Qt::UTC),
                          .recoveryCodesLeft = left->next() ? int(left->integer(0)) : 0};
}

Result<QByteArray> TwoFactorStore::enroll(const QString &organizationId, const QString &userId)
{
    const auto row = load(userId);
    if (!row)
        return row.error();
    if (*row && (*row)->confirmedAt)
        return alreadyOn();
    const QByteArray secret = newTotpSecret();
    auto made = m_connection.execute(
        u"INSERT INTO two_factor (user_id, organization_id, created_at) VALUES (?, ?, ?) "
        "ON CONFLICT (user_id) DO UPDATE SET organization_id = excluded.organization_id, last_step = -1, "
        "created_at = excluded.created_at WHERE two_factor.confirmed_at IS NULL"_s,
        {userId, organizationId, m_now});
    if (!made)
        return made.error();
    if (*made == 0) // another server has turned it on since
        return alreadyOn();
    if (auto kept = m_secrets.put(m_connection, organizationId, userId, secret); !kept)
        return kept.error();
    return secret;
}

Result<FactorCheck> TwoFactorStore::confirm(const QString &userId, const QString &code)
{
    const auto row = load(userId);
    if (!row)
        return row.error();
    if (!*row || (*row)->confirmedAt)
        return conflict(*row ? u"The second factor is on already."_s : u"Enroll a second factor first."_s);
    const auto checked = checkStep(userId, **row, bare(code));
    if (!checked || !checked->accepted)
        return checked;
    auto confirmed
        = m_connection.execute(u"UPDATE two_factor SET confirmed_at = ? WHERE user_id = ?"_s, {m_now, userId});
    if (!confirmed)
        return confirmed.error();
    return checked;
}

Result<QStringList> TwoFactorStore::newRecoveryCodes(const QString &userId)
{
    auto cleared = m_connection.execute(u"DELETE FROM recovery_codes WHERE user_id = ?"_s, {userId});
    if (!cleared)
        return cleared.error();
    QStringList codes;
    while (codes.size() < RecoveryCodes) {
        const QString code = newRecoveryCode();
        auto kept
            = m_connection.execute(u"INSERT INTO recovery_codes (user_id, code_hash, created_at) VALUES (?, ?, ?)"_s,
                                   {userId, codeHash(userId, bare(code)), m_now});
        if (!kept)
            return kept.error();
        codes << code;
    }
    return codes;
}

Result<FactorCheck> TwoFactorStore::check(const QString &userId, const QString &code)
{
    const QString given = bare(code);
    if (given.size() == RecoveryDigits) {
        const auto used = useRecoveryCode(userId, given);
        if (!used)
            return used.error();
        return *used ? Result<FactorCheck>(FactorCheck{.accepted = true}) : wrong(userId);
    }
    const auto row = load(userId);
    if (!row)
        return row.error();
    if (!*row || !(*row)->confirmedAt)
        return conflict(u"This account has no second factor."_s);
    return checkStep(userId, **row, given);
}

Result<FactorCheck> TwoFactorStore::checkStep(const QString &userId, const Row &row, const QString &code)
{
    LoginFailures failures(m_connection, m_settings, m_now);
    const auto standing = failures.standing(accountKey(userId), {});
    if (!standing)
        return standing.error();
    if (standing->lockedSeconds > 0)
        return FactorCheck{.lockedSeconds = standing->lockedSeconds};
    const auto secret = m_secrets.get(m_connection, row.organizationId, userId);
    if (!secret)
        return secret.error();
    const auto step = matchingStep(*secret, code, m_now, row.lastStep);
    if (!step)
        return wrong(userId);
    // Asked for in the change itself: two servers may look at one code at the same time.
    auto used = m_connection.execute(u"UPDATE two_factor SET last_step = ? WHERE user_id = ? AND last_step < ?"_s,
                                     {*step, userId, *step});
    if (!used)
        return used.error();
    if (*used != 1)
        return wrong(userId);
    if (auto forgiven = failures.forgive(accountKey(userId), {}); !forgiven)
        return forgiven.error();
    return FactorCheck{.accepted = true};
}

Result<bool> TwoFactorStore::useRecoveryCode(const QString &userId, const QString &code)
{
    auto used = m_connection.execute(
        u"UPDATE recovery_codes SET used_at = ? WHERE user_id = ? AND code_hash = ? AND used_at IS NULL"_s,
        {m_now, userId, codeHash(userId, code)});
    if (!used)
        return used.error();
    if (*used != 1)
        return false;
    auto forgiven = LoginFailures(m_connection, m_settings, m_now).forgive(accountKey(userId), {});
    if (!forgiven)
        return forgiven.error();
    return true;
}

Result<FactorCheck> TwoFactorStore::wrong(const QString &userId)
{
    LoginFailures failures(m_connection, m_settings, m_now);
    const auto before = failures.standing(accountKey(userId), {});
    if (!before)
        return before.error();
    // What is refused unseen does not keep the account locked.
    if (before->lockedSeconds > 0)
        return FactorCheck{.lockedSeconds = before->lockedSeconds};
    if (auto recorded = failures.record(accountKey(userId), {}); !recorded)
        return recorded.error();
    const auto after = failures.standing(accountKey(userId), {});
    if (!after)
        return after.error();
    return FactorCheck{.justLocked = after->lockedSeconds > 0};
}

Result<bool> TwoFactorStore::remove(const QString &userId)
{
    const auto enabled = isEnabled(userId);
    if (!enabled)
        return enabled;
    auto removed = m_connection.execute(u"DELETE FROM two_factor WHERE user_id = ?"_s, {userId});
    if (!removed)
        return removed.error();
    // Wrong codes were guesses at this one; what is enrolled next begins anew.
    const auto forgiven = LoginFailures(m_connection, m_settings, m_now).forgive(accountKey(userId), {});
    return forgiven ? enabled : Result<bool>(forgiven.error());
}
}
