// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/formdialog.h"
#include "ui/support/profilebook.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
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
    void fillList(const QString &select);
    void showProfile();
    ServerProfile edited() const;
    void save();
    void add();
    void remove();
    void move(int by);

    ProfileBook &m_book;
    QList<ServerProfile> m_profiles;
    QListWidget *m_list;
    QLineEdit *m_name;
    QLineEdit *m_url;
    QLineEdit *m_folder;
    QComboBox *m_colour;
    QCheckBox *m_production;
    QCheckBox *m_readOnly;
};
