// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mail/transport.h"

#include <QHostAddress>
#include <QUrlQuery>

#include <curl/curl.h>

#include <cstring>
#include <mutex>

using namespace Qt::StringLiterals;

namespace mail
{
namespace
{
constexpr long ConnectSeconds = 15;
constexpr long WholeSeconds = 60;
constexpr long ReplySeconds = 30;

Error wrongUrl(const QString &reason) { return {.code = ErrorCode::ValidationError, .message = reason}; }

bool isThisMachine(const QString &host) { return host == "localhost"_L1 || QHostAddress(host).isLoopback(); }

/// One mail on its way: what remains to be handed to curl, and what the server's next reply is about.
struct Passage {
    QByteArrayView rest;
    bool isAboutTheMail = false; ///< its recipient, or all of it; else who we are and where we come from
    bool refused = false; ///< the mail itself was, for ever
};

std::size_t readMore(char *buffer, std::size_t size, std::size_t count, void *user)
{
    auto *passage = static_cast<Passage *>(user);
    passage->isAboutTheMail = true; // the server said "go on" to DATA
    const auto taken = std::min(qsizetype(size * count), passage->rest.size());
    std::memcpy(buffer, passage->rest.data(), std::size_t(taken));
    passage->rest = passage->rest.sliced(taken);
    return std::size_t(taken);
}

/// 550 to 556 (RFC 5321): not now, nor later.
bool isFinal(QByteArrayView reply)
{
    return reply.size() >= 3 && reply.startsWith("55") && reply[2] >= '0' && reply[2] <= '6';
}

/// Sees each command that goes out and each line of a reply. A mail is lost by a refusal of its own alone: a server
/// that will not talk to us, or takes nothing from our address, may be talked to again later.
int follow(CURL *, curl_infotype type, char *data, std::size_t size, void *user)
{
    auto *passage = static_cast<Passage *>(user);
    const QByteArrayView text(data, qsizetype(size));
    if (type == CURLINFO_HEADER_OUT)
        passage->isAboutTheMail = text.startsWith("RCPT");
    else if (type == CURLINFO_HEADER_IN && passage->isAboutTheMail && isFinal(text))
        passage->refused = true;
    return 0;
}

int goOn(void *user, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<std::atomic<bool> *>(user)->load() ? 1 : 0;
}

struct Free {
    void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

void initializeCurlOnce()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

long sslLevel(const SmtpSettings &settings)
{
    switch (settings.startTls) {
    case SmtpSettings::StartTls::Required:
        return long(CURLUSESSL_ALL);
    case SmtpSettings::StartTls::Optional:
        return long(CURLUSESSL_TRY);
    case SmtpSettings::StartTls::Off:
        break;
    }
    return long(CURLUSESSL_NONE);
}

class SmtpTransport final : public Transport
{
public:
    SmtpTransport(SmtpSettings settings, QString from)
        : m_settings(std::move(settings))
        , m_from(std::move(from))
    {
        initializeCurlOnce();
        m_curl.reset(curl_easy_init());
    }

    Delivery deliver(const Outgoing &mail) override
    {
        if (!m_curl)
            return {Delivery::State::TryAgain, u"libcurl cannot be used"_s};
        const QByteArray bytes = rendered(mail, m_from);
        Passage passage{.rest = bytes};
        const std::unique_ptr<curl_slist, Free> to(
            curl_slist_append(nullptr, QByteArray('<' + mail.to.toLatin1() + '>').constData()));
        configure();
        set(CURLOPT_MAIL_RCPT, to.get());
        set(CURLOPT_READDATA, static_cast<void *>(&passage));
        set(CURLOPT_DEBUGDATA, static_cast<void *>(&passage));
        const CURLcode code = curl_easy_perform(m_curl.get());
        long said = 0;
        curl_easy_getinfo(m_curl.get(), CURLINFO_RESPONSE_CODE, &said);
        curl_easy_reset(m_curl.get());
        return code == CURLE_OK ? Delivery{} : failed(code, said, passage.refused);
    }

    void stop() override { m_stopping = true; }

private:
    template<typename T>
    void set(CURLoption option, T value)
    {
        curl_easy_setopt(m_curl.get(), option, value);
    }

    void configure()
    {
        // The path is what we say HELO as.
        const QByteArray domain = m_from.mid(m_from.lastIndexOf(u'@') + 1).toLatin1();
        set(CURLOPT_URL, QByteArray(m_settings.url.toEncoded(QUrl::RemovePath) + '/' + domain).constData());
        set(CURLOPT_USE_SSL, sslLevel(m_settings));
        set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
        if (!m_settings.caFile.isEmpty())
            set(CURLOPT_CAINFO, m_settings.caFile.toLocal8Bit().constData());
        if (!m_settings.user.isEmpty()) {
            set(CURLOPT_USERNAME, m_settings.user.toUtf8().constData());
            set(CURLOPT_PASSWORD, m_settings.password.toUtf8().constData());
        }
        set(CURLOPT_NOPROXY, "*");
        set(CURLOPT_MAIL_FROM, QByteArray('<' + m_from.toLatin1() + '>').constData());
        set(CURLOPT_READFUNCTION, readMore);
        set(CURLOPT_DEBUGFUNCTION, follow); // and nothing is printed
        set(CURLOPT_VERBOSE, 1L);
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_CONNECTTIMEOUT, ConnectSeconds);
        set(CURLOPT_TIMEOUT, WholeSeconds);
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, ReplySeconds);
        // A kept connection is ended by curl_easy_cleanup(), which waits two minutes for the answer to its QUIT.
        set(CURLOPT_FORBID_REUSE, 1L);
        set(CURLOPT_NOSIGNAL, 1L); // threads
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, goOn);
        set(CURLOPT_XFERINFODATA, static_cast<void *>(&m_stopping));
    }

    static Delivery failed(CURLcode code, long said, bool forEver)
    {
        QString reason = QString::fromUtf8(curl_easy_strerror(code));
        if (said > 0)
            reason += u" (the mail server said %1)"_s.arg(said);
        return {forEver ? Delivery::State::Refused : Delivery::State::TryAgain, reason};
    }

    const SmtpSettings m_settings;
    const QString m_from;
    std::atomic<bool> m_stopping = false;
    std::unique_ptr<CURL, Free> m_curl;
};
}

Result<SmtpSettings> SmtpSettings::parse(const QString &text)
{
    QUrl url(text, QUrl::StrictMode);
    const bool tls = url.scheme() == "smtps"_L1;
    if (!url.isValid() || url.host().isEmpty() || (!tls && url.scheme() != "smtp"_L1) || url.path().size() > 1
        || url.hasFragment())
        return wrongUrl(u"it is not a URL such as smtp://user:password@mail.example.com:587"_s);
    const bool here = isThisMachine(url.host());
    SmtpSettings settings{.url = {},
                          .user = url.userName(QUrl::FullyDecoded),
                          .password = url.password(QUrl::FullyDecoded),
                          .startTls = here ? StartTls::Optional : StartTls::Required};
    const auto options = QUrlQuery(url).queryItems();
    for (const auto &[name, value] : options) {
        if (name != "starttls"_L1)
            return wrongUrl(u"'%1' is not an option of it; starttls is"_s.arg(name));
        if (value == "required"_L1)
            settings.startTls = StartTls::Required;
        else if (value == "optional"_L1)
            settings.startTls = StartTls::Optional;
        else if (value == "off"_L1)
            settings.startTls = StartTls::Off;
        else
            return wrongUrl(u"starttls is required, optional or off"_s);
    }
    if (!tls && !here && !settings.user.isEmpty() && settings.startTls != StartTls::Required)
        return wrongUrl(u"a password goes over the network only with TLS: leave starttls out, or use smtps://"_s);
    url.setUserInfo({});
    url.setQuery(QString());
    settings.url = url;
    return settings;
}

std::unique_ptr<Transport> smtpTransport(const SmtpSettings &settings, const QString &from)
{
    return std::make_unique<SmtpTransport>(settings, from);
}
}
