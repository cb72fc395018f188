// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: what every fallible call in this code base returns. No exception crosses a layer.
#pragma once

#include "models/domain/errorcode.h"

#include <QMap>
#include <QString>

#include <utility>
#include <variant>

struct Error {
    ErrorCode code = ErrorCode::InternalError;
    QString message = QString(info(code).message); ///< safe to show to a person; never holds a secret or SQL
    QMap<QString, QString> details = {}; ///< field (dotted path) → what is wrong with it
    int retryAfterSeconds = 0; ///< 0: not said
    QString requestId = {}; ///< of the failed request, where there was one
    QString log = {}; ///< for the log only, never for a person or a client
};

inline bool operator==(const Error &a, ErrorCode code)
{
    return a.code == code;
}

template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::move(error))
    {
    }
    Result(ErrorCode code)
        : m_state(Error{code})
    {
    }

    explicit operator bool() const { return std::holds_alternative<T>(m_state); }
    T &operator*() & { return std::get<T>(m_state); }
    const T &operator*() const & { return std::get<T>(m_state); }
    T &&operator*() && { return std::get<T>(std::move(m_state)); }
    T *operator->() { return &std::get<T>(m_state); }
    const T *operator->() const { return &std::get<T>(m_state); }
    const Error &error() const { return std::get<Error>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// For calls that answer nothing but "done".
struct Done {
};
