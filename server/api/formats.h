// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>
#include <string_view>

namespace api
{
/// The values of `format` that are really checked. An unknown one is a mistake in the schema.
enum class Format { Email, DateTime, Date, Time, Uri, Uuid };

std::optional<Format> formatFromText(QStringView name);
/// Email: one '@', RFC 5321 lengths, a dot-atom local part, a host name with a dot. DateTime: RFC 3339 with an offset.
/// Date: a real day. Uri: absolute, RFC 3986.
bool fits(Format format, const QString &text);
bool fits(Format format, std::string_view utf8); ///< the same; dates and times without a copy
/// What is wrong, as a sentence for people: "Invalid email format".
QString complaint(Format format, const QString &label);
}
