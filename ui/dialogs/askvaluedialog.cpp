// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/askvaluedialog.h"

#include "ui/widgets/themedlabel.h"

#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

AskValueDialog::AskValueDialog(const Theme &theme, const FilterSpec &filter, const QString &value, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"askValueDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(filter.label);
    setBackgroundRole(QPalette::Base);
    setMinimumWidth(Space::S4 * 22);
    auto *name = new ThemedLabel(theme, TextStyle::Title, &Colours::text, filter.label);
    QWidget *editor = nullptr;
    std::function<QString()> read;
    if (filter.input == FilterInput::Date) {
        auto *edit = new QDateEdit(value.isEmpty() ? QDateTime::currentDateTimeUtc().date()
                                                   : QDate::fromString(value, Qt::ISODate));
        edit->setObjectName(u"dateValueEdit"_s);
        edit->setCalendarPopup(true);
        read = [edit] { return edit->date().toString(Qt::ISODate); };
        editor = edit;
    } else {
        auto *edit = new QLineEdit(value);
        edit->setObjectName(u"textValueEdit"_s);
        edit->setMaxLength(200);
        edit->selectAll();
        read = [edit] { return edit->text().trimmed(); };
        editor = edit;
    }
    editor->setAccessibleName(filter.label);
    editor->setToolTip(filter.label);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"cancelValueButton"_s);
    cancel->setToolTip(tr("Close without filtering (Esc)"));
    auto *apply = new QPushButton(tr("Filter"));
    apply->setObjectName(u"applyValueButton"_s);
    apply->setToolTip(tr("Show only the rows that match"));
    apply->setProperty("rank", u"primary"_s);
    apply->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(apply);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::S6, Space::S5, Space::S6, Space::S5);
    column->setSpacing(Space::S3);
    column->addWidget(name);
    column->addWidget(editor);
    if (filter.input == FilterInput::Date)
        column->addWidget(new ThemedLabel(theme, TextStyle::Small, &Colours::muted, tr("Days are days in UTC.")));
    column->addStretch();
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(apply, &QPushButton::clicked, this, [this, read] {
        if (!read().isEmpty())
            emit chosen(read());
        accept();
    });
    editor->setFocus();
}
