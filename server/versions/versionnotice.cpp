// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/versions/versionnotice.h"

#include "server/api/isotime.h"
#include "server/mail/outbox.h"
#include "server/versions/callerlist.h"

using namespace Qt::StringLiterals;

namespace versions
{
namespace
{
constexpr int NoticeDays = 30;

QString inWords(const QDateTime &time) { return QString::fromLatin1(api::isoTimeSeconds(time.toMSecsSinceEpoch())); }

QString sunsetSentence(const api::VersionInfo &version)
{
    const QString name = QString::fromLatin1(version.name);
    if (!version.sunsetAt.isValid())
        return {};
    if (version.serveAfterSunset)
        return u"- Its support ends on %1; requests are still answered after that, with warning headers.\n"_s.arg(
            inWords(version.sunsetAt));
    return u"- From %1 on, requests to %2 are answered with 410 API_VERSION_SUNSET.\n"_s.arg(inWords(version.sunsetAt),
                                                                                             name);
}
}

usage::Period noticePeriod(qint64 nowMs)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).date();
    return {today.addDays(1 - NoticeDays), today};
}

QString noticeText(const api::VersionInfo &version, const QString &message, qint64 nowMs)
{
    const QString name = QString::fromLatin1(version.name);
    QString text = message.trimmed();
    text += u"\n\nAbout version %1 of this API, which your organization called in the last %2 days:\n"_s.arg(name).arg(
        NoticeDays);
    if (version.deprecatedAt.isValid())
        text += u"- It is deprecated from %1 on.\n"_s.arg(inWords(version.deprecatedAt));
    text += sunsetSentence(version);
    for (const api::Brownout &brownout : version.brownouts) {
        if (brownout.to.toMSecsSinceEpoch() > nowMs)
            text += u"- From %1 to %2 it is refused on purpose (a brown-out), so that what still calls it shows.\n"_s
                        .arg(inWords(brownout.from), inWords(brownout.to));
    }
    if (!version.successor.isEmpty())
        text += u"- Use %1 instead.\n"_s.arg(QString::fromLatin1(version.successor));
    return text;
}

Result<qint64> enqueueNotices(store::Connection &connection, const api::VersionInfo &version, const QString &message,
                              qint64 nowMs)
{
    const QString name = QString::fromLatin1(version.name);
    const auto owners = ownersOfCallers(connection, name, noticePeriod(nowMs));
    if (!owners)
        return owners.error();
    const QString subject = u"Version %1 of the API: a change that concerns you"_s.arg(name);
    const QString text = noticeText(version, message, nowMs);
    for (const QString &owner : *owners) {
        const mail::Message notice{.to = owner, .subject = subject, .text = text};
        if (auto done = mail::enqueue(connection, notice, nowMs); !done)
            return done.error();
    }
    return owners->size();
}
}
