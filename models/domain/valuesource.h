// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QFuture>

/// Where a pane gets a value that is not a list. Implemented by services/api (HTTP) and by the tests (fakes). GUI
/// thread.
template<typename T>
class ValueSource
{
public:
    virtual ~ValueSource() = default;
    virtual QFuture<Result<T>> fetch() = 0;
};
