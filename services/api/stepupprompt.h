// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QFuture>

/// How the pipeline has the person prove once more that they are there, when the server asks for it before something
/// destructive. Implemented by app/ over a dialog. GUI thread.
class StepUpPrompt
{
public:
    virtual ~StepUpPrompt() = default;
    /// Done: proven, the request may be repeated. Any error, such as Canceled: it may not.
    virtual QFuture<Result<Done>> prove() = 0;
};
