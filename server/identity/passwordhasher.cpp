// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/passwordhasher.h"

#include "server/identity/randombytes.h"
#include "server/identity/workmemory.h"

#include <QLoggingCategory>
#include <QPromise>
#include <QRegularExpression>
#include <QThread>

#include <argon2.h>
#include <openssl/crypto.h>

#include <algorithm>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
Q_LOGGING_CATEGORY(lcHasher, "voxdesk.identity.hasher")

constexpr quint32 Lanes = 1;
constexpr int SaltBytes = 16;
constexpr int HashBytes = 32;
/// What is computed for a hash that was not made here: more would hold a thread and its memory for long.
constexpr quint32 MostKib = 256 * 1024;
constexpr quint32 MostPasses = 10;
constexpr quint32 MostLanes = 8;
constexpr auto Base64 = QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals;

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
    std::uint8_t *data() const { return reinterpret_cast<std::uint8_t *>(m_bytes.data()); }
    qsizetype size() const { return m_bytes.size(); }

private:
    mutable QByteArray m_bytes; // argon2 could wipe it, and so takes it unconst
};

WorkMemory &workMemory()
{
    static thread_local WorkMemory memory;
    return memory;
}

int takeMemory(std::uint8_t **memory, std::size_t bytes)
{
    *memory = workMemory().take(bytes);
    return *memory ? ARGON2_OK : ARGON2_MEMORY_ALLOCATION_ERROR;
}

void giveMemoryBack(std::uint8_t *, std::size_t) { workMemory().giveBack(); }

/// A password's hash with all that is needed to make it again: "$argon2id$v=19$m=…,t=…,p=…$salt$hash".
struct Encoded {
    quint32 memoryKib = 0;
    quint32 passes = 0;
    quint32 lanes = Lanes;
    QByteArray salt;
    QByteArray hash;

    static std::optional<Encoded> read(const QString &text); ///< nothing: isKnown() says no
    QString text() const;
    bool isBounded() const;
    /// ARGON2_OK, or what is wrong; `hash` says how many bytes and takes them.
    int fill(const PasswordBytes &password);
};

std::optional<Encoded> Encoded::read(const QString &text)
{
    static const QRegularExpression form(
        u"^\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto bytes = [&match](int part) { return QByteArray::fromBase64(match.captured(part).toLatin1(), Base64); };
    const Encoded known{.memoryKib = match.captured(1).toUInt(),
                        .passes = match.captured(2).toUInt(),
                        .lanes = match.captured(3).toUInt(),
                        .salt = bytes(4),
                        .hash = bytes(5)};
    return known.isBounded() ? std::optional(known) : std::nullopt;
}

/// At least what RFC 9106 asks for, of the hash four times that; at most what is computed here.
bool Encoded::isBounded() const
{
    return lanes >= 1 && lanes <= MostLanes && memoryKib >= 8 * lanes && memoryKib <= MostKib && passes >= 1
        && passes <= MostPasses && salt.size() >= 8 && hash.size() >= 16;
}

QString Encoded::text() const
{
    return u"$argon2id$v=19$m=%1,t=%2,p=%3$%4$%5"_s.arg(memoryKib).arg(passes).arg(lanes).arg(
        QLatin1StringView(salt.toBase64(Base64)), QLatin1StringView(hash.toBase64(Base64)));
}

int Encoded::fill(const PasswordBytes &password)
{
    argon2_context context{};
    context.out = reinterpret_cast<std::uint8_t *>(hash.data());
    context.outlen = quint32(hash.size());
    context.pwd = password.data();
    context.pwdlen = quint32(password.size());
    context.salt = reinterpret_cast<std::uint8_t *>(salt.data());
    context.saltlen = quint32(salt.size());
    context.t_cost = passes;
    context.m_cost = memoryKib;
    context.lanes = lanes;
    context.threads = 1;
    context.version = ARGON2_VERSION_13;
    context.allocate_cbk = takeMemory;
    context.free_cbk = giveMemoryBack;
    context.flags = ARGON2_DEFAULT_FLAGS;
    return argon2id_ctx(&context);
}

/// There is no memory.
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
    // Not on this thread, which would keep the memory.
    if (auto decoy = hash(QString::fromLatin1(randomBytes(8).toHex())).result())
        m_decoy = *decoy;
}

PasswordHasher::~PasswordHasher() { m_pool.waitForDone(); }

Result<QString> PasswordHasher::hashNow(const QString &password)
{
    Encoded made{.memoryKib = m_cost.memoryKib,
                 .passes = m_cost.passes,
                 .salt = randomBytes(SaltBytes),
                 .hash = QByteArray(HashBytes, '\0')};
    m_runs.fetch_add(1, std::memory_order_relaxed);
    if (const int failed = made.fill(PasswordBytes(password)); failed != ARGON2_OK)
        return failure(failed);
    return made.text();
}

Result<PasswordCheck> PasswordHasher::checkNow(const QString &password, const QString &encoded)
{
    const auto stored = Encoded::read(encoded);
    if (!stored && !encoded.isEmpty() && !m_unknownTold.exchange(true))
        qCWarning(lcHasher) << "a stored password hash is none that this server knows: whose it is does not sign in "
                               "before the password is reset";
    const auto known = stored ? stored : Encoded::read(m_decoy);
    if (!known)
        return failure(ARGON2_MEMORY_ALLOCATION_ERROR); // of the decoy, when this server started
    Encoded again = *known;
    m_runs.fetch_add(1, std::memory_order_relaxed);
    if (const int failed = again.fill(PasswordBytes(password)); failed != ARGON2_OK)
        return failure(failed);
    PasswordCheck check;
    const bool equal
        = CRYPTO_memcmp(again.hash.constData(), known->hash.constData(), std::size_t(known->hash.size())) == 0;
    check.matches = equal && stored;
    if (check.matches && isOutdated(encoded)) {
        if (auto better = hashNow(password))
            check.rehashed = *better;
    }
    return check;
}

/// One that costs more is, too: by the time it takes, anybody would learn who has an account.
bool PasswordHasher::isOutdated(const QString &encoded) const
{
    const auto known = Encoded::read(encoded);
    return !known || known->memoryKib != m_cost.memoryKib || known->passes != m_cost.passes || known->lanes != Lanes;
}

bool PasswordHasher::isKnown(const QString &encoded) { return Encoded::read(encoded).has_value(); }

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
