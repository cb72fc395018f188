// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/democast.h"

#include "server/identity/userrow.h"
#include "server/store/bulkload.h"

#include <array>

using namespace Qt::StringLiterals;

namespace demo
{
namespace
{
constexpr int MostMembers = 260;
constexpr int MostKeys = 32;

constexpr std::array Browsers{
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
    "Safari/605.1.15",
    "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
    "Mobile/15E148 Safari/604.1"};

struct Program {
    const char *name; ///< of the key
    const char *userAgent;
    const char *permission;
};
constexpr std::array Programs{Program{"Nightly export", "python-requests/2.31.0", "read"},
                              Program{"CRM sync", "axios/1.7.7", "write"},
                              Program{"Wallboard", "node-fetch/3.3.2", "read"},
                              Program{"Billing", "Java-http-client/17.0.9", "read"},
                              Program{"Appointment desk", "okhttp/4.12.0", "write"},
                              Program{"Usage report", "curl/8.5.0", "read"},
                              Program{"Call router", "Go-http-client/2.0", "write"}};

/// One that no text has: the key lets nobody in.
QString unknownHash(DemoRandom &random)
{
    QString hash;
    for (int i = 0; i < 4; ++i)
        hash += QString::number(random.bits(), 16).rightJustified(16, u'0');
    return hash;
}

Result<Done> pickMembers(store::Connection &connection, DemoRandom &random, const QString &condition,
                         const QVariantList &bindings, QList<DemoMember> &members)
{
    auto rows = connection.query(u"SELECT id, email, organization_id, organization_role, role, created_at, "
                                 "last_login_at FROM users WHERE is_active = 1 AND "_s
                                     % condition,
                                 bindings);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const bool staff = rows->text(4) == "admin"_L1 || rows->text(4) == "support"_L1;
        const QString network = staff ? u"192.0.2."_s : random.chance(0.5) ? u"198.51.100."_s : u"203.0.113."_s;
        members << DemoMember{.userId = rows->text(0),
                              .email = rows->text(1),
                              .organizationId = rows->text(2),
                              .isOwner = rows->text(3) == "owner"_L1,
                              .since = rows->integer(5),
                              .lastLogin = rows->integer(6),
                              .address = network + QString::number(staff ? 10 : 1 + random.below(254)),
                              .program
                              = staff ? u"voxdesk/" VOXDESK_VERSION ""_s : QString::fromLatin1(random.of(Browsers))};
    }
    return rows->failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
}

/// How many keys a member makes whom others look at.
int keysOf(const DemoMember &member, DemoRandom &random) { return member.known ? 3 : random.chance(0.4) ? 1 : 0; }

DemoKey newKey(const DemoMember &creator, qsizetype place, const Program &program, DemoRandom &random, DemoWorld &world,
               const DemoTimeline &timeline)
{
    const qint64 created = timeline.moment(random, creator.since);
    DemoKey key{.id = world.newId("key"_L1, created),
                .name = QString::fromLatin1(program.name),
                .permission = QString::fromLatin1(program.permission),
                .program = QString::fromLatin1(program.userAgent),
                .creator = place,
                .createdAt = created};
    if (random.chance(0.25))
        key.rotatedAt = timeline.moment(random, key.createdAt);
    if (!creator.known && random.chance(0.12))
        key.revokedAt = timeline.moment(random, std::max(key.createdAt, key.rotatedAt));
    const qint64 end = key.revokedAt > 0 ? key.revokedAt : timeline.nowMs();
    key.lastUsedAt = std::max(key.createdAt, end - random.below(2 * HourMs));
    return key;
}
}

Result<DemoCast> pickCast(store::Connection &connection, DemoRandom &random, DemoWorld &world,
                          const DemoTimeline &timeline)
{
    DemoCast cast;
    const QVariantList known{u"admin@voxdesk.example"_s, u"support@voxdesk.example"_s, u"owner@northgate.example"_s};
    auto picked
        = pickMembers(connection, random, u"email IN (?, ?, ?) ORDER BY email"_s, known, cast.members); // admin first
    for (DemoMember &member : cast.members)
        member.known = true;
    if (picked) {
        picked = pickMembers(connection, random,
                             u"last_login_at > ? AND email NOT IN (?, ?, ?) ORDER BY seq LIMIT %1"_s.arg(MostMembers),
                             QVariantList{timeline.nowMs() - 40 * DayMs} + known, cast.members);
    }
    if (!picked)
        return picked.error();
    store::BulkInsert rows(connection, u"access_keys"_s,
                           {u"id"_s, u"organization_id"_s, u"created_by"_s, u"name"_s, u"sort_name"_s, u"permissions"_s,
                            u"secret_hash"_s, u"last4"_s, u"revoked_at"_s, u"rotated_at"_s, u"last_used_at"_s,
                            u"search_text"_s, u"created_at"_s, u"updated_at"_s});
    const auto orNull = [](qint64 at) { return at > 0 ? QVariant(at) : QVariant(); };
    for (qsizetype place = 0; place < cast.members.size() && cast.keys.size() < MostKeys; ++place) {
        const DemoMember &member = cast.members[place];
        const int count = member.isOwner ? keysOf(member, random) : 0;
        const qsizetype first = random.below(qint64(Programs.size()));
        for (int i = 0; i < count; ++i) {
            const Program &program = Programs[std::size_t(first + i) % Programs.size()];
            const DemoKey key = newKey(member, place, program, random, world, timeline);
            const QString folded = identity::folded(key.name);
            const QString hash = unknownHash(random);
            const auto added
                = rows.add({key.id, member.organizationId, member.userId, key.name, folded, key.permission, hash,
                            hash.right(4), orNull(key.revokedAt), orNull(key.rotatedAt), key.lastUsedAt, folded,
                            key.createdAt, std::max({key.createdAt, key.rotatedAt, key.revokedAt})});
            if (!added)
                return added.error();
            cast.keys << key;
        }
    }
    const auto written = rows.flush();
    return written ? Result<DemoCast>(cast) : written.error();
}
}
