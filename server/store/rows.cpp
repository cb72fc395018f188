// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/rows.h"

#include "server/store/statement.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QTimeZone>

namespace store
{
Rows::Rows(std::shared_ptr<Statement> statement, Form form)
    : m_statement(std::move(statement))
{
    m_statement->busy = true;
    if (form == Form::Packed)
        m_packed.emplace();
}

Rows::Rows(Rows &&other) noexcept = default;

Rows::~Rows()
{
    if (!m_statement)
        return;
    m_statement->query.finish();
    m_statement->busy = false;
}

bool Rows::next()
{
    if (!m_statement->query.next())
        return false;
    if (m_packed) {
        m_packed = QJsonDocument::fromJson(m_statement->query.value(0).toString().toUtf8()).array();
        m_broken = m_packed->isEmpty();
    }
    return !m_broken;
}

bool Rows::failed() const { return m_broken || m_statement->query.lastError().isValid(); }

QVariant Rows::value(int column) const
{
    return m_packed ? m_packed->at(column).toVariant() : m_statement->query.value(column);
}

QString Rows::text(int column) const
{
    return m_packed ? m_packed->at(column).toString() : m_statement->query.value(column).toString();
}

QByteArray Rows::bytes(int column) const { return m_statement->query.value(column).toByteArray(); }

qint64 Rows::integer(int column) const
{
    return m_packed ? m_packed->at(column).toInteger() : m_statement->query.value(column).toLongLong();
}

double Rows::real(int column) const
{
    return m_packed ? m_packed->at(column).toDouble() : m_statement->query.value(column).toDouble();
}

bool Rows::isNull(int column) const
{
    return m_packed ? m_packed->at(column).isNull() : m_statement->query.isNull(column);
}

QDateTime Rows::time(int column) const
{
    if (isNull(column))
        return {};
    return QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC);
}
}
