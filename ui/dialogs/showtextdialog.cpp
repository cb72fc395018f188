// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/showtextdialog.h"

#include "ui/widgets/themedlabel.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{
constexpr int LinesInABlock = 16;
}

ShowTextDialog::ShowTextDialog(const Context &context, const QString &title, const QString &text,
                               const QList<QPair<QString, QString>> &lines, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::S6, Space::S5, Space::S6, Space::S5);
    column->setSpacing(Space::S3);
    column->addWidget(new ThemedLabel(context.theme, TextStyle::Title, &Colours::text, title));
    if (!text.isEmpty()) {
        auto *words = new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted, text);
        words->setWordWrap(true);
        column->addWidget(words);
    }
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::S8);
    // Many lines stand in two blocks side by side, or they would not fit on a small screen.
    const int blocks = lines.size() > LinesInABlock ? 2 : 1;
    const int height = int(lines.size() + blocks - 1) / blocks;
    setMinimumWidth(Space::S4 * (blocks == 2 ? 44 : 26));
    for (int block = 0; block < blocks; ++block)
        grid->setColumnStretch(block * 2, 1);
    for (int i = 0; i < lines.size(); ++i) {
        const int left = i / height * 2;
        grid->addWidget(new ThemedLabel(context.theme, TextStyle::Body, &Colours::text, lines[i].first), i % height,
                        left);
        grid->addWidget(new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted, lines[i].second), i % height,
                        left + 1);
    }
    column->addLayout(grid);
    column->addStretch();
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(u"closeButton"_s);
    close->setToolTip(tr("Close this window (Esc)"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignTrailing);
}
