// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identityparts.h"

#include "server/mail/outbox.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace
{
vault::Place placeOf(const QString &organizationId, const QString &userId)
{
    return {organizationId, u"two_factor"_s, userId};
}

QString senderOf(const Config &config)
{
    if (!config.mailFrom.isEmpty())
        return config.mailFrom;
    const QString user = config.smtp ? config.smtp->user : QString();
    return user.contains(u'@') && mail::isDeliverable(user) ? user : u"voxdesk@localhost"_s;
}

QString spoolFolder(const Config &config) { return QDir(config.data).filePath(u"mail"_s); }
}

identity::SecretBox twoFactorSecrets(std::shared_ptr<vault::Vault> vault)
{
    if (!vault)
        return {};
    identity::SecretBox box;
    box.put = [vault](store::Connection &c, const QString &organizationId, const QString &userId,
                      QByteArrayView secret) { return vault->put(c, placeOf(organizationId, userId), secret); };
    box.get
        = [vault](store::Connection &c, const QString &organizationId, const QString &userId) -> Result<QByteArray> {
        const auto secret = vault->get(c, placeOf(organizationId, userId));
        if (!secret)
            return secret.error();
        return secret->view().toByteArray();
    };
    return box;
}

std::unique_ptr<mail::Transport> mailTransport(const Config &config)
{
    return config.smtp ? mail::smtpTransport(*config.smtp, senderOf(config))
                       : mail::spoolTransport(spoolFolder(config), senderOf(config));
}

QString mailRoute(const Config &config)
{
    if (!config.smtp)
        return u"into files in "_s + spoolFolder(config);
    return u"by %1 from %2"_s.arg(config.smtp->url.toString(), senderOf(config));
}
