// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

/// Recorded v1 traffic: tests/contract/recorded/NAME.json, an array of exchanges in their order, each
///   {as, method, target, body?, keep?, status, answer}
/// `as`: "nobody", "user", "admin", "support", or the name of something kept. "{name}" in a target or a body is
/// something kept: `keep` maps a name to the dotted path of the answer that it is taken from.
struct RecordedExchange {
    QString as;
    QByteArray method;
    QString target;
    QJsonValue body;
    QJsonObject keep;
    int status = 0;
    QJsonValue answer; ///< masked

    static RecordedExchange from(const QJsonObject &object);
    QJsonObject toObject() const;
};

QStringList recordings(); ///< names
QList<RecordedExchange> readRecording(const QString &name);
bool writeRecording(const QString &name, const QList<RecordedExchange> &exchanges);

/// What differs from run to run, replaced by what it is: ids, times, tokens, measured figures. A text that is no JSON
/// is taken as text.
QJsonValue masked(const QByteArray &body);

/// "{name}" replaced by what was kept under it.
QString filled(const QString &text, const QHash<QString, QString> &kept);
QJsonValue filled(const QJsonValue &value, const QHash<QString, QString> &kept);

/// The value at a dotted path ("data.items.0.id").
QJsonValue valueAt(const QJsonValue &value, const QString &path);

/// Where two values differ, as sentences.
QStringList changes(const QJsonValue &now, const QJsonValue &recorded, const QString &path = QStringLiteral("$"));
