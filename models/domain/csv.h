// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as both programs write them: RFC 4180, UTF-8.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace csv
{
/// Quoted where it must be. An apostrophe stands before what a spreadsheet would run as a formula, also where one that
/// splits at semicolons or tabs, and then sees quotes only in the middle of cells, would begin a cell within the field.
/// Plain numbers, also negative ones, stay as they are. Source: https://owasp.org/www-community/attacks/CSV_Injection
QString field(const QString &text);

/// A row with its CRLF.
QByteArray record(const QStringList &fields);
}
