// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/exportbar.h"

#include "models/items/displayformat.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

ExportBar::ExportBar(const Theme &theme, const DisplayFormat &format, QWidget *parent)
    : Card(theme, parent)
    , m_format(format)
    , m_words(new ThemedLabel(theme, TextStyle::Body, &Colours::text))
    , m_bar(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setObjectName(u"exportBar"_s);
    setFill(&Colours::sunken, nullptr);
    setRadius(Radius::Medium);
    m_bar->setObjectName(u"exportProgressBar"_s);
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_bar->setTextVisible(false);
    m_cancel->setObjectName(u"cancelExportButton"_s);
    m_cancel->setToolTip(tr("Stop the export; no file is left behind"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::S4, Space::S2, Space::S2, Space::S2);
    row->addWidget(m_words);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    setVisible(false);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_watcher.cancel(); });
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, &ExportBar::showProgress);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        setVisible(false);
        if (m_watcher.isCanceled() || m_watcher.future().resultCount() == 0)
            emit canceled();
        else if (const auto rows = m_watcher.result())
            emit finished(*rows, m_path);
        else if (rows.error() == ErrorCode::Canceled)
            emit canceled();
        else
            emit failed(rows.error());
    });
}

ExportBar::~ExportBar()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
}

void ExportBar::watch(const QFuture<Result<qint64>> &run, const QString &path, Unit unit)
{
    m_path = path;
    m_unit = unit;
    setVisible(true);
    m_watcher.setFuture(run);
    showProgress();
}

void ExportBar::showProgress()
{
    m_bar->setRange(0, m_watcher.progressMaximum());
    m_bar->setValue(m_watcher.progressValue());
    const QString done = m_format.integer(m_watcher.progressValue());
    m_words->setText(m_unit == Unit::Rows ? tr("Exporting: %1 rows").arg(done) : tr("Exporting: %1 KiB").arg(done));
}
