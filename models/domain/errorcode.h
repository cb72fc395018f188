// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

/// Every error either program can meet. The first block travels in API bodies under its wire name;
/// the last block arises in the client and never travels.
enum class ErrorCode {
    BadRequest,
    UnsupportedApiVersion,
    InvalidAudioFormat,
    AuthRequired,
    AuthInvalid,
    AuthExpired,
    InvalidCredentials,
    Forbidden,
    AgentLimitExceeded,
    QuotaExceeded,
    AccountDisabled,
    StepUpRequired, ///< the person has to prove once more that they are there: POST /auth/step-up
    ResourceNotFound,
    RouteNotFoundForVersion,
    MethodNotAllowed,
    ResourceConflict,
    PreconditionFailed,
    ApiVersionSunset,
    PayloadTooLarge,
    UnsupportedMediaType,
    HeadersTooLarge,
    ValidationError,
    RateLimited,
    RateLimitExceeded, ///< the name RateLimited has on unversioned paths
    AccountLocked,
    InternalError,
    ServiceUnavailable,

    Unreachable, ///< no connection, or it broke
    TimedOut,
    Canceled,
    InvalidAnswer, ///< what came back is not the API's
    CodeRequired, ///< the password was right, the code of the second factor is missing
};

struct ErrorCodeInfo {
    ErrorCode code;
    QLatin1StringView name; ///< stable wire name, e.g. "VALIDATION_ERROR"
    int status; ///< HTTP status it is sent with; 0 for client-side codes
    QLatin1StringView message; ///< default English sentence
};

const ErrorCodeInfo &info(ErrorCode code);

/// The code of a wire name; an unknown name gives the code that fits `status` best, so that a newer server is understood.
ErrorCode errorCodeFrom(QByteArrayView name, int status);
