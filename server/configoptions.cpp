// SPDX-License-Identifier: GPL-3.0-or-later
// The table of settings, and what each of them may be.
#include "server/config.h"

#include "server/mail/outbox.h"

#include <QDir>
#include <QFileInfo>

#include <limits>

using namespace Qt::StringLiterals;

namespace
{
QString setNumber(const QString &text, qint64 least, qint64 most, auto &target)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (!ok || value < least || value > most)
        return u"'%1' is not a whole number from %2 to %3"_s.arg(text).arg(least).arg(most);
    target = std::decay_t<decltype(target)>(value);
    return {};
}

QString setSwitch(const QString &text, bool &target)
{
    const QString t = text.toLower();
    if (t == u"true" || t == u"1" || t == u"yes" || t == u"on")
        target = true;
    else if (t == u"false" || t == u"0" || t == u"no" || t == u"off")
        target = false;
    else
        return u"'%1' is neither true nor false"_s.arg(text);
    return {};
}

QStringList words(const QString &text)
{
    QStringList list = text.split(u',', Qt::SkipEmptyParts);
    for (QString &word : list)
        word = word.trimmed();
    list.removeAll(QString());
    return list;
}

QString setHost(Config &c, const QString &text)
{
    if (text == u"localhost")
        c.server.host = QHostAddress(QHostAddress::LocalHost);
    else if (text == u"*")
        c.server.host = QHostAddress(QHostAddress::Any);
    else if (!c.server.host.setAddress(text))
        return u"'%1' is not an IP address, 'localhost' or '*'"_s.arg(text);
    return {};
}

QString setProxies(Config &c, const QString &text)
{
    c.server.trustedProxies.clear();
    for (const QString &word : words(text)) {
        const auto subnet = QHostAddress::parseSubnet(word);
        if (subnet.first.isNull())
            return u"'%1' is not an address or a subnet such as 10.0.0.0/8"_s.arg(word);
        c.server.trustedProxies << std::pair<QHostAddress, int>(subnet);
    }
    return {};
}

/// An origin as browsers send it (RFC 6454, 6.2): lower case, without the usual port and without a slash. Empty: it is
/// none.
QString originFrom(const QString &text)
{
    QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == u"http" || url.scheme() == u"https";
    const bool more = url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty();
    if (!web || more || url.host().isEmpty() || (!url.path().isEmpty() && url.path() != u"/"))
        return {};
    if (url.port() == (url.scheme() == u"http" ? 80 : 443))
        url.setPort(-1);
    return url.adjusted(QUrl::RemovePath).toString(QUrl::FullyEncoded);
}

QString setOrigins(Config &c, const QString &text)
{
    c.corsOrigins = words(text);
    for (QString &origin : c.corsOrigins) {
        if (origin == u"*")
            continue;
        const QString sent = originFrom(origin);
        if (sent.isEmpty())
            return u"'%1' is not an origin such as https://dashboard.example.com, without a path"_s.arg(origin);
        origin = sent;
    }
    return {};
}

QString setRegistrationTiers(Config &c, const QString &text)
{
    c.registrationTiers.clear();
    for (const QString &word : words(text)) {
        const auto tier = tierFromWire(word);
        if (!tier)
            return u"'%1' is none of free, pro, enterprise"_s.arg(word);
        c.registrationTiers << *tier;
    }
    return c.registrationTiers.isEmpty() ? u"at least one tier is needed"_s : QString();
}

QString setTier(Config &c, Tier tier, const QString &text)
{
    const QStringList parts = words(text);
    if (parts.size() != 3)
        return u"'%1' is not three numbers: agents, tokens a month, requests an hour"_s.arg(text);
    Limits &limits = c.tierLimits.at(std::size_t(tier));
    constexpr qint64 Million = 1'000'000;
    for (const QString &wrong : {setNumber(parts[0], 0, Million, limits.maxAgents),
                                 setNumber(parts[1], 0, Million * Million, limits.monthlyTokenQuota),
                                 setNumber(parts[2], 1, 1000 * Million, limits.requestsPerHour)}) {
        if (!wrong.isEmpty())
            return wrong;
    }
    return {};
}

QString setFile(const QString &text, QString &target)
{
    if (!QFileInfo(text).isReadable())
        return u"'%1' is not a readable file"_s.arg(text);
    target = text;
    return {};
}

QString setData(Config &c, const QString &text)
{
    if (text.isEmpty())
        return u"it is empty; name a folder"_s;
    c.data = QDir::cleanPath(QDir::current().absoluteFilePath(text));
    return {};
}

/// A key file may be made by the first start; its folder may not.
QString setMasterKeyFile(Config &c, const QString &text)
{
    const QFileInfo file(text);
    if (file.exists() ? !file.isFile() || !file.isReadable() : !file.absoluteDir().exists())
        return u"'%1' is neither a readable file nor one that could be made"_s.arg(text);
    c.masterKeyFile = file.absoluteFilePath();
    return {};
}

QString setProviderUrl(Config &c, const char *provider, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https"))
        return u"'%1' is not a URL such as https://api.example.com"_s.arg(text);
    c.providerUrls.insert(QString::fromLatin1(provider), url);
    return {};
}

QString setSize(const QString &text, qint64 least, auto &target)
{
    static const QHash<QChar, qint64> units{{u'k', 1024}, {u'm', 1024 * 1024}, {u'g', 1024 * 1024 * 1024}};
    QString digits = text.toLower();
    const qint64 unit = digits.isEmpty() ? 1 : units.value(digits.back(), 1);
    if (unit > 1)
        digits.chop(1);
    qint64 value = 0;
    if (!setNumber(digits, 1, std::numeric_limits<int>::max(), value).isEmpty() || value * unit < least)
        return u"'%1' is not a size such as 512k or 2m, at least %2 bytes"_s.arg(text).arg(least);
    target = std::decay_t<decltype(target)>(value * unit);
    return {};
}

QString setSeconds(const QString &text, qint64 least, qint64 most, std::chrono::milliseconds &target)
{
    qint64 seconds = 0;
    const QString wrong = setNumber(text, least, most, seconds);
    if (wrong.isEmpty())
        target = std::chrono::seconds(seconds);
    return wrong;
}

constexpr qint64 DaySeconds = 24 * 60 * 60;

using C = Config;
using S = QLatin1StringView;
using T = QString;

const QList<ConfigOption> Options{
    {S("data"), S("DIR"), "Folder for the database, keys and temporary files", setData},
    {S("host"), S("ADDRESS"), "Address to listen on: an IP address, localhost or * (default: localhost)", setHost},
    {S("port"), S("N"), "Port to listen on; 0 takes a free one (default: 8080)",
     [](C &c, const T &t) { return setNumber(t, 0, 65535, c.server.port); }},
    {S("workers"), S("N"), "Threads that answer requests (default: one a core)",
     [](C &c, const T &t) { return setNumber(t, 1, 64, c.server.workers); }},
    {S("database"), S("URL"), "sqlite:///path or postgresql://user:password@host/name (default: voxdesk.db in --data)",
     [](C &c, const T &t) {
         const auto parsed = store::Database::parse(t);
         return parsed ? (c.databaseUrl = t, QString()) : parsed.error().message;
     }},
    {S("development"), S(""), "Honour X-Debug: errors tell more than a client should know; a crash may leave a core",
     [](C &c, const T &t) { return setSwitch(t, c.development); }},
    {S("tls-certificate"), S("FILE"), "PEM certificate chain; with --tls-key the server speaks HTTPS",
     [](C &c, const T &t) { return setFile(t, c.server.tlsCertificate); }},
    {S("tls-key"), S("FILE"), "PEM private key of the certificate",
     [](C &c, const T &t) { return setFile(t, c.server.tlsKey); }},
    {S("trusted-proxies"), S("LIST"), "Addresses or subnets whose X-Forwarded-For and -Proto count", setProxies},
    {S("cors-origins"), S("LIST"), "Origins that browsers may call from (default: none)", setOrigins},
    {S("rate-anonymous-per-hour"), S("N"), "Requests an address may make without a credential (default: 100)",
     [](C &c, const T &t) { return setNumber(t, 1, 1'000'000'000, c.anonymousPerHour); }},
    {S("rate-bulk-per-minute"), S("N"), "Bulk requests a caller may make a minute (default: 50)",
     [](C &c, const T &t) { return setNumber(t, 1, 1'000'000'000, c.bulkPerMinute); }},
    {S("registration-tiers"), S("LIST"), "Tiers that a registration may ask for (default: free,pro,enterprise)",
     setRegistrationTiers},
    {S("tier-free"), S("A,T,R"), "Agents, tokens a month and requests an hour of the free tier (default: 2,10000,1000)",
     [](C &c, const T &t) { return setTier(c, Tier::Free, t); }},
    {S("tier-pro"), S("A,T,R"), "The same for pro (default: 10,100000,5000)",
     [](C &c, const T &t) { return setTier(c, Tier::Pro, t); }},
    {S("tier-enterprise"), S("A,T,R"), "The same for enterprise (default: 100,1000000,20000)",
     [](C &c, const T &t) { return setTier(c, Tier::Enterprise, t); }},
    {S("master-key-file"), S("FILE"),
     "Key that seals stored secrets (default: the system's keychain, else keys/master.key in --data)",
     setMasterKeyFile},
    {S("provider-openai-url"), S("URL"), "Base URL of OpenAI's API instead of its own",
     [](C &c, const T &t) { return setProviderUrl(c, "openai", t); }},
    {S("provider-anthropic-url"), S("URL"), "The same for Anthropic",
     [](C &c, const T &t) { return setProviderUrl(c, "anthropic", t); }},
    {S("provider-gemini-url"), S("URL"), "The same for Gemini",
     [](C &c, const T &t) { return setProviderUrl(c, "gemini", t); }},
    {S("provider-xai-url"), S("URL"), "The same for xAI", [](C &c, const T &t) { return setProviderUrl(c, "xai", t); }},
    {S("provider-groq-url"), S("URL"), "The same for Groq",
     [](C &c, const T &t) { return setProviderUrl(c, "groq", t); }},
    {S("provider-deepgram-url"), S("URL"), "The same for Deepgram",
     [](C &c, const T &t) { return setProviderUrl(c, "deepgram", t); }},
    {S("provider-twilio-url"), S("URL"), "The same for Twilio",
     [](C &c, const T &t) { return setProviderUrl(c, "twilio", t); }},
    {S("metrics-token"), S("TOKEN"), "Bearer token for /metrics from other machines; prefer the environment",
     [](C &c, const T &t) { return (c.metricsToken = t.toUtf8(), QString()); }},
    {S("audit-retention-days"), S("N"), "Days that entries of the audit log are kept; 0: for ever (default: 0)",
     [](C &c, const T &t) { return setNumber(t, 0, 36'500, c.auditRetentionDays); }},
    {S("smtp-url"), S("URL"),
     "Mail server: smtp://user:password@host:587 (STARTTLS) or smtps://…; prefer the environment "
     "(default: files in mail/ in --data)",
     [](C &c, const T &t) {
         const auto parsed = mail::SmtpSettings::parse(t);
         return parsed ? (c.smtp = *parsed, QString()) : parsed.error().message;
     }},
    {S("mail-from"), S("ADDRESS"), "Address that mail comes from (default: the SMTP user, else voxdesk@localhost)",
     [](C &c, const T &t) {
         c.mailFrom = t;
         return mail::isDeliverable(t) ? QString() : u"'%1' is not an e-mail address"_s.arg(t);
     }},
    {S("require-verified-email"), S(""), "Let nobody sign in before the e-mail address is confirmed",
     [](C &c, const T &t) { return setSwitch(t, c.requireVerifiedEmail); }},
    {S("access-log"), S("FILE"), "JSON lines, one a request: a file, - for standard error, or off (default: -)",
     [](C &c, const T &t) { return (c.accessLog = t, t.isEmpty() ? u"it is empty; off keeps none"_s : QString()); }},
    {S("max-header-bytes"), S("SIZE"), "Request line and headers (default: 16k)",
     [](C &c, const T &t) { return setSize(t, 1024, c.server.limits.headerBytes); }},
    {S("max-body-bytes"), S("SIZE"), "Body of a request, where a route takes no larger ones (default: 2m)",
     [](C &c, const T &t) { return setSize(t, 1024, c.maxBody); }},
    {S("max-inflated-bytes"), S("SIZE"), "What a compressed body may become (default: 16m)",
     [](C &c, const T &t) { return setSize(t, 1024, c.server.limits.inflatedBytes); }},
    {S("max-connections"), S("N"), "Open connections in all (default: 10000)",
     [](C &c, const T &t) { return setNumber(t, 1, 1'000'000, c.server.limits.connections); }},
    {S("max-connections-per-address"), S("N"), "Open connections of one address (default: 200)",
     [](C &c, const T &t) { return setNumber(t, 1, 1'000'000, c.server.limits.connectionsPerAddress); }},
    {S("max-pipelined"), S("N"), "Requests that wait for their answers on one connection (default: 100)",
     [](C &c, const T &t) { return setNumber(t, 1, 100'000, c.server.limits.pipelined); }},
    {S("header-timeout"), S("SECONDS"), "For a request's line and headers to come (default: 10)",
     [](C &c, const T &t) { return setSeconds(t, 1, DaySeconds, c.server.limits.headerTime); }},
    {S("body-timeout"), S("SECONDS"), "Without anything more of a body (default: 30)",
     [](C &c, const T &t) { return setSeconds(t, 1, DaySeconds, c.server.limits.bodyStallTime); }},
    {S("idle-timeout"), S("SECONDS"), "Between the requests of a connection (default: 75)",
     [](C &c, const T &t) { return setSeconds(t, 1, DaySeconds, c.server.limits.idleTime); }},
    {S("request-timeout"), S("SECONDS"), "From a request's first byte to its answer's last (default: 300)",
     [](C &c, const T &t) { return setSeconds(t, 1, DaySeconds, c.server.limits.totalTime); }},
    {S("stop-delay"), S("SECONDS"), "How long /readyz says 503 before a stop lets nobody in, at most 5 (default: 0)",
     [](C &c, const T &t) { return setSeconds(t, 0, 5, c.stopDelay); }},
};
}

const QList<ConfigOption> &configOptions() { return Options; }
