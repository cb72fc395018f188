// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace demo
{
/// What an agent is for, and how a call to it goes.
struct Duty {
    QString name; ///< of the agent: "Appointments"
    QString description;
    QString prompt;
    QString firstMessage;
    QList<QString> turns; ///< caller and agent in turn, after the first message
    QList<QString> outcomes; ///< of a completed call
};

const QList<Duty> &duties();

/// A language model a demo's agents use.
struct DemoModel {
    QString provider;
    QString model;
    int weight; ///< how common
};
const QList<DemoModel> &demoModels();
}
