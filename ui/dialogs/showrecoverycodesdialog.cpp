// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/showrecoverycodesdialog.h"

#include "ui/support/growtofit.h"
#include "ui/widgets/card.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/themedlabel.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSaveFile>
#include <QTextDocument>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{
constexpr int Columns = 2;
}

ShowRecoveryCodesDialog::ShowRecoveryCodesDialog(const Context &context, const QStringList &codes, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_codes(codes)
    , m_error(new ErrorBanner(context.theme))
    , m_done(new ThemedLabel(context.theme, TextStyle::Body, &Colours::good))
    , m_close(new QPushButton(tr("Close")))
{
    setObjectName(u"showRecoveryCodesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Recovery codes"));
    setBackgroundRole(QPalette::Base);
    setMinimumWidth(Space::S4 * 32);
    auto *words = new ThemedLabel(
        context.theme, TextStyle::Body, &Colours::muted,
        tr("Each signs you in once when the authenticator is not at hand. They are shown this once: keep them where "
           "nobody else finds them, and not on this computer alone."));
    words->setWordWrap(true);
    auto *card = new Card(context.theme);
    card->setFill(&Colours::sunken, nullptr);
    card->setRadius(Radius::Medium);
    auto *grid = new QGridLayout(card);
    fillGrid(*grid);
    m_done->setObjectName(u"codesKeptLabel"_s);
    m_done->setWordWrap(true);
    m_close->setObjectName(u"closeCodesButton"_s);
    m_close->setToolTip(tr("Close; the codes are not shown again"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S2);
    auto *copyButton = addButton(u"copyCodesButton"_s, u"copy"_s, tr("Copy"), tr("Copy all codes to the clipboard"));
    copyButton->setIcon(context.theme.icon(u"copy"_s, &Colours::onAccent));
    copyButton->setProperty("rank", u"primary"_s);
    copyButton->setDefault(true);
    auto *saveButton = addButton(u"saveCodesButton"_s, u"download"_s, tr("Save…"), tr("Write the codes to a file"));
    auto *printButton = addButton(u"printCodesButton"_s, u"printer"_s, tr("Print…"), tr("Put the codes on paper"));
    for (QPushButton *button : {copyButton, saveButton, printButton})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::S6, Space::S5, Space::S6, Space::S5);
    column->setSpacing(Space::S3);
    column->addWidget(new ThemedLabel(context.theme, TextStyle::Title, &Colours::text, tr("Recovery codes")));
    column->addWidget(words);
    column->addWidget(m_error);
    column->addWidget(card);
    column->addWidget(m_done);
    column->addStretch();
    column->addLayout(buttons);
    m_done->setVisible(false);
    connect(copyButton, &QPushButton::clicked, this, &ShowRecoveryCodesDialog::copy);
    connect(saveButton, &QPushButton::clicked, this, &ShowRecoveryCodesDialog::askPath);
    connect(printButton, &QPushButton::clicked, this, &ShowRecoveryCodesDialog::askPrinter);
    connect(m_close, &QPushButton::clicked, this, &ShowRecoveryCodesDialog::reject);
}

ShowRecoveryCodesDialog::~ShowRecoveryCodesDialog()
{
    for (QString &code : m_codes)
        code.fill(u' ');
}

void ShowRecoveryCodesDialog::fillGrid(QGridLayout &grid)
{
    grid.setContentsMargins(Space::S5, Space::S4, Space::S5, Space::S4);
    grid.setHorizontalSpacing(Space::S8);
    grid.setVerticalSpacing(Space::S2);
    const int rows = int(m_codes.size() + Columns - 1) / Columns;
    for (int i = 0; i < m_codes.size(); ++i) {
        auto *code = new ThemedLabel(m_context.theme, TextStyle::Code, &Colours::text, m_codes.at(i));
        code->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid.addWidget(code, i % rows, i / rows);
    }
}

QPushButton *ShowRecoveryCodesDialog::addButton(const QString &name, const QString &icon, const QString &text,
                                                const QString &explanation)
{
    auto *button = new QPushButton(m_context.theme.icon(icon), text);
    button->setObjectName(name);
    button->setToolTip(explanation);
    return button;
}

QString ShowRecoveryCodesDialog::asText() const
{
    return tr("Voxdesk recovery codes, each works once") + u"\n\n"_s + m_codes.join(u'\n') + u'\n';
}

void ShowRecoveryCodesDialog::kept(const QString &how)
{
    m_kept = true;
    m_error->clear();
    m_done->setText(how);
    m_done->setVisible(true);
    m_close->setText(tr("Close"));
    growToFit(*this);
}

void ShowRecoveryCodesDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_codes.join(u'\n'));
    kept(tr("The codes are on the clipboard."));
}

void ShowRecoveryCodesDialog::askPath()
{
    auto *dialog = new QFileDialog(this, tr("Save the recovery codes"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Text files (*.txt)"));
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(u"voxdesk-recovery-codes.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ShowRecoveryCodesDialog::saveTo);
    dialog->open();
}

void ShowRecoveryCodesDialog::saveTo(const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = asText().toUtf8();
    bool written = file.open(QIODevice::WriteOnly | QIODevice::Text);
    if (written) // for nobody else's eyes, where the system knows such a thing
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    written = written && file.write(bytes) == bytes.size() && file.commit();
    if (!written) {
        m_error->show(
            {.code = ErrorCode::InternalError, .message = tr("The file cannot be written: %1").arg(file.errorString())},
            false);
        return growToFit(*this);
    }
    kept(tr("Written to %1").arg(QDir::toNativeSeparators(path)));
}

void ShowRecoveryCodesDialog::askPrinter()
{
    auto *dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this](QPrinter *printer) { printOn(*printer); });
    dialog->open();
}

void ShowRecoveryCodesDialog::printOn(QPrinter &printer)
{
    QTextDocument document;
    document.setDefaultFont(m_context.theme.font(TextStyle::Code));
    document.setPlainText(asText());
    document.print(&printer);
    kept(tr("The codes went to the printer."));
}

void ShowRecoveryCodesDialog::reject()
{
    if (m_kept || std::exchange(m_warned, true))
        return QDialog::reject();
    m_close->setText(tr("Close without keeping them"));
    growToFit(*this);
}
