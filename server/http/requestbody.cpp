// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestbody.h"

#include <QDir>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace http
{
namespace
{
// A promise of length is not yet a body: what is set aside for it in advance stays small.
constexpr qint64 reserveAtMost = 64 * 1024;
constexpr qint64 filePiece = 64 * 1024; // of a packed file, inflated at a time
}

RequestBody::RequestBody(BodyRules rules, qint64 expected)
    : m_rules(std::move(rules))
{
    m_octets.memory.reserve(std::min(expected, reserveAtMost));
}

int RequestBody::take(QByteArrayView octets)
{
    return m_octets.size + octets.size() > m_rules.policy.maxBytes ? 413 : store(octets, m_octets);
}

int RequestBody::store(QByteArrayView octets, Octets &to) const
{
    to.size += octets.size();
    if (!to.file && to.size > m_rules.policy.spoolAbove) {
        const QString folder = m_rules.spoolDirectory.isEmpty() ? QDir::tempPath() : m_rules.spoolDirectory;
        to.file = std::make_shared<QTemporaryFile>(folder + "/voxdesk-body-XXXXXX"_L1);
        if (!to.file->open() || to.file->write(to.memory) != to.memory.size())
            return 500;
        to.memory = {};
    }
    if (to.file)
        return to.file->write(octets.data(), octets.size()) == octets.size() ? 0 : 500;
    to.memory.append(octets.data(), octets.size());
    return 0;
}

int RequestBody::inflate()
{
    const qint64 most = std::min(m_rules.inflatedBytes, m_rules.policy.maxInflated);
    const Octets packed = std::exchange(m_octets, {});
    Inflater inflater;
    int status = 0;
    const auto take = [&](QByteArrayView plain) {
        status = m_octets.size + plain.size() > most ? 413 : store(plain, m_octets);
        return status == 0;
    };
    bool isGzip = true;
    if (packed.file) {
        if (!packed.file->seek(0))
            return 500;
        while (isGzip && !packed.file->atEnd()) {
            const QByteArray octets = packed.file->read(filePiece);
            if (octets.isEmpty())
                return 500;
            isGzip = inflater.append(octets, take);
        }
    } else {
        isGzip = inflater.append(packed.memory, take);
    }
    m_damaged = status == 0 && !(isGzip && inflater.isComplete());
    return m_damaged ? 400 : status;
}

int RequestBody::finish(Request &request)
{
    if (m_rules.gzip) {
        if (const int status = inflate())
            return status;
        request.headers.remove("Content-Encoding");
    }
    if (m_octets.file) {
        if (!m_octets.file->flush() || !m_octets.file->seek(0))
            return 500;
        request.spooled = std::move(m_octets.file);
    } else {
        request.body = std::move(m_octets.memory);
    }
    return 0;
}

Request withoutBody(const Request &request)
{
    Request copy;
    copy.method = request.method;
    copy.methodName = request.methodName;
    copy.path = request.path;
    copy.query = request.query;
    copy.headers = request.headers;
    copy.client = request.client;
    copy.secure = request.secure;
    copy.received = request.received;
    copy.damaged = request.damaged;
    return copy;
}
}
