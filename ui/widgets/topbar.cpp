// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/topbar.h"

#include "ui/support/words.h"
#include "ui/widgets/profilemark.h"
#include "ui/widgets/taglabel.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

TopBar::TopBar(const Context &context, QMenu &profiles, QMenu &themes, QMenu &user, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_profile(makeButton(u"profileButton"_s, u"server"_s, tr("Switch to another server")))
    , m_kind(new TagLabel(context.theme))
    , m_search(new QPushButton(context.theme.icon(u"search"_s), tr("Search or jump to…")))
    , m_fresh(new ThemedLabel(context.theme, TextStyle::Small, &Colours::muted))
    , m_refresh(makeButton(u"refreshButton"_s, u"refresh-cw"_s, tr("Refresh (F5)")))
    , m_zone(makeButton(u"zoneButton"_s, u"clock"_s, {}))
    , m_theme(makeButton(u"themeButton"_s, u"sun"_s, tr("Light, dark or system theme")))
    , m_user(makeButton(u"userButton"_s, u"circle-user"_s, tr("Your account")))
{
    setObjectName(u"topBar"_s);
    for (auto *button : {m_profile, m_user, m_zone})
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_profile->setMenu(&profiles);
    m_theme->setMenu(&themes);
    m_user->setMenu(&user);
    for (auto *button : {m_profile, m_theme, m_user})
        button->setPopupMode(QToolButton::InstantPopup);
    m_search->setObjectName(u"globalSearchButton"_s);
    m_search->setToolTip(tr("Panes, actions and rows (Ctrl+K)"));
    m_search->setMinimumWidth(Space::S4 * 14);
    m_fresh->setObjectName(u"freshnessLabel"_s);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::S4, Space::S2, Space::S4, Space::S2);
    row->setSpacing(Space::S1);
    // Two sides of one width: the search stays where it is, whatever they say.
    const auto addSide = [row] {
        auto *side = new QWidget;
        auto *inner = new QHBoxLayout(side);
        inner->setContentsMargins(0, 0, 0, 0);
        inner->setSpacing(Space::S1);
        row->addWidget(side, 1);
        return inner;
    };
    auto *leading = addSide();
    for (QWidget *part : std::initializer_list<QWidget *>{m_profile, m_kind})
        leading->addWidget(part);
    leading->addStretch();
    row->addWidget(m_search);
    auto *trailing = addSide();
    trailing->addStretch();
    for (QWidget *part : std::initializer_list<QWidget *>{m_fresh, m_refresh, m_zone, m_theme, m_user})
        trailing->addWidget(part);
    connect(m_search, &QPushButton::clicked, this, &TopBar::searchRequested);
    connect(m_refresh, &QToolButton::clicked, this, &TopBar::refreshRequested);
    connect(m_zone, &QToolButton::clicked, this, &TopBar::zoneToggled);
    connect(&context.format, &DisplayFormat::changed, this, &TopBar::updateZone);
    connect(&context.theme, &Theme::changed, this, &TopBar::updateThemeIcon);
    updateZone();
    updateThemeIcon();
    m_kind->setVisible(false);
}

QToolButton *TopBar::makeButton(const QString &name, const QString &icon, const QString &explanation)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(m_context.theme.icon(icon));
    button->setToolTip(explanation);
    button->setAccessibleName(explanation);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void TopBar::setProfile(const ServerProfile &profile)
{
    m_profile->setText(asLabel(m_profile->fontMetrics().elidedText(profile.name, Qt::ElideMiddle, Space::S4 * 12)));
    m_colour = profileColour(profile, m_context.theme);
    m_profile->setIcon(profileMark(m_colour, m_offline));
    m_profile->setAccessibleName(tr("Server %1; switch to another one").arg(profile.name));
    const TagValue kind = profile.production ? TagValue{tr("Production"), Tone::Bad}
        : profile.readOnly                   ? TagValue{tr("Read-only"), Tone::Warning}
                                             : TagValue{};
    m_kind->setTag(kind);
    m_kind->setVisible(!kind.text.isEmpty());
}

void TopBar::setOffline(bool offline)
{
    m_offline = offline;
    m_profile->setIcon(profileMark(m_colour, offline));
}

void TopBar::setUser(const User &user)
{
    const QString name = QString(user.firstName + u' ' + user.lastName).trimmed();
    m_user->setText(
        asLabel(m_user->fontMetrics().elidedText(name.isEmpty() ? user.email : name, Qt::ElideMiddle, Space::S4 * 10)));
    const QString words = tr("%1, %2", "e-mail, role").arg(user.email, inWords(user.role));
    m_user->setToolTip(words);
    m_user->setAccessibleName(tr("Your account: %1").arg(words));
}

void TopBar::setFreshness(const QDateTime &loadedAt)
{
    m_loadedAt = loadedAt;
    m_fresh->setText(loadedAt.isValid() ? tr("As of %1").arg(m_context.format.time(loadedAt)) : QString());
    m_fresh->setToolTip(tr("When the data shown was read from the server"));
}

void TopBar::setRefreshing(bool refreshing) { m_refresh->setEnabled(!refreshing); }

void TopBar::updateZone()
{
    m_zone->setText(m_context.format.zoneName());
    m_zone->setToolTip(m_context.format.isUtc() ? tr("Times are in UTC; switch to local time")
                                                : tr("Times are local; switch to UTC"));
    m_zone->setAccessibleName(m_zone->toolTip());
    setFreshness(m_loadedAt);
}

void TopBar::updateThemeIcon()
{
    const auto mode = m_context.theme.mode();
    m_theme->setIcon(m_context.theme.icon(mode == Theme::Mode::System     ? u"monitor"_s
                                              : mode == Theme::Mode::Dark ? u"moon"_s
                                                                          : u"sun"_s));
}
