// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/errorcode.h"

#include <algorithm>
#include <array>

namespace
{
using S = QLatin1StringView;

// In the order of the enum, so that info() is an index.
constexpr std::array Table{
    ErrorCodeInfo{ErrorCode::BadRequest, S("BAD_REQUEST"), 400, S("The request cannot be understood.")},
    ErrorCodeInfo{ErrorCode::UnsupportedApiVersion, S("UNSUPPORTED_API_VERSION"), 400,
                  S("This API version is not supported.")},
    ErrorCodeInfo{ErrorCode::InvalidAudioFormat, S("INVALID_AUDIO_FORMAT"), 400, S("Invalid audio format")},
    ErrorCodeInfo{ErrorCode::AuthRequired, S("AUTH_REQUIRED"), 401, S("Authentication required")},
    ErrorCodeInfo{ErrorCode::AuthInvalid, S("AUTH_INVALID"), 401, S("Invalid authentication credentials")},
    ErrorCodeInfo{ErrorCode::AuthExpired, S("AUTH_EXPIRED"), 401, S("Token expired")},
    ErrorCodeInfo{ErrorCode::InvalidCredentials, S("INVALID_CREDENTIALS"), 401, S("Invalid email or password")},
    ErrorCodeInfo{ErrorCode::Forbidden, S("FORBIDDEN"), 403, S("You are not allowed to do this.")},
    ErrorCodeInfo{ErrorCode::AgentLimitExceeded, S("AGENT_LIMIT_EXCEEDED"), 403,
                  S("Agent limit reached. Please upgrade your plan.")},
    ErrorCodeInfo{ErrorCode::QuotaExceeded, S("QUOTA_EXCEEDED"), 403, S("The monthly token quota is used up.")},
    ErrorCodeInfo{ErrorCode::AccountDisabled, S("ACCOUNT_DISABLED"), 403, S("This account is disabled.")},
    ErrorCodeInfo{ErrorCode::StepUpRequired, S("STEP_UP_REQUIRED"), 403,
                  S("This needs your second factor again. Give it to /auth/step-up and repeat the request.")},
    ErrorCodeInfo{ErrorCode::ResourceNotFound, S("RESOURCE_NOT_FOUND"), 404, S("Requested resource not found")},
    ErrorCodeInfo{ErrorCode::RouteNotFoundForVersion, S("ROUTE_NOT_FOUND_FOR_VERSION"), 404,
                  S("This endpoint is not available in this API version.")},
    ErrorCodeInfo{ErrorCode::MethodNotAllowed, S("METHOD_NOT_ALLOWED"), 405,
                  S("This method is not allowed here. See the Allow header.")},
    ErrorCodeInfo{ErrorCode::ResourceConflict, S("RESOURCE_CONFLICT"), 409, S("Resource already exists")},
    ErrorCodeInfo{ErrorCode::PreconditionFailed, S("PRECONDITION_FAILED"), 412,
                  S("The resource has changed since you read it. Read it again and repeat the change.")},
    ErrorCodeInfo{ErrorCode::ApiVersionSunset, S("API_VERSION_SUNSET"), 410, S("This API version is no longer served.")},
    ErrorCodeInfo{ErrorCode::PayloadTooLarge, S("PAYLOAD_TOO_LARGE"), 413, S("The request body is too large.")},
    ErrorCodeInfo{ErrorCode::UnsupportedMediaType, S("UNSUPPORTED_MEDIA_TYPE"), 415,
                  S("The content type of the request body is not supported here.")},
    ErrorCodeInfo{ErrorCode::HeadersTooLarge, S("HEADERS_TOO_LARGE"), 431, S("The request headers are too large.")},
    ErrorCodeInfo{ErrorCode::ValidationError, S("VALIDATION_ERROR"), 422, S("Request validation failed")},
    ErrorCodeInfo{ErrorCode::RateLimited, S("RATE_LIMITED"), 429, S("Rate limit exceeded. Try again later.")},
    ErrorCodeInfo{ErrorCode::RateLimitExceeded, S("RATE_LIMIT_EXCEEDED"), 429,
                  S("Rate limit exceeded. Try again later.")},
    ErrorCodeInfo{ErrorCode::AccountLocked, S("ACCOUNT_LOCKED"), 429,
                  S("Too many failed sign-ins. Wait and try again.")},
    ErrorCodeInfo{ErrorCode::InternalError, S("INTERNAL_ERROR"), 500, S("Internal server error")},
    ErrorCodeInfo{ErrorCode::ServiceUnavailable, S("SERVICE_UNAVAILABLE"), 503,
                  S("The service is not available right now. Try again later.")},
    ErrorCodeInfo{ErrorCode::Unreachable, S("UNREACHABLE"), 0, S("The server cannot be reached.")},
    ErrorCodeInfo{ErrorCode::TimedOut, S("TIMED_OUT"), 0, S("The server took too long to answer.")},
    ErrorCodeInfo{ErrorCode::Canceled, S("CANCELED"), 0, S("Cancelled.")},
    ErrorCodeInfo{ErrorCode::InvalidAnswer, S("INVALID_ANSWER"), 0, S("The answer is not one of a Voxdesk server.")},
    ErrorCodeInfo{ErrorCode::CodeRequired, S("CODE_REQUIRED"), 0, S("A code of the second factor is needed.")},
};
}

const ErrorCodeInfo &info(ErrorCode code)
{
    return Table.at(std::size_t(code));
}

ErrorCode errorCodeFrom(QByteArrayView name, int status)
{
    const auto named = std::ranges::find_if(Table, [&](const ErrorCodeInfo &i) {
        return i.status != 0 && QByteArrayView(i.name.data(), i.name.size()) == name;
    });
    if (named != Table.end())
        return named->code;
    const auto alike = std::ranges::find_if(Table, [&](const ErrorCodeInfo &i) { return i.status == status; });
    if (alike != Table.end() && status != 0)
        return alike->code;
    return status >= 500 ? ErrorCode::InternalError
        : status >= 400  ? ErrorCode::BadRequest
                         : ErrorCode::InvalidAnswer;
}
