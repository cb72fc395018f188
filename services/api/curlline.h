// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/api/apirequest.h"

/// A POSIX shell line that repeats the request. The token is the variable $VOXDESK_TOKEN; passwords, tokens, keys and
/// codes in the body are replaced by "***".
QString curlLine(const QUrl &base, const ApiRequest &request);
