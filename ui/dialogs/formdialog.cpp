// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/formdialog.h"

#include "ui/support/growtofit.h"
#include "ui/support/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/fielderror.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

FormDialog::FormDialog(const Context &context, const QString &title, const QString &subtitle, const QString &submitText,
                       QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_error(new ErrorBanner(context.theme))
    , m_form(new QVBoxLayout)
    , m_place(m_form)
    , m_body(new QWidget)
    , m_submit(new QPushButton(submitText))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setWindowTitle(title);
    setBackgroundRole(QPalette::Base);
    setMinimumWidth(Space::S4 * 30);
    auto *heading = new ThemedLabel(context.theme, TextStyle::Title, &Colours::text, title);
    heading->setWordWrap(true); // it may name something with a long name
    auto *under = new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted, subtitle);
    under->setObjectName(u"formSubtitleLabel"_s);
    under->setWordWrap(true);
    under->setVisible(!subtitle.isEmpty());
    m_submit->setObjectName(u"submitButton"_s);
    setSubmitText(submitText, submitText);
    m_submit->setDefault(true);
    setSubmitRank(u"primary"_s);
    m_cancel->setObjectName(u"cancelButton"_s);
    wait(Wait::None);
    m_form->setContentsMargins(0, Space::S3, 0, Space::S2);
    m_form->setSpacing(Space::S1);
    m_body->setLayout(m_form);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S2);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_submit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::S6, Space::S5, Space::S6, Space::S5);
    column->setSpacing(Space::S1);
    column->addWidget(heading);
    column->addWidget(under);
    column->addSpacing(Space::S2);
    column->addWidget(m_error);
    column->addWidget(m_body);
    column->addStretch();
    column->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &FormDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, [this] {
        clearErrors();
        m_overwrote = false;
        emit submitted();
    });
}

void FormDialog::showEvent(QShowEvent *event)
{
    m_left = false;
    growToFit(); // its first size comes from guesses at how long texts wrap; now the width is known
    QDialog::showEvent(event); // finds the place for that size
}

void FormDialog::growToFit()
{
    m_form->activate(); // from the inside out: a size that changed is not told further up by itself
    ::growToFit(*this);
    if (!m_tabs)
        return;
    const QSize shown = static_cast<QScrollArea *>(m_tabs->currentWidget())->viewport()->size();
    int missing = 0;
    for (int i = 0; i < m_tabs->count(); ++i) {
        QWidget *page = static_cast<QScrollArea *>(m_tabs->widget(i))->widget();
        const QList<QWidget *> parts = page->findChildren<QWidget *>();
        for (auto part = parts.crbegin(); part != parts.crend(); ++part) { // the inner before the outer
            if (QLayout *inner = (*part)->layout())
                inner->activate();
        }
        missing = std::max(missing, heightNeeded(*page->layout(), shown.width()) - shown.height());
    }
    ::growToFit(*this, missing);
}

void FormDialog::setSubmitRank(const QString &rank) { m_submit->setProperty("rank", rank); }

void FormDialog::setSubmitText(const QString &text, const QString &explanation)
{
    m_submit->setText(text);
    m_submitTip = explanation;
    updateSubmitButton();
}

void FormDialog::submitOnlyChanges(std::function<bool()> changed)
{
    m_changed = std::move(changed);
    updateSubmitButton();
}

void FormDialog::showPage(const QString &name)
{
    for (int i = 0; m_tabs && i < m_tabs->count(); ++i) {
        if (m_tabs->widget(i)->objectName() == QString(name + u"Page"_s))
            m_tabs->setCurrentIndex(i);
    }
}

void FormDialog::setSubmittable(bool submittable)
{
    m_submittable = submittable;
    updateSubmitButton();
}

void FormDialog::addField(const QString &apiName, const QString &label, QWidget *editor, const QString &hint)
{
    const auto *box = qobject_cast<QCheckBox *>(editor);
    if (!box || box->text().isEmpty()) { // a check box names itself
        auto *name = new ThemedLabel(m_context.theme, TextStyle::Strong, &Colours::text, asLabel(label));
        name->setBuddy(editor);
        m_place->addWidget(name);
    }
    editor->setAccessibleName(label);
    editor->setAccessibleDescription(hint);
    editor->setToolTip(hint.isEmpty() ? label : hint);
    m_place->addWidget(editor);
    if (!hint.isEmpty()) {
        auto *note = new ThemedLabel(m_context.theme, TextStyle::Small, &Colours::muted, hint);
        note->setWordWrap(true);
        m_place->addWidget(note);
    }
    auto *error = new FieldError(m_context.theme, *editor);
    error->setObjectName(apiName + u"ErrorLabel"_s);
    connect(error, &FieldError::edited, this, [this, editor] {
        markPage(pageOf(editor));
        updateSubmitButton();
    });
    m_place->addWidget(error);
    m_place->addSpacing(Space::S3);
    m_fields.append({apiName, editor, error});
}

void FormDialog::addWidget(QWidget *widget) { m_place->addWidget(widget); }

void FormDialog::beginPage(const QString &name, const QString &title)
{
    if (!m_tabs) {
        m_tabs = new QTabWidget;
        m_tabs->setObjectName(u"formTabs"_s);
        m_tabs->setAccessibleName(windowTitle());
        m_tabs->setDocumentMode(true);
        m_form->addWidget(m_tabs, 1);
        static_cast<QVBoxLayout *>(layout())->setStretchFactor(m_body, 1);
    }
    auto *scroll = new QScrollArea;
    scroll->setObjectName(name + u"Page"_s);
    scroll->setAccessibleName(title);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget;
    inner->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, Space::S4, Space::S4, 0);
    m_place = new QVBoxLayout;
    m_place->setSpacing(Space::S1);
    column->addLayout(m_place);
    column->addStretch();
    scroll->setWidget(inner);
    m_tabs->addTab(scroll, title);
    m_tabs->setTabToolTip(m_tabs->count() - 1, title);
}

void FormDialog::setPlace(QVBoxLayout *place) { m_place = place ? place : m_form; }

void FormDialog::dropFields(const QWidget *container)
{
    m_fields.removeIf([container](const Field &field) { return container->isAncestorOf(field.editor); });
}

QWidget *FormDialog::pageOf(const QWidget *editor) const
{
    for (int i = 0; m_tabs && i < m_tabs->count(); ++i) {
        if (m_tabs->widget(i)->isAncestorOf(editor))
            return m_tabs->widget(i);
    }
    return nullptr;
}

void FormDialog::markPage(const QWidget *page)
{
    if (!page)
        return;
    const bool wrong = std::ranges::any_of(std::as_const(m_fields), [page](const Field &field) {
        return field.error->isTold() && page->isAncestorOf(field.editor);
    });
    m_tabs->setTabIcon(m_tabs->indexOf(page), wrong ? m_context.theme.icon(u"circle-alert"_s, &Colours::bad) : QIcon());
}

void FormDialog::setBusy(bool busy) { wait(busy ? Wait::Saving : Wait::None); }

void FormDialog::setReading(bool reading) { wait(reading ? Wait::Reading : Wait::None); }

void FormDialog::wait(Wait what)
{
    m_wait = what;
    updateEditable();
    updateSubmitButton();
    m_cancel->setEnabled(what != Wait::Saving);
    m_cancel->setToolTip(what == Wait::Saving ? tr("The server is at work on this. Wait for its answer.")
                                              : tr("Close without saving (Esc)"));
    setCursor(what == Wait::None ? Qt::ArrowCursor : Qt::BusyCursor);
}

void FormDialog::updateEditable()
{
    m_body->setEnabled(m_wait == Wait::None && (m_tabs || !m_conflict));
    for (int i = 0; m_tabs && i < m_tabs->count(); ++i) // which may be looked through before deciding
        static_cast<QScrollArea *>(m_tabs->widget(i))->widget()->setEnabled(!m_conflict);
}

void FormDialog::updateSubmitButton()
{
    const bool same = m_changed && !m_changed();
    m_submit->setEnabled(m_wait == Wait::None && m_submittable && !m_conflict && !same);
    m_submit->setToolTip(same ? tr("Nothing has been changed yet.") : m_submitTip);
}

void FormDialog::clearErrors()
{
    m_error->clear();
    for (const Field &field : std::as_const(m_fields)) {
        field.error->tell({});
        markPage(pageOf(field.editor));
    }
}

void FormDialog::fail(const Error &error)
{
    setBusy(false);
    QMap<QString, QString> left = error.details;
    QWidget *first = nullptr;
    for (const Field &field : std::as_const(m_fields)) {
        for (auto it = left.begin(); it != left.end(); ++it) {
            const QString &name = field.apiName;
            if (name.isEmpty() || (it.key() != name && !it.key().endsWith(QString(u'.' + name))))
                continue;
            field.error->tell(asSentence(it.value()));
            markPage(pageOf(field.editor));
            first = first ? first : field.editor;
            left.erase(it);
            break;
        }
    }
    if (first) {
        if (QWidget *page = pageOf(first))
            m_tabs->setCurrentWidget(page);
        first->setFocus();
    }
    Error rest = error;
    QStringList others;
    for (auto it = left.cbegin(); it != left.cend(); ++it)
        others << it.key() + u": "_s + it.value();
    if (!others.isEmpty())
        rest.message = others.join(u'\n');
    if (!first || !others.isEmpty())
        m_error->show(rest, false);
    if (isVisible())
        growToFit(); // what is said takes no room from the fields
}

void FormDialog::showConflict(const QList<ConflictLine> &lines, const Error &refused)
{
    if (lines.isEmpty()) {
        if (std::exchange(m_overwrote, true))
            return fail(refused);
        return emit overwriteChosen();
    }
    delete m_conflict;
    auto *card = new Card(m_context.theme);
    card->setObjectName(u"conflictCard"_s);
    card->setFill(&Colours::warningSoft, nullptr);
    card->setRadius(Radius::Medium);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(Space::S4, Space::S3, Space::S4, Space::S3);
    grid->setHorizontalSpacing(Space::S4);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    const auto put = [&](int row, int column, const QString &text, TextStyle style) {
        auto *label = new ThemedLabel(m_context.theme, style, &Colours::text, text);
        label->setWordWrap(column > 0);
        grid->addWidget(label, row, column);
    };
    auto *sentence = new ThemedLabel(m_context.theme, TextStyle::Strong, &Colours::text,
                                     tr("Somebody else changed this while you were editing. Which version stays?"));
    sentence->setWordWrap(true);
    grid->addWidget(sentence, 0, 0, 1, 3);
    put(1, 1, tr("On the server now"), TextStyle::Caption);
    put(1, 2, tr("Yours"), TextStyle::Caption);
    int row = 2;
    for (const ConflictLine &line : lines) {
        put(row, 0, line.field, TextStyle::Body);
        put(row, 1, line.theirs, TextStyle::Strong);
        put(row++, 2, line.yours, TextStyle::Strong);
    }
    auto *theirs = new QPushButton(tr("Take the server's"));
    theirs->setObjectName(u"takeTheirsButton"_s);
    theirs->setToolTip(tr("Fills the form with what is on the server now"));
    auto *overwrite = new QPushButton(tr("Save mine"));
    overwrite->setObjectName(u"overwriteButton"_s);
    overwrite->setToolTip(tr("Saves your values over the others"));
    grid->addWidget(theirs, row, 1);
    grid->addWidget(overwrite, row, 2);
    m_conflict = card;
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_body), card);
    updateEditable(); // the card asks the question now
    updateSubmitButton();
    const auto decide = [this](QPushButton *button, void (FormDialog::*chosen)()) {
        connect(button, &QPushButton::clicked, this, [this, chosen] {
            m_conflict->deleteLater();
            m_conflict = nullptr;
            updateEditable();
            updateSubmitButton();
            emit(this->*chosen)();
        });
    };
    decide(theirs, &FormDialog::theirsChosen);
    decide(overwrite, &FormDialog::overwriteChosen);
    for (const ConflictLine &line : lines) {
        if (QWidget *page = line.editor ? pageOf(line.editor) : nullptr) {
            m_tabs->setCurrentWidget(page);
            break;
        }
    }
    growToFit();
}

void FormDialog::reject()
{
    if (m_wait != Wait::Saving)
        QDialog::reject();
}

void FormDialog::done(int result)
{
    m_left = true;
    QDialog::done(result);
}
