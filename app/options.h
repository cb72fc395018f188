// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QUrl>

class QCommandLineParser;

/// What the command line asks for.
struct Options {
    QString screenshots; ///< folder; empty: none
    QUrl server; ///< for this run only
    QString profile; ///< name of a saved server
    bool tryLocally = false; ///< open on a private server on this computer
    bool withDemoData = true; ///< with tryLocally
    QString localFolder; ///< with tryLocally; empty: the usual one
    quint16 localPort = 0; ///< with tryLocally; 0: any free one
    bool selfTest = false;
    bool newInstance = false;
    QString error; ///< what is wrong with the command line, a sentence; empty: nothing
};

void addOptions(QCommandLineParser &parser);
/// `arguments` begin with the program. Options of Qt's own are known and left alone, so that nothing but the words is
/// needed: no application object, and no display.
Options readOptions(const QStringList &arguments);
