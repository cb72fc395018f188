// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

QByteArray gzip(const QByteArray &bytes);
QByteArray gunzip(const QByteArray &bytes); ///< null when they are no gzip
