// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/legacyimport.h"
#include "ui/widgets/pane.h"

class Banner;
class EmptyState;
class ErrorBanner;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QTableWidget;
class ThemedLabel;

/// Takes over a legacy export: choose the file, read what the server says about it, import it once, see the result.
class LegacyPane : public Pane
{
    Q_OBJECT
public:
    static const QString Id;

    /// Both outlive it.
    LegacyPane(const Context &context, LegacyImporter &importer, QWidget *parent = nullptr);

    void activate() override;
    void refresh() override;
    QDateTime loadedAt() const override { return m_loadedAt; }
    void openFile(const QString &path);
    void run();

private:
    enum class State { Empty, Reading, Checking, Unchecked, Checked, Running, Finished };

    void buildLayout();
    void askPath();
    void check();
    void askRun();
    void startOver();
    void setState(State state);
    void failed(State back, const Error &error);
    void showReport(const LegacyReport &report);
    QString reportInWords() const;
    void showResult(const LegacyResult &result);
    void showIssues(const QList<LegacyIssue> &issues);
    QString rowInWords(const QString &row) const;
    QString countsInWords(const QMap<QString, qint64> &counts) const;
    QString kindInWords(const QString &kind, qint64 count) const;

    Context m_context;
    LegacyImporter &m_importer;
    State m_state = State::Empty;
    QString m_path;
    QJsonObject m_exported;
    LegacyReport m_report;
    QDateTime m_loadedAt;
    int m_generation = 0; // of the work under way; an answer to older work is not wanted

    Banner *m_fileProblem;
    ErrorBanner *m_error;
    ThemedLabel *m_file;
    ThemedLabel *m_summary;
    QProgressBar *m_progress;
    QTableWidget *m_issues;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QPushButton *m_run;
    QPushButton *m_cancel;
    QPushButton *m_choose;
    QAction *m_chooseAction = nullptr;
    QAction *m_runAction = nullptr;
};
