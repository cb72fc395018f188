// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/passwordhasher.h"

#include "server/identity/randombytes.h"

#include <QPromise>
#include <QRegularExpression>
#include <QThread>

#include <argon2.h>
#include <openssl/crypto.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
constexpr quint32 Lanes = 1;
constexpr std::size_t SaltBytes = 16;
constexpr std::size_t HashBytes = 32;
/// Of "$argon2id$v=19$m=…,t=…,p=1$salt$hash" with the largest cost, and its end.
constexpr std::size_t EncodedBytes = 160;

/// The bytes that are hashed: composed, so that the same word typed on another keyboard is the same. Wiped at the end.
class PasswordBytes
{
    Q_DISABLE_COPY_MOVE(PasswordBytes)
public:
    explicit PasswordBytes(const QString &password)
        : m_bytes(password.normalized(QString::NormalizationForm_C).toUtf8())
    {
    }
    ~PasswordBytes() { OPENSSL_cleanse(m_bytes.data(), std::size_t(m_bytes.size())); }
    const char *data() const { return m_bytes.constData(); }
    std::size_t size() const { return std::size_t(m_bytes.size()); }

private:
    QByteArray m_bytes;
};

/// No memory, or a stored hash that cannot be read.
Error failure(int argon2Code)
{
    return {.code = ErrorCode::ServiceUnavailable,
            .log = u"argon2: "_s + QLatin1StringView(argon2_error_message(argon2Code))};
}
}

PasswordHasher::PasswordHasher(PasswordCost cost, int threads)
    : m_cost(cost)
{
    m_pool.setMaxThreadCount(threads > 0 ? threads : std::max(1, QThread::idealThreadCount() - 1));
    m_pool.setThreadPriority(QThread::LowPriority);
    if (auto decoy = hashNow(QString::fromLatin1(randomBytes(8).toHex())))
        m_decoy = *decoy;
}

PasswordHasher::~PasswordHasher() { m_pool.waitForDone(); }

Result<QString> PasswordHasher::hashNow(const QString &password)
{
    const PasswordBytes bytes(password);
    const QByteArray salt = randomBytes(SaltBytes);
    std::array<char, EncodedBytes> encoded{};
    m_runs.fetch_add(1, std::memory_order_relaxed);
    const int failed = argon2id_hash_encoded(m_cost.passes, m_cost.memoryKib, Lanes, bytes.data(), bytes.size(),
                                             salt.constData(), SaltBytes, HashBytes, encoded.data(), encoded.size());
    if (failed != ARGON2_OK)
        return failure(failed);
    return QString::fromLatin1(encoded.data());
}

Result<PasswordCheck> PasswordHasher::checkNow(const QString &password, const QString &encoded)
{
    PasswordCheck check;
    {
        const PasswordBytes bytes(password);
        const QByteArray against = (encoded.isEmpty() ? m_decoy : encoded).toLatin1();
        m_runs.fetch_add(1, std::memory_order_relaxed);
        const int compared = argon2id_verify(against.constData(), bytes.data(), bytes.size());
        if (compared != ARGON2_OK && compared != ARGON2_VERIFY_MISMATCH)
            return failure(compared);
        check.matches = compared == ARGON2_OK && !encoded.isEmpty();
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
