// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/verification.h"
#include "server/commands.h"
#include "server/opendatabase.h"
#include "server/operatormessage.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace
{
/// "12:9f86…": a place in the chain, and its hash.
std::optional<audit::Link> linkIn(const QString &text)
{
    bool ok = false;
    const audit::Link link{text.section(u':', 0, 0).toLongLong(&ok), text.section(u':', 1).trimmed().toLower()};
    return ok && link.sequence > 0 && link.hash.size() == 64 ? std::optional(link) : std::nullopt;
}
}

int runAuditVerify(const Config &config, const QHash<QString, QString> &options)
{
    const QString known = options.value(u"expect"_s);
    const auto link = linkIn(known);
    if (options.contains(u"expect"_s) && !link)
        return refuseUse(u"--expect: '%1' is not SEQUENCE:HASH, as an earlier run printed it."_s.arg(known));
    const auto connection = openExisting(config, Existing::Current);
    if (!connection)
        return refuse(connection.error());
    audit::Verification verification(**connection);
    if (link)
        verification.expect(*link);
    const auto verdict = verification.run();
    if (!verdict)
        return refuse(verdict.error());
    if (verdict->broken) {
        QTextStream(stderr) << "voxdeskd: " << audit::sentenceOf(*verdict->broken)
                            << ". Entries before it that are as they were written: " << verdict->checked << ".\n";
        return 1;
    }
    QTextStream out(stdout);
    out << "The audit log is as it was written. Entries checked: " << verdict->checked << ".\n";
    if (verdict->head.sequence > 0)
        out << "The newest is " << verdict->head.sequence << ':' << verdict->head.hash
            << "; kept elsewhere, that is what --expect takes.\n";
    return 0;
}
