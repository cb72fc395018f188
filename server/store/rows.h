// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QString>
#include <QVariant>

#include <memory>
#include <optional>
#include <utility>

namespace store
{
struct Statement;

/// A forward-only cursor over one run of a kept prepared statement. Ends the run when it dies, so that it neither holds
/// SQLite's read lock nor blocks a checkpoint; let it die early, and before its Connection.
class Rows
{
    Q_DISABLE_COPY(Rows)
public:
    enum class Form {
        Columns,
        Packed, ///< one column: a JSON array of them
    };
    explicit Rows(std::shared_ptr<Statement> statement, Form form = Form::Columns);
    Rows(Rows &&other) noexcept;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    /// False at the end, and when the database fails midway: see failed().
    bool next();
    bool failed() const; ///< the rows read so far are not all there are

    QVariant value(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    bool flag(int column) const { return integer(column) != 0; }
    bool isNull(int column) const;
    QDateTime time(int column) const; ///< stored as milliseconds since the epoch, UTC; null when NULL

private:
    std::shared_ptr<Statement> m_statement;
    std::optional<QJsonArray> m_packed;
    bool m_broken = false; ///< a packed row could not be read
};
}
