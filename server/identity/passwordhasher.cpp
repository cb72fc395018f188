// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/passwordhasher.h"

#include "server/identity/randombytes.h"

#include <QPromise>
#include <QRegularExpression>
#include <QThread>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
/// The bytes that are hashed: composed, so that the same word typed on another keyboard is the same. Wiped at the end.
class PasswordBytes
{
    Q_DISABLE_COPY_MOVE(PasswordBytes)
public:
    explicit PasswordBytes(const QString &password)
        : m_bytes(password.normalized(QString::NormalizationForm_C).toUtf8())
    {
    }
    ~PasswordBytes() { sodium_memzero(m_bytes.data(), std::size_t(m_bytes.size())); }
    const char *data() const { return m_bytes.constData(); }
    std::size_t size() const { return std::size_t(m_bytes.size()); }

private:
    QByteArray m_bytes;
};
}

PasswordHasher::PasswordHasher(PasswordCost cost, int threads)
    : m_cost(cost)
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot start");
    m_pool.setMaxThreadCount(threads > 0 ? threads : std::max(1, QThread::idealThreadCount() - 1));
    m_pool.setThreadPriority(QThread::LowPriority);
    if (auto decoy = hashNow(QString::fromLatin1(randomBytes(8).toHex())))
        m_decoy = *decoy;
}

PasswordHasher::~PasswordHasher() { m_pool.waitForDone(); }

Result<QString> PasswordHasher::hashNow(const QString &password)
{
    const PasswordBytes bytes(password);
    std::array<char, crypto_pwhash_STRBYTES> encoded{};
    m_runs.fetch_add(1, std::memory_order_relaxed);
    const int failed = crypto_pwhash_str_alg(encoded.data(), bytes.data(), bytes.size(), m_cost.passes,
                                             std::size_t(m_cost.memoryKib) * 1024, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0)
        return Error{.code = ErrorCode::ServiceUnavailable, .log = u"argon2: not enough memory"_s};
    return QString::fromLatin1(encoded.data());
}

Result<PasswordCheck> PasswordHasher::checkNow(const QString &password, const QString &encoded)
{
    PasswordCheck check;
    {
        const PasswordBytes bytes(password);
        const QByteArray against = (encoded.isEmpty() ? m_decoy : encoded).toLatin1();
        m_runs.fetch_add(1, std::memory_order_relaxed);
        const bool same = crypto_pwhash_str_verify(against.constData(), bytes.data(), bytes.size()) == 0;
        check.matches = same && !encoded.isEmpty();
        if (!same && crypto_pwhash_str_needs_rehash(against.constData(), m_cost.passes, m_cost.memoryKib) < 0)
            return Error{.code = ErrorCode::ServiceUnavailable, .log = u"argon2: a stored hash cannot be read"_s};
    }
    if (check.matches && isOutdated(encoded)) {
        if (auto better = hashNow(password))
            check.rehashed = *better;
    }
    return check;
}

bool PasswordHasher::isOutdated(const QString &encoded) const
{
    static const QRegularExpression parameters(u"^\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=\\d+\\$"_s);
    const auto match = parameters.match(encoded);
    return !match.hasMatch() || match.captured(1).toUInt() < m_cost.memoryKib
        || match.captured(2).toUInt() < m_cost.passes;
}

template<typename T>
QFuture<Result<T>> PasswordHasher::start(std::function<Result<T>()> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    if (m_waiting.fetch_add(1) >= QueueLimit) {
        m_waiting.fetch_sub(1);
        promise->addResult(Error{.code = ErrorCode::ServiceUnavailable, .retryAfterSeconds = 5});
        promise->finish();
        return future;
    }
    m_pool.start([this, promise, work = std::move(work)] {
        Result<T> result = work();
        m_waiting.fetch_sub(1);
        promise->addResult(std::move(result));
        promise->finish();
    });
    return future;
}

QFuture<Result<QString>> PasswordHasher::hash(const QString &password)
{
    return start<QString>([this, password] { return hashNow(password); });
}

QFuture<Result<PasswordCheck>> PasswordHasher::check(const QString &password, const QString &encoded)
{
    return start<PasswordCheck>([this, password, encoded] { return checkNow(password, encoded); });
}
}
