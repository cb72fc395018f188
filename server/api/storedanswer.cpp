// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/storedanswer.h"

#include <QDataStream>
#include <QIODevice>

namespace
{
// Part of what lies in databases: grows only at the end of each branch, with a new format number.
constexpr quint8 StoredFormat = 1;
}

QByteArray api::toBytes(const Outcome &outcome)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << StoredFormat << bool(outcome);
    if (!outcome) {
        const Error &error = outcome.error();
        out << QByteArray(info(error.code).name.data(), info(error.code).name.size()) << error.message << error.details
            << qint32(error.retryAfterSeconds);
        return bytes;
    }
    QList<std::pair<QByteArray, QByteArray>> headers;
    for (const auto &field : outcome->headers)
        headers << field;
    out << qint32(outcome->status) << outcome->json << quint8(outcome->wrap) << outcome->contentType << headers;
    return bytes;
}

std::optional<api::Outcome> api::outcomeFromBytes(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    quint8 format = 0;
    bool success = false;
    in >> format >> success;
    if (format != StoredFormat)
        return {};
    qint32 number = 0;
    if (!success) {
        QByteArray code;
        Error error;
        in >> code >> error.message >> error.details >> number;
        error.code = errorCodeFrom(code, 500);
        error.retryAfterSeconds = number;
        return in.status() == QDataStream::Ok ? std::optional<Outcome>(error) : std::nullopt;
    }
    Answer answer;
    quint8 wrap = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    in >> number >> answer.json >> wrap >> answer.contentType >> headers;
    if (in.status() != QDataStream::Ok || wrap > quint8(Wrap::Bare))
        return {};
    answer.status = number;
    answer.wrap = Wrap(wrap);
    for (auto &[name, value] : headers)
        answer.headers.add(name, value);
    return Outcome(answer);
}
