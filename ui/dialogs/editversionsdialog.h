// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/apiversion.h"
#include "ui/dialogs/formdialog.h"

class BrownoutsEdit;
class OptionalTimeEdit;
class QCheckBox;
class QComboBox;
class QGridLayout;
class ThemedLabel;

/// The lives of the API's versions, a tab each: reads them with their tag, and lets the person decide when somebody
/// else was faster. Nothing is saved before the person has seen what every caller would get. `registry` outlives it.
class EditVersionsDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `versions` are shown until they have been read. `now` UTC.
    EditVersionsDialog(const Context &context, VersionRegistry &registry, const QList<ApiVersion> &versions,
                       const QDateTime &now, QWidget *parent = nullptr);

    QList<ApiVersion> draft() const;

signals:
    void saved(const QList<ApiVersion> &versions);

private:
    struct Editor {
        QComboBox *status;
        OptionalTimeEdit *deprecatedAt;
        OptionalTimeEdit *sunsetAt;
        QCheckBox *serve;
        QComboBox *successor;
        BrownoutsEdit *brownouts;
    };

    void addVersion(int index);
    void addPreviewPage();
    void fill(const Editor &editor, const ApiVersion &version);
    void follow(const Editor &editor);
    void read();
    void take(const Tagged<QList<ApiVersion>> &versions);
    void showLives(const QList<ApiVersion> &versions);
    void updateFields();
    void submit();
    void preview();
    void showPreview(const QList<VersionPreview> &previews);
    void addAnswer(int row, int column, const VersionAnswer &answer);
    void askSave();
    void save();
    QList<ConflictLine> rebase(const Tagged<QList<ApiVersion>> &theirs);
    QList<ConflictLine> differences() const; ///< between m_saved and the draft

    VersionRegistry &m_registry;
    QList<ApiVersion> m_saved; ///< as the server has them
    QByteArray m_etag; ///< of m_saved
    bool m_read = false; ///< without the tag a change could undo that of somebody else
    QList<ApiVersion> m_previewed; ///< of which the person has seen what callers would get
    QList<VersionPreview> m_previews;
    QDateTime m_now;
    QList<Editor> m_editors;
    QGridLayout *m_preview = nullptr;
    ThemedLabel *m_previewState = nullptr;
};
