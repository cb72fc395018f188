// SPDX-License-Identifier: GPL-3.0-or-later
// Compares an answer with a document's own example: the same members, of the same types.
#pragma once

#include <QJsonObject>
#include <QStringList>

/// The file tests/contract/examples/NAME.json; empty when it is missing or no JSON.
QJsonObject example(const QString &name);

/// Where `actual` differs from `sample`, as sentences; empty when it does not. What counts is the set of members and
/// each one's type. A sample's text may say a type in words, as Omnivox writes: "number (seconds)", "boolean", "string
/// (ISO 8601)". A sample that is a time must meet a time, a whole number a whole number; {} stands for any object, null
/// for anything. Every element of an array is compared with the sample's first. `extra`: members beyond the sample's
/// are allowed.
QStringList differences(const QJsonValue &actual, const QJsonValue &sample, bool extra = false,
                        const QString &path = QStringLiteral("$"));

bool isTime(const QString &text); ///< as the documents write it: 2024-01-10T15:30:00Z, with or without milliseconds
