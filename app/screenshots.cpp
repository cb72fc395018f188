// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"

#include "app/screenshotstage.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QTextStream>
#include <QTimer>

using namespace std::chrono_literals;

Screenshots::Screenshots(Theme &theme, const QString &folder)
    : m_theme(theme)
    , m_folder(folder)
{
}

Screenshots::~Screenshots() = default;

int Screenshots::run(QApplication &application)
{
    if (!QDir().mkpath(m_folder)) {
        QTextStream(stderr) << u"voxdesk: cannot make the folder "_s << m_folder << Qt::endl;
        return 1;
    }
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        for (const QSize &size : {QSize(1280, 800), QSize(1920, 1080)})
            plan(mode, size);
    }
    QTimer::singleShot(0, this, &Screenshots::next);
    application.setQuitOnLastWindowClosed(false); // windows come and go
    application.exec();
    QTextStream(stdout) << m_written << u" pictures in "_s << QDir::toNativeSeparators(m_folder) << Qt::endl;
    return m_failed ? 1 : 0;
}

void Screenshots::step(std::function<void()> run) { m_steps.append(std::move(run)); }

void Screenshots::shot(const QString &name)
{
    step([this, name] { save(name); });
}

void Screenshots::plan(Theme::Mode mode, const QSize &size)
{
    step([this, mode, size] {
        m_theme.setMode(mode);
        m_stage = std::make_unique<Stage>(m_theme, size);
    });
    planPages();
    planSignIn();
    planPanes();
    planUsage();
    planAgents();
    planKeys();
    planVersions();
    planAudit();
    planSecurity();
    planDialogs();
    step([this] { m_stage.reset(); });
}

// Each step gets a turn of the event loop, so that layouts and answers settle before the next.
void Screenshots::next()
{
    if (m_steps.isEmpty())
        return QCoreApplication::quit();
    const auto run = m_steps.takeFirst();
    run();
    QTimer::singleShot(40ms, this, &Screenshots::next);
}

void Screenshots::save(const QString &name)
{
    MainWindow &window = m_stage->window;
    if (auto *fresh = window.findChild<QLabel *>(u"freshnessLabel"_s); fresh && !fresh->text().isEmpty()) {
        fresh->setText(QCoreApplication::translate("TopBar", "As of %1")
                           .arg(u"18:41:00"_s)); // the one thing the clock would change
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }
    QPixmap picture = window.grab();
    for (auto *dialog : window.findChildren<QDialog *>()) {
        if (!dialog->isVisible())
            continue;
        QPainter painter(&picture); // a dialog is a window of its own: put it where the screen would show it
        painter.fillRect(window.rect(), m_theme.colours().shadow);
        const QRect place = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, dialog->size(), window.rect());
        painter.drawPixmap(place.topLeft(), dialog->grab());
        painter.setPen(m_theme.colours().borderStrong);
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    const QString file = u"%1/%2-%3-%4x%5.png"_s.arg(m_folder, name, m_theme.isDark() ? u"dark"_s : u"light"_s)
                             .arg(window.width())
                             .arg(window.height());
    if (picture.save(file)) {
        ++m_written;
        return;
    }
    m_failed = true;
    QTextStream(stderr) << u"voxdesk: cannot write "_s << file << Qt::endl;
}
