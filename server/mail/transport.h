// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/mail/mailtext.h"

#include <QUrl>

#include <atomic>
#include <memory>

namespace mail
{
struct Delivery {
    enum class State {
        Sent,
        TryAgain, ///< it may go later
        Refused, ///< it never will: the recipient's server said so
    };
    State state = State::Sent;
    QString reason = {}; ///< one sentence without a secret; empty when sent
};

/// The way out. Used on one thread; stop() from any.
class Transport
{
public:
    virtual ~Transport() = default;
    virtual Delivery deliver(const Outgoing &mail) = 0; ///< blocks; a minute at most
    /// What it delivered before this time (ms UTC) and still holds itself goes.
    virtual void forget(qint64 beforeMs) { Q_UNUSED(beforeMs) }
    virtual void stop() { } ///< what runs ends within about a second, as TryAgain
};

/// Where a mail server is: smtp://[user:password@]host[:port][?starttls=required|optional|off] or smtps://….
struct SmtpSettings {
    enum class StartTls { Required, Optional, Off };
    QUrl url; ///< scheme, host and port alone
    QString user = {}; ///< empty: without signing in
    QString password = {};
    StartTls startTls = StartTls::Required; ///< of smtp://; Optional by default where the host is this machine
    QString caFile = {}; ///< PEM; empty: the system's certificate authorities

    /// ValidationError with a sentence. Credentials never go over the network in the clear.
    static Result<SmtpSettings> parse(const QString &text);
};

/// By SMTP (RFC 5321), over libcurl. `from`: an address that isDeliverable().
std::unique_ptr<Transport> smtpTransport(const SmtpSettings &settings, const QString &from);

/// As <id>.eml files in a folder, which is made, for its owner's eyes only. A mail that is delivered twice is one file.
/// forget() removes files of that name by when they were written, and no others.
std::unique_ptr<Transport> spoolTransport(const QString &folder, const QString &from);
}
