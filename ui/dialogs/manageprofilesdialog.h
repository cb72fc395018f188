// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/formdialog.h"
#include "ui/support/profilebook.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QToolButton;

/// The servers this console knows: add, change, order, remove. `book` outlives it.
class ManageProfilesDialog : public FormDialog
{
    Q_OBJECT
public:
    ManageProfilesDialog(const Context &context, ProfileBook &book, const QString &current, QWidget *parent = nullptr);

signals:
    void connectRequested(const QString &profileId);

private:
    QToolButton *makeButton(const QString &name, const QString &icon, const QString &explanation);
    void describe(QListWidgetItem &item, const ServerProfile &profile) const;
    void fillList(const QString &select);
    void showProfile();
    QStringList typed() const; ///< all that the fields say
    ServerProfile edited() const;
    bool keep(); ///< saves what was typed; false: it cannot be, and the form says why
    void changeRow();
    void save();
    void add();
    void remove();
    void move(int by);

    ProfileBook &m_book;
    QList<ServerProfile> m_profiles;
    int m_row = -1; ///< that the fields are of
    QStringList m_shown; ///< typed() before the person touched it
    QListWidget *m_list;
    QLineEdit *m_name;
    QLineEdit *m_url;
    QLineEdit *m_folder;
    QComboBox *m_colour;
    QCheckBox *m_production;
    QCheckBox *m_readOnly;
};
