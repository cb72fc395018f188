// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/async.h"
#include "models/domain/result.h"
#include "models/domain/tagged.h"
#include "ui/support/context.h"

#include <QDialog>

#include <functional>

class ErrorBanner;
class FieldError;
class QGridLayout;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

/// A field that two people changed.
struct ConflictLine {
    QString field; ///< translated
    QString theirs;
    QString yours;
    const QWidget *editor = nullptr; ///< of the field; null: it has none
};

/// A form in a window: labels above fields, errors at the fields they belong to, what was typed stays when saving
/// fails.
class FormDialog : public QDialog
{
    Q_OBJECT
public:
    FormDialog(const Context &context, const QString &title, const QString &subtitle, const QString &submitText,
               QWidget *parent = nullptr);

    void setBusy(bool busy); ///< the server changes something: until it answered the form cannot be left
    /// Field errors (by API name, also dotted paths ending in it; names may be dotted themselves) appear at their
    /// fields, everything else above the form.
    void fail(const Error &error);
    void clearErrors();

    void done(int result) override;

signals:
    void submitted();

protected:
    const Context &context() const { return m_context; }
    void setReading(bool reading); ///< the form waits for what it is to show, and can be left
    /// As whenDone(), unless the form was left meanwhile.
    template<typename T, typename DoneFunction>
    void whenRead(const QFuture<T> &future, DoneFunction read)
    {
        whenDone(future, this, [this, read = std::move(read)](const T &answer) {
            if (!m_left)
                read(answer);
        });
    }
    void addField(const QString &apiName, const QString &label, QWidget *editor, const QString &hint = {});
    void addWidget(QWidget *widget);
    void growToFit(); ///< when something came to be shown that needs more height
    /// The fields that follow stand on a tab of their own.
    void beginPage(const QString &name, const QString &title);
    /// Where the fields that follow go; null: below the others.
    void setPlace(QVBoxLayout *place);
    void dropFields(const QWidget *container); ///< forgets the fields in it; it is the caller's to delete
    /// After a save was `refused` because somebody else was faster: `rebase` makes of `theirs` what the form starts
    /// from, keeps what was changed here, and answers where the two differ. Which version stays is asked then.
    template<typename T, typename RebaseFunction>
    void compareWith(const QFuture<Result<Tagged<T>>> &theirs, const Error &refused, RebaseFunction rebase)
    {
        setReading(true);
        whenRead(theirs, [this, refused, rebase = std::move(rebase)](const Result<Tagged<T>> &answer) {
            setReading(false);
            if (!answer)
                return fail(answer.error());
            showConflict(rebase(*answer), refused);
        });
    }
    void setSubmitRank(const QString &rank);
    void setSubmitText(const QString &text, const QString &explanation);
    void showPage(const QString &name); ///< of beginPage()
    void setSubmittable(bool submittable);
    /// From now on the form is submitted only while it differs from what was loaded; `changed` is asked at every edit.
    void submitOnlyChanges(std::function<bool()> changed);
    void updateSubmitButton();
    void reject() override;
    void showEvent(QShowEvent *event) override;

signals:
    void overwriteChosen(); ///< save what the form says
    void theirsChosen(); ///< show what it started from

private:
    enum class Wait { None, Reading, Saving };

    void wait(Wait what);
    void updateEditable(); ///< whether the fields may be edited
    /// Both versions side by side, and the two ways on. Opens the page of the first field that differs. Without a line
    /// there is nothing to ask: overwrites, and shows `refused` when that is refused, too.
    void showConflict(const QList<ConflictLine> &lines, const Error &refused);
    QWidget *pageOf(const QWidget *editor) const; ///< null: on none
    void markPage(const QWidget *page); ///< whether a field on it is wrong

    struct Field {
        QString apiName;
        QWidget *editor;
        FieldError *error;
    };

    Context m_context;
    QList<Field> m_fields;
    ErrorBanner *m_error;
    QVBoxLayout *m_form;
    QVBoxLayout *m_place;
    QTabWidget *m_tabs = nullptr;
    QWidget *m_body;
    QWidget *m_conflict = nullptr;
    QPushButton *m_submit;
    QPushButton *m_cancel;
    QString m_submitTip;
    std::function<bool()> m_changed;
    Wait m_wait = Wait::None;
    bool m_left = false; ///< closed, though it may not be deleted yet
    bool m_overwrote = false; ///< since it was submitted, without asking
    bool m_submittable = true;
};
