// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace demo
{
/// A name as people write it, and as their e-mail address does.
struct Name {
    QString shown;
    QString ascii; ///< a-z only
};

/// Where people of a demo come from.
struct Culture {
    QString language; ///< BCP 47
    int weight; ///< how common
    bool familyFirst; ///< in the name of an organisation of one person
    QList<Name> firstNames;
    QList<Name> lastNames;
    QList<QString> zones; ///< IANA
    QList<QString> legalForms; ///< "GmbH"
    QString phone; ///< E.164; '#' is any digit. Only ranges that regulators keep for fiction; empty where there is none
};

const QList<Culture> &cultures();

const QList<QString> &organizationRoots(); ///< "Blue"
const QList<QString> &organizationTrades(); ///< "Logistics"
const QList<QString> &mailProviders(); ///< of people without a company: "post.example"
const QList<QString> &limitNotes(); ///< why an administrator changed somebody's limits
}
