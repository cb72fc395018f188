// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/showtextdialog.h"

#include "ui/widgets/themedlabel.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace
{
constexpr int LinesInABlock = 16;

/// How many lines stand in the first of two blocks: up to the heading that is next to the middle; all, while they fit.
qsizetype firstBlock(const QList<QPair<QString, QString>> &lines)
{
    if (lines.size() <= LinesInABlock)
        return lines.size();
    const qsizetype middle = (lines.size() + 1) / 2;
    qsizetype best = middle;
    for (qsizetype i = 1, distance = lines.size(); i < lines.size(); ++i) {
        if (lines.at(i).second.isEmpty() && std::abs(i - middle) < distance) {
            best = i;
            distance = std::abs(i - middle);
        }
    }
    return best;
}

QLayout *makeBlock(const Theme &theme, const QList<QPair<QString, QString>> &lines)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::S8);
    grid->setVerticalSpacing(Space::S2);
    grid->setColumnStretch(0, 1);
    for (int i = 0; i < lines.size(); ++i) {
        const auto &[left, right] = lines.at(i);
        const bool heading = right.isEmpty();
        auto *first = new ThemedLabel(theme, heading ? TextStyle::Caption : TextStyle::Body,
                                      heading ? &Colours::muted : &Colours::text, left);
        if (heading && i > 0)
            first->setContentsMargins(0, Space::S3, 0, 0);
        grid->addWidget(first, i, 0);
        if (!heading)
            grid->addWidget(new ThemedLabel(theme, TextStyle::Body, &Colours::muted, right), i, 1);
    }
    grid->setRowStretch(int(lines.size()), 1);
    return grid;
}
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
    auto *blocks = new QHBoxLayout; // many lines stand side by side, or they would not fit on a small screen
    blocks->setSpacing(Space::S8);
    const qsizetype height = firstBlock(lines);
    setMinimumWidth(Space::S4 * (height < lines.size() ? 44 : 26));
    blocks->addLayout(makeBlock(context.theme, lines.first(height)), 1);
    if (height < lines.size())
        blocks->addLayout(makeBlock(context.theme, lines.sliced(height)), 1);
    column->addLayout(blocks);
    column->addStretch();
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(u"closeButton"_s);
    close->setToolTip(tr("Close this window (Esc)"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignTrailing);
}
