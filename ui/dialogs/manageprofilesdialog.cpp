// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/manageprofilesdialog.h"

#include "ui/dialogs/confirmdialog.h"
#include "ui/theme/paint.h"
#include "ui/widgets/profilemark.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

ManageProfilesDialog::ManageProfilesDialog(const Context &context, ProfileBook &book, const QString &current,
                                           QWidget *parent)
    : FormDialog(context, tr("Servers"), tr("Sign-ins are kept in the keychain, never here."), tr("Save"), parent)
    , m_book(book)
    , m_list(new QListWidget)
    , m_name(new QLineEdit)
    , m_url(new QLineEdit)
    , m_folder(new QLineEdit)
    , m_colour(new QComboBox)
    , m_production(new QCheckBox(tr("Production: red frame, typed confirmation")))
    , m_readOnly(new QCheckBox(tr("Read-only: this console changes nothing there")))
{
    setObjectName(u"manageProfilesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setObjectName(u"profileList"_s);
    m_list->setAccessibleName(tr("Servers"));
    m_list->setFixedHeight(Space::S4 * 8);
    m_name->setObjectName(u"profileNameEdit"_s);
    m_url->setObjectName(u"profileUrlEdit"_s);
    m_folder->setObjectName(u"profileFolderEdit"_s);
    m_colour->setObjectName(u"profileColourCombo"_s);
    m_production->setObjectName(u"profileProductionCheckBox"_s);
    m_readOnly->setObjectName(u"profileReadOnlyCheckBox"_s);
    for (auto *box : {m_production, m_readOnly})
        box->setToolTip(box->text());
    m_colour->addItem(tr("None"), QString());
    const QStringList names{tr("Indigo"), tr("Teal"), tr("Amber"), tr("Pink"), tr("Blue"), tr("Green")};
    for (int i = 0; i < names.size(); ++i) {
        const QString colour = Theme::choices().at(std::size_t(i)).name();
        m_colour->addItem(profileMark(QColor(colour)), names.at(i), colour);
    }

    auto *side = new QVBoxLayout;
    side->setSpacing(Space::S1);
    const auto button = [&](const QString &name, const QString &icon, const QString &text, auto slot) {
        auto *tool = makeButton(name, icon, text);
        connect(tool, &QToolButton::clicked, this, slot);
        side->addWidget(tool);
    };
    button(u"addProfileButton"_s, u"plus"_s, tr("Add a server"), [this] { add(); });
    button(u"moveProfileUpButton"_s, u"arrow-up"_s, tr("Move up"), [this] { move(-1); });
    button(u"moveProfileDownButton"_s, u"arrow-down"_s, tr("Move down"), [this] { move(1); });
    button(u"removeProfileButton"_s, u"trash-2"_s, tr("Remove this server from the list"), [this] { remove(); });
    side->addStretch();
    auto *top = new QWidget;
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, Space::S3);
    row->addWidget(m_list, 1);
    row->addLayout(side);
    addWidget(top);
    addField(u"name"_s, tr("Name"), m_name);
    addField(u"url"_s, tr("Address"), m_url);
    addField(u"folder"_s, tr("Folder"), m_folder, tr("Groups servers in the menu."));
    addField(u"colour"_s, tr("Colour"), m_colour);
    addWidget(m_production);
    addWidget(m_readOnly);
    connect(m_production, &QCheckBox::toggled, m_colour, [this](bool production) {
        m_colour->setEnabled(!production);
        m_colour->setToolTip(production ? tr("A production server is always red.") : m_colour->accessibleName());
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &ManageProfilesDialog::changeRow);
    connect(this, &FormDialog::submitted, this, &ManageProfilesDialog::save);
    fillList(current);
    if (m_profiles.isEmpty())
        add();
}

QToolButton *ManageProfilesDialog::makeButton(const QString &name, const QString &icon, const QString &explanation)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(context().theme.icon(icon));
    button->setToolTip(explanation);
    button->setAccessibleName(explanation);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void ManageProfilesDialog::describe(QListWidgetItem &item, const ServerProfile &p) const
{
    item.setIcon(profileMark(profileColour(p, context().theme)));
    item.setText(p.folder.isEmpty() ? p.name : p.folder + u" / "_s + p.name);
}

void ManageProfilesDialog::fillList(const QString &select)
{
    m_profiles = m_book.profiles();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int row = 0;
    for (int i = 0; i < m_profiles.size(); ++i) {
        auto *item = new QListWidgetItem(m_list);
        describe(*item, m_profiles.at(i));
        if (m_profiles.at(i).id == select)
            row = i;
    }
    m_list->setCurrentRow(row);
    showProfile();
}

void ManageProfilesDialog::showProfile()
{
    m_row = m_list->currentRow();
    const ServerProfile p = m_profiles.value(m_row);
    clearErrors();
    m_name->setText(p.name);
    m_url->setText(p.local ? tr("started by this console") : p.url.toString());
    m_url->setEnabled(!p.local);
    m_folder->setText(p.folder);
    m_colour->setCurrentIndex(std::max(0, m_colour->findData(p.colour)));
    m_production->setChecked(p.production);
    m_readOnly->setChecked(p.readOnly);
    m_shown = typed();
}

QStringList ManageProfilesDialog::typed() const
{
    return {m_name->text(),
            m_url->text(),
            m_folder->text(),
            m_colour->currentText(),
            QString::number(m_production->isChecked()),
            QString::number(m_readOnly->isChecked())};
}

ServerProfile ManageProfilesDialog::edited() const
{
    ServerProfile p = m_profiles.value(m_row);
    if (p.id.isEmpty())
        p.id = newProfileId();
    p.name = m_name->text().trimmed();
    if (!p.local)
        p.url = serverUrlFromInput(m_url->text());
    p.folder = m_folder->text().trimmed();
    p.colour = m_colour->currentData().toString();
    p.production = m_production->isChecked();
    p.readOnly = m_readOnly->isChecked();
    return p;
}

bool ManageProfilesDialog::keep()
{
    if (typed() == m_shown)
        return true;
    clearErrors();
    const ServerProfile p = edited();
    if (const auto saved = m_book.save(p); !saved) {
        fail(saved.error());
        return false;
    }
    if (m_row < 0) { // there was none left
        fillList(p.id);
        return true;
    }
    m_profiles[m_row] = p;
    describe(*m_list->item(m_row), p);
    m_shown = typed();
    return true;
}

void ManageProfilesDialog::changeRow()
{
    if (m_list->currentRow() == m_row)
        return;
    if (keep())
        return showProfile();
    // A click goes on to select its row when this returns.
    QMetaObject::invokeMethod(
        m_list, [this] { m_list->setCurrentRow(m_row); }, Qt::QueuedConnection);
}

void ManageProfilesDialog::save()
{
    const ServerProfile p = edited();
    if (const auto saved = m_book.save(p); !saved)
        return fail(saved.error());
    fillList(p.id);
}

void ManageProfilesDialog::add()
{
    if (!keep())
        return;
    const QSignalBlocker quiet(m_list);
    if (m_profiles.isEmpty() || !m_profiles.last().id.isEmpty()) { // one new row at a time
        m_profiles.append(ServerProfile{});
        m_list->addItem(tr("New server"));
    }
    m_list->setCurrentRow(m_list->count() - 1);
    showProfile();
    m_name->setFocus();
}

void ManageProfilesDialog::remove()
{
    const ServerProfile p = m_profiles.value(m_list->currentRow());
    if (p.id.isEmpty())
        return fillList({});
    auto *ask = new ConfirmDialog(context(), tr("Remove “%1” from the list?").arg(p.name),
                                  tr("The server itself is not touched. Its saved sign-in is forgotten."), tr("Remove"),
                                  this);
    connect(ask, &QDialog::accepted, this, [this, id = p.id] {
        m_book.remove(id);
        fillList({});
    });
    ask->open();
}

void ManageProfilesDialog::move(int by)
{
    if (!keep())
        return;
    const int to = m_list->currentRow() + by;
    const QString id = m_profiles.value(m_list->currentRow()).id;
    if (id.isEmpty() || to < 0 || to >= m_profiles.size())
        return;
    m_book.move(id, to);
    fillList(id);
}
