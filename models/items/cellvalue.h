// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

/// How loud a word is. The theme gives each tone a colour and a mark, so that colour never carries the meaning alone.
enum class Tone { Neutral, Accent, Good, Warning, Bad };

/// A short word in a coloured pill, such as a role or a state.
struct TagValue {
    QString text; ///< translated
    Tone tone = Tone::Neutral;

    friend bool operator==(const TagValue &, const TagValue &) = default;
};
Q_DECLARE_METATYPE(TagValue)

/// What is used of what is allowed. `limit` 0 means nothing is allowed.
struct UsageValue {
    qint64 used = 0;
    qint64 limit = 0;

    double share() const { return limit > 0 ? double(used) / double(limit) : used > 0 ? 1.0 : 0.0; }
    Tone tone() const { return share() >= 1.0 ? Tone::Bad : share() >= 0.8 ? Tone::Warning : Tone::Accent; }
    friend bool operator==(const UsageValue &, const UsageValue &) = default;
};
Q_DECLARE_METATYPE(UsageValue)

/// What became of a value. Told apart by marks and words, and coloured besides.
struct ChangeValue {
    enum class Kind { Added, Removed, Changed };

    Kind kind = Kind::Changed;
    QString before; ///< empty where it was added
    QString after; ///< empty where it was removed

    friend bool operator==(const ChangeValue &, const ChangeValue &) = default;
};
Q_DECLARE_METATYPE(ChangeValue)
