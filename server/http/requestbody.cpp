// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestbody.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace http
{
namespace
{
// A promise of length is not yet a body: what is set aside for it in advance stays small.
constexpr qint64 reserveAtMost = 64 * 1024;
}

RequestBody::RequestBody(BodyRules rules, qint64 expected)
    : m_rules(std::move(rules))
{
    if (m_rules.gzip)
        m_inflater = std::make_unique<Inflater>();
    m_memory.reserve(std::min(expected, reserveAtMost));
}

int RequestBody::take(QByteArrayView octets)
{
    m_received += octets.size();
    if (m_received > m_rules.policy.maxBytes)
        return 413;
    if (!m_inflater)
        return store(octets);
    int status = 0;
    const bool isGzip = m_inflater->append(octets, [this, &status](QByteArrayView plain) {
        const qint64 most = std::min(m_rules.inflatedBytes, m_rules.policy.maxInflated);
        status = m_stored + plain.size() > most ? 413 : store(plain);
        return status == 0;
    });
    m_damaged = !isGzip && status == 0;
    return m_damaged ? 400 : status;
}

int RequestBody::store(QByteArrayView octets)
{
    m_stored += octets.size();
    if (!m_file && m_stored > m_rules.policy.spoolAbove) {
        const QString folder = m_rules.spoolDirectory.isEmpty() ? QDir::tempPath() : m_rules.spoolDirectory;
        m_file = std::make_shared<QTemporaryFile>(folder + "/voxdesk-body-XXXXXX"_L1);
        if (!m_file->open() || m_file->write(m_memory) != m_memory.size())
            return 500;
        m_memory = {};
    }
    if (m_file)
        return m_file->write(octets.data(), octets.size()) == octets.size() ? 0 : 500;
    m_memory.append(octets.data(), octets.size());
    return 0;
}

int RequestBody::finish(Request &request)
{
    if (m_inflater) {
        m_damaged = !m_inflater->isComplete();
        if (m_damaged)
            return 400;
        request.headers.remove("Content-Encoding");
    }
    if (m_file) {
        if (!m_file->flush() || !m_file->seek(0))
            return 500;
        request.spooled = std::move(m_file);
    } else {
        request.body = std::move(m_memory);
    }
    return 0;
}
}
