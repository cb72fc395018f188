// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mail/transport.h"

#include <QDateTime>
#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace mail
{
namespace
{
class SpoolTransport final : public Transport
{
public:
    SpoolTransport(const QString &folder, QString from)
        : m_folder(folder)
        , m_from(std::move(from))
    {
    }

    Delivery deliver(const Outgoing &mail) override
    {
        if (!m_folder.exists()) {
            if (!QDir().mkpath(m_folder.path()))
                return failed(u"The folder %1 cannot be made"_s.arg(m_folder.path()));
            QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        QSaveFile file(m_folder.filePath(mail.id + u".eml"_s));
        // Before anything is in it: mails hold tokens.
        const bool written = file.open(QIODevice::WriteOnly)
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(rendered(mail, m_from)) > 0
            && file.commit();
        return written ? Delivery{} : failed(u"%1 cannot be written: %2"_s.arg(file.fileName(), file.errorString()));
    }

    void forget(qint64 beforeMs) override
    {
        for (const QFileInfo &file : m_folder.entryInfoList({u"mail_*.eml"_s}, QDir::Files)) {
            if (file.lastModified().toMSecsSinceEpoch() < beforeMs)
                QFile::remove(file.filePath()); // what cannot be removed now is tried again
        }
    }

private:
    static Delivery failed(const QString &reason) { return {Delivery::State::TryAgain, reason}; }

    const QDir m_folder;
    const QString m_from;
};
}

std::unique_ptr<Transport> spoolTransport(const QString &folder, const QString &from)
{
    return std::make_unique<SpoolTransport>(folder, from);
}
}
