// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/settings/settings.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>
#include <QStandardPaths>

#include <array>

using namespace Qt::StringLiterals;

namespace
{
struct Row {
    Settings::Key key;
    QLatin1StringView name;
    Settings::Scope scope;
    QMetaType::Type type;
    const char *otherwise; // the default as text
};

using K = Settings::Key;
using S = Settings::Scope;

// In the order of the enum, so that row() is an index.
constexpr std::array Table{
    Row{K::Theme, "ui/theme"_L1, S::Roaming, QMetaType::QString, "system"},
    Row{K::Language, "ui/language"_L1, S::Roaming, QMetaType::QString, ""},
    Row{K::TimesInUtc, "ui/timesInUtc"_L1, S::Roaming, QMetaType::Bool, "false"},
    Row{K::CompactRows, "ui/compactRows"_L1, S::Roaming, QMetaType::Bool, "false"},
    Row{K::CurrentProfile, "servers/current"_L1, S::Local, QMetaType::QString, ""},
    Row{K::RememberSignIn, "signIn/remember"_L1, S::Roaming, QMetaType::Bool, "true"},
    Row{K::LastEmail, "signIn/lastEmail"_L1, S::Local, QMetaType::QString, ""},
    Row{K::AutoRefresh, "ui/autoRefresh"_L1, S::Roaming, QMetaType::Bool, "true"},
    Row{K::CsvWithBom, "export/csvWithBom"_L1, S::Roaming, QMetaType::Bool, "false"},
    Row{K::WindowGeometry, "window/geometry"_L1, S::Local, QMetaType::QByteArray, ""},
    Row{K::WindowState, "window/state"_L1, S::Local, QMetaType::QByteArray, ""},
    Row{K::CurrentPane, "window/pane"_L1, S::Local, QMetaType::QString, "overview"},
};

const QString ProfilesKey = u"servers/profiles"_s;

const Row &row(Settings::Key key) { return Table.at(std::size_t(key)); }

QVariant typed(QVariant value, QMetaType::Type type)
{
    const bool wellFormed = type != QMetaType::Bool || value.typeId() == QMetaType::Bool || value.toString() == u"true"
        || value.toString() == u"false";
    return wellFormed && value.convert(QMetaType(type)) ? value : QVariant();
}

QString paneKey(const QString &group, const QString &pane)
{
    return group + u'/' + QString::fromLatin1(pane.toUtf8().toPercentEncoding());
}

/// Where what panes look for on one server is kept.
QString searchesOf(const QString &profile) { return paneKey(u"searches"_s, profile); }

const QStringList Searches{u"filters"_s, u"filterNames"_s, u"search"_s};

QJsonObject toJson(const ServerProfile &p)
{
    return {{u"id"_s, p.id},
            {u"name"_s, p.name},
            {u"url"_s, p.url.toString()},
            {u"colour"_s, p.colour},
            {u"folder"_s, p.folder},
            {u"production"_s, p.production},
            {u"readOnly"_s, p.readOnly},
            {u"local"_s, p.local}};
}

ServerProfile profileFrom(const QJsonObject &o)
{
    return {.id = o.value("id"_L1).toString(),
            .name = o.value("name"_L1).toString(),
            .url = QUrl(o.value("url"_L1).toString()),
            .colour = o.value("colour"_L1).toString(),
            .folder = o.value("folder"_L1).toString(),
            .production = o.value("production"_L1).toBool(),
            .readOnly = o.value("readOnly"_L1).toBool(),
            .local = o.value("local"_L1).toBool()};
}

std::unique_ptr<QSettings> open(const QString &folder, const QString &name)
{
    return std::make_unique<QSettings>(QDir(folder).filePath(name), QSettings::IniFormat);
}

qsizetype indexOf(const QList<ServerProfile> &profiles, const QString &id)
{
    return std::find_if(profiles.begin(), profiles.end(), [&](const ServerProfile &p) { return p.id == id; })
        - profiles.begin();
}
}

Settings::Settings(QObject *parent)
    : QObject(parent)
    , m_roaming(open(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation), u"voxdesk.ini"_s))
    , m_local(open(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation), u"window.ini"_s))
{
}

Settings::Settings(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_roaming(open(folder, u"voxdesk.ini"_s))
    , m_local(open(folder, u"window.ini"_s))
{
}

Settings::~Settings() = default;

QSettings &Settings::file(Scope scope) const { return scope == Scope::Roaming ? *m_roaming : *m_local; }

QVariant Settings::value(Key key) const
{
    const Row &r = row(key);
    const QVariant stored = typed(file(r.scope).value(r.name), r.type);
    return stored.isValid() ? stored : typed(QString::fromLatin1(r.otherwise), r.type);
}

bool Settings::set(Key key, const QVariant &value)
{
    const Row &r = row(key);
    if (value.typeId() != r.type)
        return false;
    if (this->value(key) != value) {
        file(r.scope).setValue(r.name, value);
        emit changed(key);
    }
    return true;
}

void Settings::reset(Key key)
{
    const QVariant before = value(key);
    file(row(key).scope).remove(row(key).name);
    if (value(key) != before)
        emit changed(key);
}

void Settings::resetToDefaults()
{
    for (const Row &r : Table)
        reset(r.key);
}

QList<ServerProfile> Settings::profiles() const
{
    QList<ServerProfile> profiles;
    const auto rows = QJsonDocument::fromJson(m_roaming->value(ProfilesKey).toString().toUtf8()).array();
    for (const auto &value : rows) {
        const ServerProfile profile = profileFrom(value.toObject());
        if (!profile.id.isEmpty() && check(profile))
            profiles.append(profile);
    }
    return profiles;
}

std::optional<ServerProfile> Settings::profile(const QString &id) const
{
    const auto all = profiles();
    const qsizetype i = indexOf(all, id);
    return i < all.size() ? std::optional(all.at(i)) : std::nullopt;
}

Result<Done> Settings::saveProfile(const ServerProfile &profile)
{
    if (const auto checked = check(profile); !checked)
        return checked.error();
    catchUp();
    auto all = profiles();
    for (const ServerProfile &other : std::as_const(all)) {
        if (other.id != profile.id && other.name.compare(profile.name, Qt::CaseInsensitive) == 0)
            return Error{.code = ErrorCode::ValidationError,
                         .details = {{u"name"_s, tr("Another server has this name.")}}};
    }
    const qsizetype i = indexOf(all, profile.id);
    if (i < all.size())
        all[i] = profile;
    else
        all.append(profile);
    writeProfiles(all);
    return Done{};
}

void Settings::removeProfile(const QString &id)
{
    catchUp();
    auto all = profiles();
    all.removeIf([&](const ServerProfile &p) { return p.id == id; });
    if (value(Key::CurrentProfile).toString() == id)
        reset(Key::CurrentProfile);
    m_local->remove(searchesOf(id));
    writeProfiles(all);
}

void Settings::moveProfile(const QString &id, int index)
{
    catchUp();
    auto all = profiles();
    const qsizetype from = indexOf(all, id);
    if (from >= all.size())
        return;
    all.move(from, std::clamp<qsizetype>(index, 0, all.size() - 1));
    writeProfiles(all);
}

/// Other consoles keep the same file. All profiles are one value of it, and so are a pane's views; without this,
/// writing one of them would undo what others wrote.
void Settings::catchUp() { m_roaming->sync(); }

void Settings::writeProfiles(const QList<ServerProfile> &profiles)
{
    QJsonArray rows;
    for (const ServerProfile &profile : profiles)
        rows.append(toJson(profile));
    m_roaming->setValue(ProfilesKey, QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact)));
    emit profilesChanged();
}

QJsonObject Settings::readObject(const QString &key, Scope scope) const
{
    return QJsonDocument::fromJson(file(scope).value(key).toString().toUtf8()).object();
}

void Settings::writeObject(const QString &key, Scope scope, const QJsonObject &object)
{
    if (object.isEmpty())
        file(scope).remove(key);
    else
        file(scope).setValue(key, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

QJsonObject Settings::paneState(const QString &pane, const QString &profile) const
{
    QJsonObject state = readObject(paneKey(u"panes"_s, pane), Scope::Local);
    const QJsonObject own = readObject(paneKey(searchesOf(profile), pane), Scope::Local);
    for (const QString &name : Searches) { // what an earlier version kept for all servers together is nobody's
        state.remove(name);
        if (own.contains(name))
            state.insert(name, own.value(name));
    }
    return state;
}

void Settings::setPaneState(const QString &pane, const QString &profile, const QJsonObject &state)
{
    QJsonObject shared = state;
    QJsonObject own;
    for (const QString &name : Searches) {
        if (const QJsonValue value = shared.take(name); !value.isUndefined())
            own.insert(name, value);
    }
    writeObject(paneKey(u"panes"_s, pane), Scope::Local, shared);
    if (this->profile(profile))
        writeObject(paneKey(searchesOf(profile), pane), Scope::Local, own);
}

QMap<QString, QJsonObject> Settings::savedViews(const QString &pane) const
{
    QMap<QString, QJsonObject> views;
    const QJsonObject stored = readObject(paneKey(u"views"_s, pane), Scope::Roaming);
    for (auto it = stored.begin(); it != stored.end(); ++it)
        views.insert(it.key(), it.value().toObject());
    return views;
}

void Settings::saveView(const QString &pane, const QString &name, const QJsonObject &state)
{
    catchUp();
    QJsonObject views = readObject(paneKey(u"views"_s, pane), Scope::Roaming);
    views.insert(name, state);
    writeObject(paneKey(u"views"_s, pane), Scope::Roaming, views);
    emit viewsChanged(pane);
}

void Settings::removeView(const QString &pane, const QString &name)
{
    catchUp();
    QJsonObject views = readObject(paneKey(u"views"_s, pane), Scope::Roaming);
    views.remove(name);
    writeObject(paneKey(u"views"_s, pane), Scope::Roaming, views);
    emit viewsChanged(pane);
}

Result<Done> Settings::status()
{
    for (QSettings *settings : {m_roaming.get(), m_local.get()}) {
        settings->sync();
        if (settings->status() == QSettings::AccessError)
            return Error{.code = ErrorCode::InternalError,
                         .message = tr("Settings cannot be saved: %1 cannot be written.").arg(settings->fileName())};
        if (settings->status() == QSettings::FormatError)
            return Error{.code = ErrorCode::InternalError,
                         .message = tr("Settings cannot be read: %1 is damaged.").arg(settings->fileName())};
    }
    return Done{};
}
