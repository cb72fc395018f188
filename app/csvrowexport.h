// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/items/cellvalue.h"
#include "models/items/column.h"
#include "services/export/csvexporter.h"
#include "services/settings/settings.h"
#include "ui/support/rowexport.h"

#include <QDateTime>

/// A cell as a machine reads it: times in ISO 8601 UTC, plain numbers.
inline QString csvText(const QVariant &value, CellFormat format)
{
    switch (format) {
    case CellFormat::Timestamp:
        return value.toDateTime().isValid() ? value.toDateTime().toUTC().toString(Qt::ISODate) : QString();
    case CellFormat::Money:
        return value.isValid() ? QString::fromLatin1(value.value<Money>().toDecimal()) : QString();
    case CellFormat::Tag:
        return value.value<TagValue>().text;
    case CellFormat::Usage: {
        const auto usage = value.value<UsageValue>();
        return QString::number(usage.used) + u'/' + QString::number(usage.limit);
    }
    default:
        return value.toString();
    }
}

/// The CSV export of a pane's rows, by its own columns. `settings` and `source` outlive it.
template<typename Row>
class CsvRowExport : public RowExport
{
public:
    CsvRowExport(Settings &settings, PageSource<Row> &source, QList<Column<Row>> columns)
        : m_settings(settings)
        , m_source(source)
        , m_columns(std::move(columns))
    {
    }

    std::optional<bool> marksEncoding() const override { return m_settings.value(Settings::Key::CsvWithBom).toBool(); }
    void setMarksEncoding(bool marks) override { m_settings.set(Settings::Key::CsvWithBom, marks); }
    QFuture<Result<qint64>> run(const PageQuery &query, const QStringList &ids, const QString &path) override
    {
        QStringList header;
        QList<Column<Row>> chosen;
        for (const QString &id : ids) {
            for (const Column<Row> &column : std::as_const(m_columns)) {
                if (column.id == id) {
                    header << column.title;
                    chosen << column;
                }
            }
        }
        const auto fields = [chosen](const Row &row) {
            QStringList cells;
            for (const Column<Row> &column : chosen)
                cells << csvText(column.value(row), column.format);
            return cells;
        };
        return m_exporter.run<Row>(m_source, query, header, fields, path,
                                   {.byteOrderMark = m_settings.value(Settings::Key::CsvWithBom).toBool()});
    }

private:
    Settings &m_settings;
    CsvExporter m_exporter;
    PageSource<Row> &m_source;
    QList<Column<Row>> m_columns;
};
