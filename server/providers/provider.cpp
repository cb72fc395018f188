// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/provider.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace providers
{
namespace
{
constexpr std::array Kinds{"llm"_L1, "stt"_L1, "tts"_L1, "telephony"_L1};
constexpr std::array Units{"per_million_input_tokens"_L1, "per_million_output_tokens"_L1, "per_minute"_L1,
                           "per_hour"_L1, "per_1000_characters"_L1};
constexpr std::array Types{"text"_L1, "integer"_L1, "number"_L1, "boolean"_L1};

template<typename Enum, std::size_t N>
std::optional<Enum> named(const std::array<QLatin1StringView, N> &names, QStringView text)
{
    const auto found = std::ranges::find_if(names, [&](QLatin1StringView name) { return text == name; });
    return found == names.end() ? std::nullopt : std::optional(Enum(found - names.begin()));
}

template<typename T>
const T *find(const QList<T> &list, QStringView name)
{
    const auto found = std::ranges::find(list, name, &T::name);
    return found == list.end() ? nullptr : &*found;
}
}

QLatin1StringView toWire(Kind kind) { return Kinds.at(std::size_t(kind)); }
std::optional<Kind> kindFromWire(QStringView text) { return named<Kind>(Kinds, text); }
QLatin1StringView toWire(Unit unit) { return Units.at(std::size_t(unit)); }
std::optional<Unit> unitFromWire(QStringView text) { return named<Unit>(Units, text); }
QLatin1StringView toWire(FieldType type) { return Types.at(std::size_t(type)); }

const Price *Model::price(Unit unit) const
{
    const auto found = std::ranges::find(prices, unit, &Price::unit);
    return found == prices.end() ? nullptr : &*found;
}

const Model *Section::model(QStringView name) const { return find(models, name); }

const Voice *Section::voice(QStringView name) const { return find(voices, name); }

const Section *Provider::section(Kind kind) const
{
    const auto found = std::ranges::find(sections, kind, &Section::kind);
    return found == sections.end() ? nullptr : &*found;
}

QString Group::path() const { return name == "agent"_L1 ? QString() : name; }
}
