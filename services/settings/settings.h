// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serverprofile.h"

#include <QJsonObject>
#include <QObject>
#include <QVariant>

#include <memory>

class QSettings;

/// What the console remembers between runs, except secrets. GUI thread. One instance, passed to those that need it.
/// Every setting is a Key with a type, a scope and a default; there are no raw key strings elsewhere.
class Settings : public QObject
{
    Q_OBJECT
public:
    enum class Key {
        Theme, ///< QString: "system", "light", "dark"
        Language, ///< QString: BCP 47; empty: the system's
        TimesInUtc, ///< bool
        CompactRows, ///< bool
        CurrentProfile, ///< QString: a profile's id; empty: none chosen
        RememberSignIn, ///< bool: the check box's last state
        LastEmail, ///< QString
        AutoRefresh, ///< bool
        CsvWithBom, ///< bool: for spreadsheets that guess the encoding
        WindowGeometry, ///< QByteArray
        WindowState, ///< QByteArray
        CurrentPane, ///< QString
    };
    enum class Scope {
        Roaming, ///< follows the user
        Local, ///< means something on this computer only
    };

    /// In the user's configuration folder (QStandardPaths, so it needs the application's name).
    explicit Settings(QObject *parent = nullptr);
    /// In `folder`; for tests and portable use.
    explicit Settings(const QString &folder, QObject *parent = nullptr);
    ~Settings() override;

    /// The stored value if it has the key's type, else the default.
    QVariant value(Key key) const;
    /// A value of another type is refused (false) and nothing changes.
    bool set(Key key, const QVariant &value);
    void reset(Key key);
    void resetToDefaults(); ///< profiles, states and views stay

    QList<ServerProfile> profiles() const; ///< in the user's order
    std::optional<ServerProfile> profile(const QString &id) const;
    /// Adds it or replaces the one with its id. ValidationError (details: "name", "url", "colour"), also for a taken
    /// name.
    Result<Done> saveProfile(const ServerProfile &profile);
    /// With what panes kept of it; says profilesChanged even if another console was quicker.
    void removeProfile(const QString &id);
    void moveProfile(const QString &id, int index);

    /// Filters, columns, widths, sort and splitters of a pane, as the pane wrote them. `pane` is its object name. What
    /// it looks for ("filters", "filterNames", "search") is kept for each profile: the customers of one server are none
    /// of another's business. Of a profile that is not saved that is forgotten.
    QJsonObject paneState(const QString &pane, const QString &profile) const;
    void setPaneState(const QString &pane, const QString &profile, const QJsonObject &state);

    /// Named views of a pane: name → state.
    QMap<QString, QJsonObject> savedViews(const QString &pane) const;
    void saveView(const QString &pane, const QString &name, const QJsonObject &state);
    void removeView(const QString &pane, const QString &name);

    /// Writes what is pending and says whether the files could be read and written.
    Result<Done> status();

signals:
    void changed(Settings::Key key);
    void profilesChanged();
    void viewsChanged(const QString &pane);

private:
    QSettings &file(Scope scope) const;
    QJsonObject readObject(const QString &key, Scope scope) const;
    void writeObject(const QString &key, Scope scope, const QJsonObject &object);
    void catchUp();
    void writeProfiles(const QList<ServerProfile> &profiles);

    std::unique_ptr<QSettings> m_roaming;
    std::unique_ptr<QSettings> m_local;
};
