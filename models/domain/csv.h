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
/// It can be taken back. One apostrophe was added where some stand before = + - @ | % or a full-width form of these,
/// with or without blanks between, at the start of a field or behind a semicolon, tab, CR or LF; and where some stand
/// at the start of a field before a tab, CR or LF.
QString field(const QString &text);

/// A row with its CRLF.
QByteArray record(const QStringList &fields);
}
