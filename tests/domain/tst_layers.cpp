// SPDX-License-Identifier: GPL-3.0-or-later
// Who may include whom, read from the sources themselves.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
struct Room {
    QString folder; ///< the first match wins
    QStringList mayInclude; ///< folders; its own is always allowed
};

const QList<Room> Rooms{
    {u"models/domain/"_s, {}},
    {u"models/items/"_s, {u"models/domain/"_s}},
    {u"services/"_s, {u"models/domain/"_s}},
    {u"ui/"_s, {u"models/"_s}},
    {u"app/"_s, {u"ui/"_s, u"models/"_s, u"services/"_s}},
    {u"server/http/"_s, {u"models/domain/"_s}},
    {u"server/store/"_s, {u"models/domain/"_s}},
    {u"server/api/"_s, {u"models/domain/"_s, u"server/http/"_s}},
    {u"server/"_s, {u"models/domain/"_s, u"server/"_s}},
};

struct Reserved {
    QRegularExpression header;
    QStringList folders; ///< the only places that may include it
};

const QList<Reserved> ReservedHeaders{
    {QRegularExpression(u"^QSql"_s), {u"server/store/"_s}},
    {QRegularExpression(u"^Q(Tcp|Ssl)(Socket|Server)"_s), {u"server/http/"_s, u"services/"_s, u"app/selftest."_s}},
    {QRegularExpression(u"^(qt6?)?keychain/"_s), {u"services/secrets/"_s, u"server/vault/"_s}},
    {QRegularExpression(u"^QSettings"_s), {u"services/settings/"_s}},
    {QRegularExpression(u"^boost/"_s), {u"server/http/"_s}},
    {QRegularExpression(u"^curl/"_s), {u"server/mail/"_s}},
};

QString roomOf(const QString &path)
{
    for (const Room &room : Rooms) {
        if (path.startsWith(room.folder))
            return room.folder;
    }
    return {};
}

bool startsWithAny(const QString &text, const QStringList &prefixes)
{
    return std::ranges::any_of(prefixes, [&](const QString &prefix) { return text.startsWith(prefix); });
}

/// What is wrong with one #include of `file`, or nothing.
QString complaint(const QString &file, const QString &included)
{
    for (const Reserved &reserved : ReservedHeaders) {
        if (reserved.header.match(included).hasMatch() && !startsWithAny(file, reserved.folders))
            return u"%1 may not include %2"_s.arg(file, included);
    }
    const QString target = roomOf(included);
    if (target.isEmpty())
        return {};
    for (const Room &room : Rooms) {
        if (file.startsWith(room.folder)) {
            const bool allowed = target == room.folder || startsWithAny(included, room.mayInclude);
            return allowed ? QString() : u"%1 may not include %2"_s.arg(file, included);
        }
    }
    return {};
}
}

class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void theRuleItselfBites()
    {
        QVERIFY(!complaint(u"ui/a.cpp"_s, u"services/auth/session.h"_s).isEmpty());
        QVERIFY(!complaint(u"models/domain/a.h"_s, u"models/items/b.h"_s).isEmpty());
        QVERIFY(!complaint(u"server/api/a.cpp"_s, u"server/store/connection.h"_s).isEmpty());
        QVERIFY(!complaint(u"server/identity/a.cpp"_s, u"QSqlQuery"_s).isEmpty());
        QVERIFY(complaint(u"server/identity/a.cpp"_s, u"server/store/connection.h"_s).isEmpty());
        QVERIFY(complaint(u"app/a.cpp"_s, u"services/auth/session.h"_s).isEmpty());
    }
    void noSourceIncludesWhatItMayNot()
    {
        const QDir root(QStringLiteral(VOXDESK_SOURCE_DIR));
        static const QRegularExpression include(u"^\\s*#include\\s+[<\"]([^>\"]+)[>\"]"_s,
                                                QRegularExpression::MultilineOption);
        QStringList wrong;
        int files = 0;
        for (const QString &top : {u"app"_s, u"ui"_s, u"models"_s, u"services"_s, u"server"_s}) {
            QDirIterator it(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++files;
                const QString text = QString::fromUtf8(file.readAll());
                for (auto m = include.globalMatch(text); m.hasNext();) {
                    const QString reason = complaint(root.relativeFilePath(file.fileName()), m.next().captured(1));
                    if (!reason.isEmpty())
                        wrong << reason;
                }
            }
        }
        QVERIFY(files > 20);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
    /// moc does not know which system it is: a slot under an #if of one is never run. QSKIP within it says so instead.
    void noTestHangsOnTheSystem()
    {
        static const QRegularExpression hidden(u"^#if[^\\n]*\\n(?: *//[^\\n]*\\n)*    void (\\w+)\\(\\)"_s,
                                               QRegularExpression::MultilineOption);
        QVERIFY(hidden.match(u"#ifdef Q_OS_LINUX\n    /// Why\n    void never()\n"_s).hasMatch());
        const QDir root(QStringLiteral(VOXDESK_SOURCE_DIR));
        QStringList wrong;
        QDirIterator it(root.filePath(u"tests"_s), {u"tst_*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (auto m = hidden.globalMatch(QString::fromUtf8(file.readAll())); m.hasNext();)
                wrong << root.relativeFilePath(file.fileName()) + u": "_s + m.next().captured(1);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
    /// QFuture::then() may run twice in Qt 6.4 when another thread is just finishing the future.
    void noFutureIsContinuedByThen()
    {
        const QDir root(QStringLiteral(VOXDESK_SOURCE_DIR));
        QStringList wrong;
        for (const QString &top : {u"app"_s, u"ui"_s, u"models"_s, u"services"_s, u"server"_s}) {
            QDirIterator it(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                if (file.readAll().contains(".then("))
                    wrong << root.relativeFilePath(file.fileName());
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
    /// A desktop finds the icon of a window by the entry that the program names as its own, and by what is installed.
    void theDesktopEntryIsThePrograms()
    {
        const QDir root(QStringLiteral(VOXDESK_SOURCE_DIR));
        const auto read = [&root](const QString &path) {
            QFile file(root.filePath(path));
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        };
        const QStringList entries = QDir(root.filePath(u"packaging/linux"_s)).entryList({u"*.desktop"_s});
        QCOMPARE(entries.size(), 1);
        const QString name = entries.first().chopped(8);
        QVERIFY(read(u"app/main.cpp"_s).contains(u"setDesktopFileName(u\"%1\"_s)"_s.arg(name)));
        static const QRegularExpression icon(u"^Icon=(.+)$"_s, QRegularExpression::MultilineOption);
        const QString picture = icon.match(read(u"packaging/linux/"_s + entries.first())).captured(1) + u".svg"_s;
        QVERIFY(read(u"packaging/linux/"_s + picture).contains(u"<svg"_s));
        QVERIFY(read(u"packaging/cmake/Install.cmake"_s).contains(u'/' + picture));
    }
    void everySourceNamesItsLicence()
    {
        const QDir root(QStringLiteral(VOXDESK_SOURCE_DIR));
        QStringList wrong;
        for (const QString &top : {u"app"_s, u"ui"_s, u"models"_s, u"services"_s, u"server"_s, u"tests"_s}) {
            QDirIterator it(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                if (file.fileName().contains("/node_modules/"_L1))
                    continue; // others' sources, which the benchmarks fetch
                QVERIFY(file.open(QIODevice::ReadOnly));
                if (!file.readLine().contains("SPDX-License-Identifier: GPL-3.0-or-later"))
                    wrong << root.relativeFilePath(file.fileName());
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
