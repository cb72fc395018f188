// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/api/apiclient.h"

#include <QElapsedTimer>

/// One request on its way through the pipeline, with its waits and repetitions. A child of its client; deletes itself.
class ApiCall : public QObject
{
    Q_OBJECT
public:
    ApiCall(ApiClient &client, ApiRequest request, ApiClient::Finish finish, QIODevice *target,
            ApiClient::Progress progress);
    ~ApiCall() override;

    void begin();
    void cancel(); ///< drops `finish`, so that its future is cancelled
    void resume(const Result<Done> &renewal); ///< the wait for an access token is over
    void proven(const Result<Done> &proof); ///< the wait for the person is over

private:
    void sendNow();
    bool isToTarget() const;
    void read();
    void replied();
    void answered(int status);
    bool waitForRate(const Error &error);
    bool renewAfter(const Error &error);
    bool stepUpAfter(const Error &error);
    void fail(Error error);
    void finish(const Result<ApiAnswer> &result);
    void dropReply();

    ApiClient &m_client;
    ApiRequest m_request;
    ApiClient::Finish m_finish;
    QPointer<QIODevice> m_target;
    bool m_hasTarget;
    ApiClient::Progress m_progress;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body;
    QByteArray m_tokenUsed;
    QTimer m_rateTimer;
    QElapsedTimer m_clock;
    std::optional<Error> m_ownError; // why we aborted the reply ourselves
    std::optional<Error> m_refusal; // until the person has proven to be there
    qint64 m_written = 0;
    qint64 m_total = -1;
    int m_attempt = 1;
    bool m_renewed = false;
    bool m_waitingForRate = false;
};
