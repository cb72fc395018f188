// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/displayformat.h"

#include <QDate>

/// Days as labels of an axis. Where they are of more than one year, all carry the year, since nobody knows which of
/// them are drawn.
QStringList axisDays(const QList<QDate> &days, const DisplayFormat &format);
